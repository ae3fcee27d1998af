"""Makes the PDFs and keeps the last good one of each form."""

import datetime
import logging
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.council.council import current_council
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import LEAFLETS, OF_THE_SHEET, Paper, PaperFormat
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

    A leaflet that must be made again keeps its old words meanwhile, unless a number among them is no longer true: that
    one is withdrawn. Words that do not fit are told once, to whoever changed them.
    """
    page = live_leaflet()
    if page is None:
        Paper.objects.filter(format__in={*LEAFLETS, *OF_THE_SHEET}).delete()
        return Look([], [])
    today = timezone.localdate()
    look = Look([], [])
    for document in _documents(page, today):
        digest = document.digest()
        is_new = _is_wanted(document, digest)
        problem = ""
        if not _is_made(document.format, digest):
            withdrawn = _withdraw_if_untrue(document)
            problem = "\n".join(_misfits(_laid_out(document, today), document.format))
            if not problem:
                look.to_make.append(document.format)
            elif is_new or withdrawn:
                look.problems.append(_told(document.format, problem, withdrawn))
        _say(document.format, digest, problem)
    return look


def remake() -> None:
    """Makes each stored PDF again if what it says has changed; when that fails the last good one stays, while true."""
    page = live_leaflet()
    if page is None:
        Paper.objects.filter(format__in={*LEAFLETS, *OF_THE_SHEET}).delete()
        return
    today = timezone.localdate()
    for document in _documents(page, today):
        digest = document.digest()
        _is_wanted(document, digest)
        try:
            problem = _remake(document, digest, today)
        except Exception as error:
            logger.exception("The %s could not be made; the last good one stays.", document.format)
            problem = _("It could not be made: %(error)s") % {"error": error}
        if problem:
            _withdraw_if_untrue(document)
        _say(document.format, digest, problem)


def _documents(page: LeafletPage, day: datetime.date) -> list[Document]:
    leaflet, council = gather(page, day), current_council()
    return [Document(paper_format, leaflet, council) for paper_format in LEAFLETS]


def _is_wanted(document: Document, digest: str) -> bool:
    """Writes down what the leaflet should say now. True when that is another than before."""
    paper, _is_first = Paper.objects.defer("pdf").get_or_create(format=document.format)
    Paper.objects.filter(format__in=_formats_made_with(document)).update(wanted_digest=digest)
    return paper.wanted_digest != digest


def _is_made(paper_format: PaperFormat, digest: str) -> bool:
    return Paper.objects.filter(format=paper_format, source_digest=digest, pdf__isnull=False).exists()


def _say(paper_format: PaperFormat, digest: str, problem: str) -> None:
    """Writes down what keeps a leaflet from being made, unless it should say something else by now."""
    Paper.objects.filter(format=paper_format, wanted_digest=digest).update(problem=problem)


def _told(paper_format: PaperFormat, problem: str, withdrawn: bool) -> str:
    """What the officer whose change does not fit is told."""
    if withdrawn:
        words = _("%(paper)s is withdrawn: a number on it is no longer true, and its new words do not fit. %(problem)s")
    else:
        words = _("%(paper)s: readers keep the last good one, for its new words do not fit. %(problem)s")
    return words % {"paper": paper_format.label, "problem": problem}


def _withdraw_if_untrue(document: Document) -> bool:
    """Takes away a leaflet that holds a number which the offer holds no more."""
    kept = Paper.objects.filter(format=document.format, pdf__isnull=False).defer("pdf").first()
    if kept is None or Counter(kept.numbers) <= Counter(document.numbers()):
        return False
    gone = Paper.objects.filter(format__in=_formats_made_with(document))
    gone.update(pdf=None, made_at=None, source_digest="", numbers=[])
    return True


def _remake(document: Document, digest: str, day: datetime.date) -> str:
    """Stores the PDF unless it would be the same again. Gives the problem in words, or nothing."""
    if _is_made(document.format, digest):
        return ""
    begun = timezone.now()
    try:
        pdfs = {form: _make(replace(document, format=form), day) for form in _formats_made_with(document)}
    except DoesNotFitError as error:
        return str(error)
    made = timezone.now()
    values = {
        "source_digest": digest,
        "numbers": document.numbers(),
        "made_at": made,
        "seconds": round((made - begun).total_seconds()),
    }
    for form, pdf in pdfs.items():
        Paper.objects.update_or_create(format=form, defaults=values | {"pdf": pdf})
    return ""


def _formats_made_with(document: Document) -> tuple[PaperFormat, ...]:
    return OF_THE_SHEET if document.format == PaperFormat.FOLDED else (document.format,)


def _make(document: Document, day: datetime.date) -> bytes:
    folded = document.format in OF_THE_SHEET
    layout = _laid_out(document, day)
    if problems := _misfits(layout, document.format):
        raise DoesNotFitError("\n".join(problems))
    if folded:
        layout = Layout(document.html(day, share_room(layout)))
    return layout.pdf(first_page_ends_last=folded)


def _laid_out(document: Document, day: datetime.date) -> Layout:
    return Layout(document.html(day), endless=document.format in OF_THE_SHEET)


def _misfits(layout: Layout, paper_format: PaperFormat) -> list[str]:
    """What passes the end of a panel or a page, in words."""
    measure = measure_sheet if paper_format in OF_THE_SHEET else measure_pages
    return [fit.words for fit in measure(layout) if not fit.fits]
