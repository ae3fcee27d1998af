"""PDFs as answers: those that are kept for all readers, and those made for one."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from pages.paper.model import Paper, PaperFormat


def kept_pdf(paper_format: PaperFormat, name: str) -> HttpResponse | None:
    """The last good PDF, from the store: nothing is made while a reader waits. None while there is none."""
    paper = Paper.objects.filter(format=paper_format, pdf__isnull=False).first()
    return pdf_response(bytes(paper.pdf), name) if paper and paper.pdf else None


def pdf_response(pdf: bytes, name: str, *, as_attachment: bool = False) -> HttpResponse:
    """A PDF to look at, or one to save, under a name without its ending."""
    disposition = content_disposition_header(as_attachment, f"{name}.pdf")
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": disposition})
