"""Paper that is kept for all readers: nothing is made while one waits."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pages.core.small_writes import NotWrittenError, at_once_or_not
from pages.paper import booklet
from pages.paper.leaflet import live_leaflet
from pages.paper.model import OF_THE_SHEET, Paper, PaperFormat
from pages.paper.serve import kept_pdf
from pages.paper.tasks import print_offer_soon

WAIT = 30


@require_safe
def folded(request: HttpRequest) -> HttpResponse:
    return _leaflet(request, PaperFormat.FOLDED)


@require_safe
def large_print(request: HttpRequest) -> HttpResponse:
    return _leaflet(request, PaperFormat.LARGE_PRINT)


@require_safe
def print_shop(request: HttpRequest) -> HttpResponse:
    return _leaflet(request, PaperFormat.PRINT_SHOP)


@require_safe
def offer(request: HttpRequest) -> HttpResponse:
    """The last whole offer that was printed. When it is old a new one is asked for, and nobody waits for it."""
    response = kept_pdf(PaperFormat.OFFER, "kinship-local-offer")
    if booklet.is_stale():
        with suppress(NotWrittenError), at_once_or_not("A wish for the whole offer"):
            print_offer_soon()
    return response or _not_ready(request, "paper/not_ready.html")


def _leaflet(request: HttpRequest, paper_format: PaperFormat) -> HttpResponse:
    """The last good leaflet. One that was withdrawn says so: a link to it may stand in many places."""
    if response := kept_pdf(paper_format, paper_format.value):
        return response
    if live_leaflet() is None:
        raise Http404
    told_by = PaperFormat.FOLDED if paper_format in OF_THE_SHEET else paper_format
    is_withdrawn = Paper.objects.failed().filter(format=told_by).exists()
    return _not_ready(request, "paper/withdrawn.html" if is_withdrawn else "paper/not_ready.html")


def _not_ready(request: HttpRequest, template: str) -> HttpResponse:
    response = render(request, template, status=503)
    response["Retry-After"] = str(WAIT)
    return response
