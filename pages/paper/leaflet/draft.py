"""Tells an officer whether a draft fits, before anything is published."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.core.base_page import BasePage
from pages.council.council import current_council
from pages.paper.model import PaperFormat
from pages.paper.pdf import Layout

from .content import Chosen, gather
from .document import Document
from .layout import PanelFit, measure_pages, measure_sheet, share_room


@dataclass(frozen=True)
class Fit:
    """The fit of every panel of a draft, and the pages that paper leaves out because readers can't open them."""

    panels: list[PanelFit]
    left_out: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[str]:
        return [panel.words for panel in self.panels if not panel.fits]


def check(page: BasePage, entries: Iterable[Chosen] | None = None) -> Fit:
    """Lays the draft out and measures it; `entries` are those of an unsaved form."""
    today = timezone.localdate()
    leaflet = gather(page, today, entries)
    council = current_council()
    folded = Layout(Document(PaperFormat.FOLDED, leaflet, council).html(today), endless=True)
    large = Layout(Document(PaperFormat.LARGE_PRINT, leaflet, council).html(today))
    pages = [fit for fit in measure_pages(large) if not fit.fits]
    return Fit([*measure_sheet(folded), *pages], leaflet.left_out)


def draft_html(page: BasePage, paper_format: PaperFormat) -> str:
    """The draft as a web page that looks like the paper, with what does not fit marked."""
    today = timezone.localdate()
    leaflet = gather(page, today)
    document = Document(paper_format, leaflet, current_council())
    layout = Layout(document.html(today), endless=paper_format == PaperFormat.FOLDED)
    if paper_format == PaperFormat.FOLDED:
        fits, lengths = measure_sheet(layout), share_room(layout)
        heading = _("Two sides of one A4 sheet, folded to six panels")
    else:
        fits, lengths = measure_pages(layout), None
        heading = _("Large print: %(count)d pages") % {"count": layout.page_count}
    too_long = [fit.panel for fit in fits if not fit.fits]
    return document.preview(today, lengths, fits=fits, heading=heading, left_out=leaflet.left_out, too_long=too_long)
