"""Makes the PDFs and keeps the last good one of each form."""

import datetime
import logging

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.council.council import current_council
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import LEAFLETS, Paper, PaperFormat
from pages.paper.pdf import Layout, PdfError

from .content import gather
from .document import Document
from .layout import measure_pages, measure_sheet, share_room
from .live import live_leaflet

logger = logging.getLogger(__name__)


class DoesNotFitError(PdfError):
    """Words pass the end of a panel; the message names each and says by how much."""


def make(page: LeafletPage, paper_format: PaperFormat, day: datetime.date) -> bytes:
    """The PDF of a leaflet page, printed on `day`. Words are never cut or shrunk: if they don't fit, it isn't made."""
    return _make(Document(paper_format, gather(page, day), current_council()), day)


def remake() -> None:
    """Makes each stored PDF again if what it says has changed; when that fails the last good one stays."""
    page = live_leaflet()
    if page is None:
        Paper.objects.filter(format__in=LEAFLETS).delete()
        return
    today = timezone.localdate()
    for paper_format in LEAFLETS:
        try:
            with transaction.atomic():
                problem = _remake(Document(paper_format, gather(page, today), current_council()), today)
        except Exception as error:
            logger.exception("The %s could not be made; the last good one stays.", paper_format)
            problem = _("It could not be made: %(error)s") % {"error": error}
        Paper.objects.update_or_create(format=paper_format, defaults={"problem": problem})


def _remake(document: Document, day: datetime.date) -> str:
    """Stores the PDF unless it would be the same again. Gives the problem in words, or nothing."""
    digest = document.digest()
    same_papers = Paper.objects.filter(format=document.format, source_digest=digest, pdf__isnull=False)
    if same_papers.exists():
        return ""
    try:
        pdf = _make(document, day)
    except DoesNotFitError as error:
        return str(error)
    values = {"pdf": pdf, "source_digest": digest, "made_at": timezone.now()}
    Paper.objects.update_or_create(format=document.format, defaults=values)
    return ""


def _make(document: Document, day: datetime.date) -> bytes:
    folded = document.format == PaperFormat.FOLDED
    layout = Layout(document.html(day), endless=folded)
    problems = [fit.words for fit in (measure_sheet if folded else measure_pages)(layout) if not fit.fits]
    if problems:
        raise DoesNotFitError("\n".join(problems))
    if folded:
        layout = Layout(document.html(day, share_room(layout)))
    return layout.pdf(first_page_ends_last=folded)
