from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pages.paper.model import PaperFormat
from pages.paper.serve import kept_pdf


@require_safe
def folded(request: HttpRequest) -> HttpResponse:
    return _kept(PaperFormat.FOLDED)


@require_safe
def large_print(request: HttpRequest) -> HttpResponse:
    return _kept(PaperFormat.LARGE_PRINT)


def _kept(paper_format: PaperFormat) -> HttpResponse:
    response = kept_pdf(paper_format, paper_format.value)
    if response is None:
        raise Http404
    return response
