"""Lets a signer in by the secret in the address, and nobody else; the same calm answer to whoever has none."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables

from pages import sign_off as sign_offs
from pages.core.rate_limit import is_over_limit, under_limit
from pages.core.visitor import address_of
from pages.sign_off.model import COMMENT_LENGTH, SignOff

MOST_WRONG_AN_HOUR = 60  # an office or a whole street can share one address
MOST_ANSWERS_AN_HOUR = 300
METHODS = ["GET", "HEAD", "POST"]


class SignersRequest(HttpRequest):
    """A request that `for_signer` lets in: only a name for type hints."""

    secret: str
    is_officer: bool
    sign_off: object  # what the templates draw around a draft


def for_signer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view the sign-off that the secret in its address opens.

    No cookie and no CSRF token: whoever forges a form must know the secret that stands in its address, and whoever
    knows that may answer anyway. An officer who is signed in to the CMS may look but not answer: an answer must be the
    signer's own.
    """

    @csrf_exempt
    @sensitive_variables()
    @wraps(view)
    def opened(request: SignersRequest, secret: str, **kwargs: Any) -> HttpResponse:
        request.is_officer = request.user.is_authenticated
        request.user = AnonymousUser()
        response = _answer(request, secret, view, kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_vary_headers(response, ["Cookie"])
        return response

    return opened


def _answer(
    request: SignersRequest, secret: str, view: Callable[..., HttpResponse], kwargs: dict[str, Any]
) -> HttpResponse:
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS)
    address = address_of(request)
    if is_over_limit("sign-off-wrong", address, MOST_WRONG_AN_HOUR):
        return no_such_link(request, status=429)
    sign_off = sign_offs.find(secret, timezone.now())
    if sign_off is None:
        under_limit("sign-off-wrong", address, MOST_WRONG_AN_HOUR)
        return no_such_link(request)
    if request.method == "POST" and not under_limit("sign-off-answers", address, MOST_ANSWERS_AN_HOUR):
        return no_such_link(request, status=429)
    request.secret = secret
    return view(request, sign_off, **kwargs)


def no_such_link(request: HttpRequest, status: int = 404) -> HttpResponse:
    """One page for made-up, expired and withdrawn links. A comment that came too late is given back."""
    typed = request.POST.get("comment", "")[:COMMENT_LENGTH] if request.method == "POST" else ""
    context = {"typed": typed, "not_saved": request.method == "POST", "too_often": status == 429}
    return render(request, "sign_off/no_such_link.html", context, status=status)


@for_signer
def unknown(request: SignersRequest, sign_off: SignOff, rest: str) -> HttpResponse:
    """Whatever else somebody tries below a link; one that lost its last stroke on the way still works."""
    return no_such_link(request) if rest else redirect("sign-off", request.secret)
