"""The one place that knows WeasyPrint: its fetcher, its boxes and its PDF objects, some of them private.

What it writes is mended in `structure.py`, which knows them too. Importing it takes half a second and 50 MB, so only
`pages.paper.pdf` does, when the first paper is laid out. What it reaches into stands in `tests/site/upgrade_guard.py`.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pydyf
import weasyprint
from django.conf import settings
from django.contrib.staticfiles import finders
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pages.paper import structure
from pages.paper.structure import NO_WIDTH

BASE_URL = "https://paper.invalid/"
TAGGED = {"pdf_variant": "pdf/ua-1"}
MM_PER_PX = 25.4 / 96
# Pages without an end: what is too long for its place stays in it, and can be measured, instead of flowing over.
ENDLESS = "@page { size: 297mm 3000mm !important }"
INLINE = {"a", "b", "bdi", "button", "em", "i", "small", "span", "strong"}
FACES = (
    ("Atkinson Hyperlegible", "normal", settings.FONT_FILES / "AtkinsonHyperlegible-Regular.ttf"),
    ("Atkinson Hyperlegible", "bold", settings.FONT_FILES / "AtkinsonHyperlegible-Bold.ttf"),
    # Of other Arabic faces the words come out wrong when they are copied or read aloud.
    ("Amiri", "normal", settings.ARABIC_FONT_FILES / "Amiri-Regular.ttf"),
    ("Amiri", "bold", settings.ARABIC_FONT_FILES / "Amiri-Bold.ttf"),
)


# It would log the letters it has no glyph for, and they may be those of a family's name: whoever prints asks for them.
LOGGER.addFilter(lambda record: not str(record.msg).startswith(".notdef"))


class Edges(NamedTuple):
    """The sides of a box's content, in mm, and how far what is in it reaches."""

    left: float
    top: float
    right: float
    bottom: float
    reaches_right: float
    reaches_bottom: float


class OwnFilesOnly(URLFetcher):
    """Reads static, media and font files from disk. Anything else is refused and remembered."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = self._on_disk(url)
        if path is None or not path.is_file():
            self.refused.append(url)
            raise ValueError(f"Not one of our own files: {url}")
        kinds = {".css": "text/css", ".svg": "image/svg+xml"}
        kind = kinds.get(path.suffix, "application/octet-stream")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    def _on_disk(self, url: str) -> Path | None:
        parts = urlsplit(url)
        path = unquote(parts.path)
        if parts.scheme == "file":
            return next((file for _family, _weight, file in FACES if file == Path(path)), None)
        if not url.startswith(BASE_URL):
            return None
        if path.startswith(settings.STATIC_URL):
            static_path = finders.find(path.removeprefix(settings.STATIC_URL))
            return Path(static_path) if static_path else None
        if path.startswith(settings.MEDIA_URL):
            return _inside(settings.MEDIA_ROOT, Path(settings.MEDIA_ROOT) / path.removeprefix(settings.MEDIA_URL))
        return None


def lay_out(html: str, *, endless: bool) -> tuple[Document, list[str]]:
    """HTML laid out on pages, and the addresses it asked for that are no files of ours."""
    fetcher = OwnFilesOnly()
    fonts = FontConfiguration()
    typeface = weasyprint.CSS(string=_font_faces(), font_config=fonts, url_fetcher=fetcher)
    sheets = [typeface, *([weasyprint.CSS(string=ENDLESS)] if endless else [])]
    source = weasyprint.HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher)
    for element in source.etree_element.iter():
        if element.get("dir") == "auto":
            element.set("dir", _direction_of("".join(element.itertext())))
        _let_lines_be_full(element)
    document = source.render(stylesheets=sheets, font_config=fonts, **TAGGED)
    for number, page in enumerate(document.pages, 1):
        page.anchors[f"sheet-{number}"] = (0, 0, page.width, page.height)
    return document, fetcher.refused


def _let_lines_be_full(parent: Element) -> None:
    """Ends a text before a link with more than a space.

    WeasyPrint 70 counts the space at the end of a text to its width, and Pango does not: where the rest of a text just
    fits in its line, the line was broken behind its first word.
    """
    before = None
    for child in parent:
        text = parent.text if before is None else before.tail
        if child.tag in INLINE and text and text[-1].isspace() and not text.isspace():
            text = f"{text.rstrip()} {NO_WIDTH}"
            if before is None:
                parent.text = text
            else:
                before.tail = text
        before = child


def page_of_names(document: Document) -> dict[str, int]:
    """The number of the page, from 1, that each element with an id begins on."""
    places: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            places.setdefault(name, number)
    return places


def texts(document: Document) -> list[str]:
    """The words of each page but for those in its margins."""
    return [" ".join(" ".join(_words_on(page._page_box)).split()) for page in document.pages]


def _words_on(page: boxes.Box) -> Iterator[str]:
    text, *_margins = page.children
    return (box.text.replace(NO_WIDTH, "") for box in text.descendants(placeholders=True) if _is_text(box))


def named_boxes(document: Document) -> Iterator[tuple[str, int, Edges]]:
    """The id, the number of the page (from 0) and the edges of every box of an element that has an id."""
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants(placeholders=True):
            if box.element is not None and (name := box.element.get("id")):
                yield name, number, _edges(box)


def page_edges(document: Document) -> list[Edges]:
    """The edges of each page's content."""
    return [_edges(page._page_box) for page in document.pages]


def write(document: Document, *, first_page_ends_last: bool) -> bytes:
    """The PDF, PDF/UA-1."""
    if first_page_ends_last:
        _bookmark_back_last(document)

    def finish(document: Document, pdf: pydyf.PDF) -> None:
        structure.mend([page._page_box for page in document.pages], pdf, first_page_ends_last=first_page_ends_last)

    return document.write_pdf(finisher=finish, **TAGGED)


def words_without_letters(document: Document) -> list[str]:
    """The words of a document that was written which no typeface here has all letters for: they have boxes instead."""
    missing = {chr(code) for font in document.fonts.values() for code in font.missing}
    if not missing:
        return []
    texts = (
        box.text for page in document.pages for box in page._page_box.descendants(placeholders=True) if _is_text(box)
    )
    words = dict.fromkeys(word for text in texts for word in text.split() if missing & set(word))
    return list(words) or sorted(missing)


def _is_text(box: boxes.Box) -> bool:
    return isinstance(box, boxes.TextBox)


def _direction_of(text: str) -> str:
    """The side that a text begins on, as its first letter has it: `auto` for WeasyPrint, which does not know it."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"})
    return "rtl" if next(strong, "L") in {"R", "AL"} else "ltr"


def _inside(folder: str | Path, path: str | Path) -> Path | None:
    path = Path(path).resolve()
    return path if path.is_relative_to(Path(folder).resolve()) else None


def _font_faces() -> str:
    face = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("{}"); }}'
    return "".join(face.format(family, weight, file.as_uri()) for family, weight, file in FACES)


def _edges(box: boxes.Box) -> Edges:
    left, top = box.content_box_x(), box.content_box_y()
    inner = [child for child in box.descendants(placeholders=True) if child is not box and _is_seen(child)]
    reaches_right = max([left, *(child.border_box_x() + child.border_width() for child in inner)])
    reaches_bottom = max([top, *(child.border_box_y() + child.border_height() for child in inner)])
    edges = (left, top, left + box.width, top + box.height, reaches_right, reaches_bottom)
    return Edges(*(edge * MM_PER_PX for edge in edges))


def _is_seen(box: boxes.Box) -> bool:
    """Text and pictures; other boxes count through what is in them."""
    return isinstance(box, boxes.TextBox | boxes.ReplacedBox)


def _bookmark_back_last(document: Document) -> None:
    """Moves the bookmark of the back behind those of the second page, as paper is unfolded."""
    in_page_order = document.make_bookmark_tree

    def in_fold_order(*args: Any, **kwargs: Any) -> list[tuple]:
        tree = in_page_order(*args, **kwargs)
        for level in (tree, *(children for _label, _target, children, _state in tree)):
            first_page = [bookmark for bookmark in level if bookmark[1][0] == 0]
            if len(first_page) > 1:
                level.remove(first_page[-1])
                level.append(first_page[-1])
        return tree

    document.make_bookmark_tree = in_fold_order
