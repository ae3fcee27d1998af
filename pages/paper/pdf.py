"""Makes PDFs from HTML: tagged as PDF/UA-1, with our typeface inside, from files on our own disk only."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _


class PdfError(Exception):
    """The PDF can't be made; the message says why."""


class UnprintableError(PdfError):
    """Words have letters that no typeface here has: they would be printed as empty boxes."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        super().__init__(_("We can’t print this word, for our paper has no letters for it: %s") % ", ".join(words))


@dataclass(frozen=True)
class Frame:
    """Where an element's content box lies on its page, in mm, and how far what is in it reaches."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    reaches_right: float
    reaches_bottom: float


class Layout:
    """HTML laid out on pages: can be measured, then written as a PDF."""

    def __init__(self, html: str, *, endless: bool = False) -> None:
        # Here, for WeasyPrint is heavy: a process that serves pages and never prints does not load it.
        from pages.paper import engine

        self._engine = engine
        self.document, refused = engine.lay_out(html, endless=endless)
        if refused:
            raise PdfError(f"The paper asks for files that are not ours: {', '.join(refused)}")

    @property
    def page_count(self) -> int:
        return len(self.document.pages)

    @cached_property
    def frames(self) -> dict[str, Frame]:
        """The frame of every element that has an id. Boxes without a name follow theirs, so the first counts."""
        frames: dict[str, Frame] = {}
        for name, page, edges in self._engine.named_boxes(self.document):
            frames.setdefault(name, Frame(page, *edges))
        return frames

    @property
    def page_of(self) -> dict[str, int]:
        """The number of the page, from 1, that every element with an id begins on."""
        return self._engine.page_of_names(self.document)

    @property
    def texts(self) -> list[str]:
        """The words of each page, without what stands at the head and the foot of all."""
        return self._engine.texts(self.document)

    @property
    def too_wide_mm(self) -> float:
        """By how much the widest word or picture of any page passes the page's right margin."""
        return max(edges.reaches_right - edges.right for edges in self._engine.page_edges(self.document))

    def pdf(self, *, first_page_ends_last: bool = False) -> bytes:
        """The PDF. On a folded sheet the last part of the first page is the back, which is read after all others.

        UnprintableError where letters are missing: no paper leaves with boxes in their place.
        """
        written = self._engine.write(self.document, first_page_ends_last=first_page_ends_last)
        if words := self._engine.words_without_letters(self.document):
            raise UnprintableError(words)
        return written


def render(html: str) -> bytes:
    """HTML as a PDF, its pages read in the order of the HTML."""
    return Layout(html).pdf()
