"""Makes the PDFs and keeps the last good one of each form."""

import datetime
import logging
from typing import NamedTuple

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


class Look(NamedTuple):
    """Which leaflets are to be made again, and what an officer is told about those that can't be."""

    to_make: list[PaperFormat]
    problems: list[str]


class DoesNotFitError(PdfError):
    """Words pass the end of a panel; the message names each and says by how much."""


def make(page: LeafletPage, paper_format: PaperFormat, day: datetime.date) -> bytes:
    """The PDF of a leaflet page, printed on `day`. Words are never cut or shrunk: if they don't fit, it isn't made."""
    return _make(Document(paper_format, gather(page, day), current_council()), day)


def look_over() -> Look:
    """Says at once which leaflets must be made again, and which can't be, without making any.

    A leaflet whose new words do not fit keeps its old ones, unless a number among them is no longer true: that one is
    withdrawn.
    """
    page = live_leaflet()
    if page is None:
        Paper.objects.filter(format__in=LEAFLETS).delete()
        return Look([], [])
    today = timezone.localdate()
    look = Look([], [])
    for document in _documents(page, today):
        if _is_made(document):
            problem = ""
        elif problem := "\n".join(_misfits(_laid_out(document, today), document.format)):
            look.problems.append(_told(document, problem))
        else:
            look.to_make.append(document.format)
        Paper.objects.update_or_create(format=document.format, defaults={"problem": problem})
    return look


def remake() -> None:
    """Makes each stored PDF again if what it says has changed; when that fails the last good one stays, while true."""
    page = live_leaflet()
    if page is None:
        Paper.objects.filter(format__in=LEAFLETS).delete()
        return
    today = timezone.localdate()
    for document in _documents(page, today):
        try:
            with transaction.atomic():
                problem = _remake(document, today)
        except Exception as error:
            logger.exception("The %s could not be made; the last good one stays.", document.format)
            problem = _("It could not be made: %(error)s") % {"error": error}
        if problem:
            _withdraw_if_untrue(document)
        Paper.objects.update_or_create(format=document.format, defaults={"problem": problem})


def _documents(page: LeafletPage, day: datetime.date) -> list[Document]:
    leaflet, council = gather(page, day), current_council()
    return [Document(paper_format, leaflet, council) for paper_format in LEAFLETS]


def _is_made(document: Document) -> bool:
    return Paper.objects.filter(format=document.format, source_digest=document.digest(), pdf__isnull=False).exists()


def _told(document: Document, problem: str) -> str:
    """What the officer whose change does not fit is told."""
    paper = document.format.label
    if _withdraw_if_untrue(document):
        words = _("%(paper)s is withdrawn: a number on it is no longer true, and its new words do not fit. %(problem)s")
    else:
        words = _("%(paper)s: readers keep the last good one, for its new words do not fit. %(problem)s")
    return words % {"paper": paper, "problem": problem}


def _withdraw_if_untrue(document: Document) -> bool:
    """Takes away a leaflet that holds a number which the offer holds no more."""
    kept = Paper.objects.filter(format=document.format, pdf__isnull=False).defer("pdf").first()
    if kept is None or set(kept.numbers) <= document.numbers():
        return False
    Paper.objects.filter(pk=kept.pk).update(pdf=None, made_at=None, source_digest="", numbers=[])
    return True


def _remake(document: Document, day: datetime.date) -> str:
    """Stores the PDF unless it would be the same again. Gives the problem in words, or nothing."""
    if _is_made(document):
        return ""
    begun = timezone.now()
    try:
        pdf = _make(document, day)
    except DoesNotFitError as error:
        return str(error)
    made = timezone.now()
    values = {
        "pdf": pdf,
        "source_digest": document.digest(),
        "numbers": sorted(document.numbers()),
        "made_at": made,
        "seconds": round((made - begun).total_seconds()),
    }
    Paper.objects.update_or_create(format=document.format, defaults=values)
    return ""


def _make(document: Document, day: datetime.date) -> bytes:
    folded = document.format == PaperFormat.FOLDED
    layout = _laid_out(document, day)
    if problems := _misfits(layout, document.format):
        raise DoesNotFitError("\n".join(problems))
    if folded:
        layout = Layout(document.html(day, share_room(layout)))
    return layout.pdf(first_page_ends_last=folded)


def _laid_out(document: Document, day: datetime.date) -> Layout:
    return Layout(document.html(day), endless=document.format == PaperFormat.FOLDED)


def _misfits(layout: Layout, paper_format: PaperFormat) -> list[str]:
    """What passes the end of a panel or a page, in words."""
    measure = measure_sheet if paper_format == PaperFormat.FOLDED else measure_pages
    return [fit.words for fit in measure(layout) if not fit.fits]
