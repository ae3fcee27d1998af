"""Guards the CMS: only officers who have proved who they are get further than its door."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from pages.sign_in import factors, sessions
from pages.sign_in.factors import Second

type GetResponse = Callable[[HttpRequest], HttpResponse]

# Wagtail's own ways in and out, which lead to ours.
DOORS = ("login/", "logout/", "password_reset/")
# What an open editor asks for every few seconds, though nobody may sit before it.
BY_ITSELF = "editing-sessions/"


class Guard:
    """Where a second factor is asked for, nobody is an officer without one, on whatever page.

    They can still reach the screens on which one is set up.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cms = reverse("wagtailadmin_home")
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self._look_at(request)
        if not request.path.startswith(cms) or request.path.removeprefix(cms).startswith(DOORS):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return self._refuse(request)
        return self.get_response(request)

    def _look_at(self, request: HttpRequest) -> None:
        second = factors.state_of(request)
        if second is Second.TO_BE_GIVEN:
            logout(request)  # a session from before the factor was set up elsewhere: it begins at the door
            return
        if not request.path.startswith(reverse("wagtailadmin_home") + BY_ITSELF):
            sessions.keep_alive(request.session, timezone.now())
        if second is Second.TO_BE_SET_UP and not request.path.startswith(reverse("account_login")):
            request.user = AnonymousUser()
            request.is_half_signed_in = True  # type: ignore[attr-defined]

    def _refuse(self, request: HttpRequest) -> HttpResponse:
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            raise PermissionDenied  # a script of the CMS has no use for a page
        if getattr(request, "is_half_signed_in", False):
            return redirect("mfa_index")
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
