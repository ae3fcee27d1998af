"""Keeps an offer that is not ready from its readers: they get one calm page, whichever address they ask for."""

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from pages.set_up.state import SiteState, current_state

type GetResponse = Callable[[HttpRequest], HttpResponse]

# The doors of officers, the set-up itself, and what its screens are drawn with.
OF_OFFICERS = ("/cms/", "/sign-in/", "/set-up/", "/static/", "/media/", "/documents/", "/brand-")
TRY_AGAIN = 60 * 60  # seconds, for what reads without looking


class NotOpenYet:
    """Gives the calm page until the offer is opened; officers who are signed in see the offer as it will be."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OF_OFFICERS):
            return self.get_response(request)
        state = current_state()
        if state is SiteState.OPEN or (state is SiteState.BEING_SET_UP and _is_officer(request)):
            return self.get_response(request)
        return not_open_yet(request, state)


def not_open_yet(request: HttpRequest, state: SiteState) -> HttpResponse:
    """The page that says so, to the public and to whoever runs the site."""
    response = render(request, "set_up/not_open_yet.html", {"is_empty": state is SiteState.EMPTY}, status=503)
    response["Retry-After"] = TRY_AGAIN
    add_never_cache_headers(response)
    return response


def _is_officer(request: HttpRequest) -> bool:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    try:
        return request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")
    except DatabaseError:
        return False
