"""Wagtail's own ways in and out all lead to ours, or are counted. They stand before Wagtail's addresses."""

from allauth.account.views import logout
from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.documents.views.serve import authenticate_with_password as opens_files
from wagtail.views import authenticate_with_password as opens_pages

from pages.sign_in.shared_passwords import counted

to_our_door = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("cms/login/", to_our_door),
    path("cms/logout/", logout),
    re_path(r"^cms/password_reset/.*$", RedirectView.as_view(pattern_name="account_reset_password")),
    path("_util/login/", to_our_door),
    path("_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/", counted(opens_pages)),
    path("documents/authenticate_with_password/<int:restriction_id>/", counted(opens_files)),
]
