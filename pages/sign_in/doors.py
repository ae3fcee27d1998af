"""Wagtail's own ways in and out of the CMS all lead to ours. They stand before Wagtail's addresses."""

from allauth.account.views import logout
from django.urls import path, re_path
from django.views.generic import RedirectView

urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("logout/", logout),
    re_path(r"^password_reset/.*$", RedirectView.as_view(pattern_name="account_reset_password")),
]
