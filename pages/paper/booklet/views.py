from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pages.paper import booklet
from pages.paper.model import PaperFormat
from pages.paper.serve import kept_pdf

WAIT = 30


@require_safe
def offer(request: HttpRequest) -> HttpResponse:
    """The last whole offer that was printed. When it is old a new one is begun, and nobody waits for it."""
    response = kept_pdf(PaperFormat.OFFER, "kinship-local-offer")
    if booklet.is_stale():
        booklet.print_soon()
    if response is None:
        response = render(request, "paper/not_ready.html", status=503)
        response["Retry-After"] = str(WAIT)
    return response
