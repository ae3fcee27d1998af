from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pages.paper import booklet
from pages.paper.model import Paper, PaperFormat

WAIT = 30


@require_safe
def offer(request):
    """The last whole offer that was printed. When it is old a new one is begun, and nobody waits for it."""
    paper = Paper.objects.filter(format=PaperFormat.OFFER, pdf__isnull=False).first()
    if booklet.is_stale():
        booklet.print_soon()
    if paper is None:
        response = render(request, "paper/not_ready.html", status=503)
        response["Retry-After"] = str(WAIT)
        return response
    response = HttpResponse(bytes(paper.pdf), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="kinship-local-offer.pdf"'
    return response
