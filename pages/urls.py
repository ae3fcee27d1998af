from django.conf import settings
from django.urls import path, re_path
from django.views.static import serve

from pages.consultation import public_views as consultation
from pages.content import views as content
from pages.council import brand_view as brand
from pages.duties import views as law
from pages.finder import views as find
from pages.groups import views as calendar
from pages.heard import comment_views as comment
from pages.heard import useful_views as useful
from pages.letters import views as letters
from pages.my_list import views as my_list
from pages.paper import one_sheet
from pages.paper import views as paper
from pages.ring_back import views as ask_us_to_ring
from pages.search import views as search
from pages.set_up import views as set_up
from pages.sign_off import signer
from pages.sign_off import views as sign_off
from pages.site import robots, sitemap

urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("brand-<str:code>.css", brand.stylesheet, name="brand"),
    path("find/", find.find, name="find"),
    path("find/needs/", find.needs, name="find-needs"),
    path("find/children/", find.children, name="find-children"),
    path("how-we-meet-the-law/", law.law, name="law"),
    path("search/", search.search, name="search"),
    path("leaflet.pdf", paper.folded, name="leaflet-pdf"),
    path("leaflet-print-shop.pdf", paper.print_shop, name="leaflet-print-shop-pdf"),
    path("leaflet-large-print.pdf", paper.large_print, name="leaflet-large-print-pdf"),
    path("one-sheet/<str:code>/", one_sheet.one_sheet, name="one-sheet"),
    path("letter/<int:page>/", letters.letter, name="letter"),
    path("calendar/groups.ics", calendar.all_groups, name="calendar"),
    path("calendar/group-<uuid:key>.ics", calendar.one_group, name="calendar-group"),
    path("calendar/group-<int:pk>.ics", calendar.one_group_by_number, name="calendar-group-by-number"),
    path("calendar/meeting-<int:pk>-<str:day>.ics", calendar.one_meeting, name="calendar-meeting"),
    path("ask-us-to-ring/", ask_us_to_ring.ask, {"asker": "carer"}, name="ask-us-to-ring"),
    path("ask-us-to-ring/thanks/", ask_us_to_ring.thanks, {"asker": "carer"}, name="ask-us-to-ring-thanks"),
    path("young-people/ask-us-to-ring/", ask_us_to_ring.ask, {"asker": "young-person"}, name="young-ask-us-to-ring"),
    path(
        "young-people/ask-us-to-ring/thanks/",
        ask_us_to_ring.thanks,
        {"asker": "young-person"},
        name="young-ask-us-to-ring-thanks",
    ),
    path("comment/", comment.comment, name="comment"),
    path("comment/thanks/", comment.thanks, name="comment-thanks"),
    path("have-your-say/asked/<slug:slug>/", consultation.answer, {"asks": "carers"}, name="consultation-carers"),
    path(
        "have-your-say/asked/<slug:slug>/thanks/",
        consultation.thanks,
        {"asks": "carers"},
        name="consultation-carers-thanks",
    ),
    path(
        "have-your-say/asked/<slug:slug>/sheet.pdf",
        consultation.sheet,
        {"asks": "carers"},
        name="consultation-carers-sheet",
    ),
    path(
        "have-your-say/asked/<slug:slug>/children/",
        consultation.answer,
        {"asks": "children"},
        name="consultation-children",
    ),
    path(
        "have-your-say/asked/<slug:slug>/children/thanks/",
        consultation.thanks,
        {"asks": "children"},
        name="consultation-children-thanks",
    ),
    path(
        "have-your-say/asked/<slug:slug>/children/sheet.pdf",
        consultation.sheet,
        {"asks": "children"},
        name="consultation-children-sheet",
    ),
    path("useful/<int:page>/", useful.answer, name="useful"),
    path("useful/thanks/", useful.thanks, name="useful-thanks"),
    path("useful/said/<str:signed>/", useful.sentence, name="useful-sentence"),
    path("offer.pdf", paper.offer, name="offer-pdf"),
    path("my-list/", my_list.my_list, name="my-list"),
    path("my-list/pack.pdf", my_list.pack, name="pack-pdf"),
    path("sign-off/<str:secret>/", sign_off.drafts, name="sign-off"),
    path("sign-off/<str:secret>/finish/", sign_off.finish, name="sign-off-finish"),
    path("sign-off/<str:secret>/<int:page>/", sign_off.draft, name="sign-off-page"),
    re_path(r"^sign-off/(?P<secret>[^/]*)(?P<rest>.*)$", signer.unknown),
    *set_up.URLS,
    re_path(r"^k/(?P<code>.{1,40}?)/?$", content.follow_code, name="short-code"),
    re_path(r"^media/(?P<path>images/.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
]
