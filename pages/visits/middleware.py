"""Counts pages and papers that visitors open. It stands innermost, so a page they had before (304) counts as well."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.models import Page

from pages.visits.model import Counted
from pages.visits.tally import tally

# Programs say so in their name; those that don't are few, and a browser always has a name. A Cubot is a telephone.
PROGRAM = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|archive|preview|monitor|uptime|pingdom|headless|lighthouse|python|curl|wget|java/|okhttp"
    r"|go-http|libwww|httpclient|scrap|feed|check|scan|facebookexternal|whatsapp|embed",
    re.IGNORECASE,
)
PAPERS = {
    "leaflet-pdf": Counted.LEAFLET,
    "leaflet-print-shop-pdf": Counted.LEAFLET,
    "leaflet-large-print-pdf": Counted.LARGE_PRINT,
    "offer-pdf": Counted.OFFER,
    "pack-pdf": Counted.PACK,
    "calendar": Counted.CALENDAR,
    "calendar-group": Counted.CALENDAR,
    "calendar-group-by-number": Counted.CALENDAR,
    "calendar-meeting": Counted.CALENDAR,
}


class CountVisits:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 200 and request.method != "HEAD" and request.resolver_match:
            self._count(request, response, request.resolver_match.url_name or "")
        return response

    def _count(self, request: HttpRequest, response: HttpResponse, name: str) -> None:
        if what := PAPERS.get(name):
            is_file = not response["Content-Type"].startswith("text/html")
            if is_file and (what == Counted.CALENDAR or not _is_program(request)) and _is_for_a_family(request, what):
                tally.add(what, timezone.localdate())
        elif name == "wagtail_serve" and request.method == "GET" and not (_is_program(request) or _is_officer(request)):
            page = (response.context_data or {}).get("page") if isinstance(response, TemplateResponse) else None
            # htmx asks for parts of a page that has been counted; who has said whether it was useful comes back to it.
            is_again = "HX-Request" in request.headers or "useful" in request.GET
            if isinstance(page, Page) and not is_again:
                tally.add(Counted.VIEW, timezone.localdate(), page.pk)


@receiver(request_finished)
def _write_counts(**kwargs: Any) -> None:
    """They lie in this process's memory, so no other can write them."""
    tally.write_if_due()


def _is_program(request: HttpRequest) -> bool:
    """True for what is no reader: a program, or a browser that only looks ahead."""
    agent = request.headers.get("User-Agent", "")
    return not agent or bool(PROGRAM.search(agent)) or "prefetch" in request.headers.get("Sec-Purpose", "")


def _is_officer(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def _is_for_a_family(request: HttpRequest, what: Counted) -> bool:
    """A pack is handed to a family, whoever makes it; officers fetch other papers to look them over."""
    return what == Counted.PACK or not _is_officer(request)
