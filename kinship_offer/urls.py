from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("", include("pages.sign_in.doors")),
    path("sign-in/", include("pages.sign_in.urls")),
    path("", include("pages.layers.preview")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("pages.urls")),
    path("", include(wagtail_urls)),
]

handler403 = "pages.site.errors.permission_denied"
handler404 = "pages.site.errors.page_not_found"
handler500 = "pages.site.errors.server_error"
