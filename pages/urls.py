from django.conf import settings
from django.urls import path, re_path
from django.views.static import serve

from pages.views import brand, health, leaflet, robots, search, sitemap

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("brand-<str:code>.css", brand.stylesheet, name="brand"),
    path("search/", search.search, name="search"),
    path("leaflet.pdf", leaflet.folded, name="leaflet-pdf"),
    path("leaflet-large-print.pdf", leaflet.large_print, name="leaflet-large-print-pdf"),
    re_path(r"^media/(?P<path>images/.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
]
