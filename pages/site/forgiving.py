"""Addresses as people type them from paper, or as a message mangles them: capitals, two slashes, a full stop behind."""

import re
from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve, reverse
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.views import serve

# What stands around an address in a sentence, and is typed or linked with it.
AROUND = " \t\r\n.,;:!?)]}>»”’\"'*_…"
BEFORE = " \t\r\n([{<«“‘\"'*_"
SLASHES = re.compile(r"[/\\]+")


class ForgivingAddresses:
    """Leads to the page that was meant where an address is not found as it was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"} or _is_kept_as_typed(request.path):
            return response
        typed, query = meant(request.path), request.META.get("QUERY_STRING", "")
        for path in (typed, typed.lower()):
            # One that only lacks its last slash is Django's own to mend.
            if path not in {request.path, f"{request.path}/"} and _leads_somewhere(request, path):
                return HttpResponsePermanentRedirect(quote(path) + (f"?{query}" if query else ""))
        return response


def meant(path: str) -> str:
    """The address that somebody most likely meant; it begins with one slash, so that it never leads to another site."""
    parts = SLASHES.sub("/", path).strip("/").split("/")
    parts[-1] = parts[-1].rstrip(AROUND)
    parts[0] = parts[0].lstrip(BEFORE)
    kept = [part for part in parts if part]
    is_file = bool(kept) and "." in kept[-1]
    return "/" + "/".join(kept) + ("/" if kept and not is_file else "")


def _is_kept_as_typed(path: str) -> bool:
    """The CMS and files have names of their own, and what has a view of its own has said already what it lacks."""
    if path.startswith((reverse("wagtailadmin_home"), settings.STATIC_URL, settings.MEDIA_URL)):
        return True
    try:
        return resolve(path).func is not serve
    except Resolver404:
        return False


def _leads_somewhere(request: HttpRequest, path: str) -> bool:
    try:
        found = resolve(path)
    except Resolver404:
        return False
    site = Site.find_for_request(request)
    if found.func is not serve or site is None:
        return True
    try:
        site.root_page.specific.route(request, [part for part in path.split("/") if part])
    except Http404:
        return get_redirect(request, Redirect.normalise_path(path)) is not None
    return True
