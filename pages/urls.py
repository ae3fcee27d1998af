from django.conf import settings
from django.urls import path, re_path
from django.views.static import serve

from pages.views import (
    ask_us_to_ring,
    brand,
    calendar,
    find,
    health,
    law,
    leaflet,
    my_list,
    offer,
    robots,
    search,
    short_code,
    sitemap,
    useful,
)

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("brand-<str:code>.css", brand.stylesheet, name="brand"),
    path("find/", find.find, name="find"),
    path("how-we-meet-the-law/", law.law, name="law"),
    path("search/", search.search, name="search"),
    path("leaflet.pdf", leaflet.folded, name="leaflet-pdf"),
    path("leaflet-large-print.pdf", leaflet.large_print, name="leaflet-large-print-pdf"),
    path("calendar/groups.ics", calendar.all_groups, name="calendar"),
    path("calendar/group-<int:pk>.ics", calendar.one_group, name="calendar-group"),
    path("calendar/meeting-<int:pk>-<str:day>.ics", calendar.one_meeting, name="calendar-meeting"),
    path("ask-us-to-ring/", ask_us_to_ring.ask, name="ask-us-to-ring"),
    path("ask-us-to-ring/thanks/", ask_us_to_ring.thanks, name="ask-us-to-ring-thanks"),
    path("useful/<int:page>/", useful.answer, name="useful"),
    path("useful/thanks/", useful.thanks, name="useful-thanks"),
    path("useful/said/<str:said>/", useful.sentence, name="useful-sentence"),
    path("offer.pdf", offer.offer, name="offer-pdf"),
    path("my-list/", my_list.my_list, name="my-list"),
    path("my-list/pack.pdf", my_list.pack, name="pack-pdf"),
    re_path(r"^k/(?P<code>.{1,40}?)/?$", short_code.follow, name="short-code"),
    re_path(r"^media/(?P<path>images/.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
]
