from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from pages.paper.model import Paper, PaperFormat


@require_safe
def folded(request):
    return _stored(PaperFormat.FOLDED)


@require_safe
def large_print(request):
    return _stored(PaperFormat.LARGE_PRINT)


def _stored(paper_format):
    """The last good PDF, from the store: nothing is made while a reader waits."""
    paper = Paper.objects.filter(format=paper_format, pdf__isnull=False).first()
    if paper is None:
        raise Http404
    response = HttpResponse(bytes(paper.pdf), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{paper_format}.pdf"'
    return response
