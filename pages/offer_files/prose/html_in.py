"""Reads the HTML that Wagtail keeps for rich text."""

from collections.abc import Callable
from html.parser import HTMLParser

from pages.dated_facts.sentences import RightUntil, right_until_of

from .runs import BREAK, LISTS, NAMED, Paragraph, Run, Style, tidy

HEADING_LEVELS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
BLOCKS = frozenset({"p", "div", "blockquote", "section", "table", "tr", *HEADING_LEVELS})
SILENT = frozenset({"script", "style", "embed"})


def _nothing(key: str) -> str:
    return ""


def read_html(
    html: str, path_of_page: Callable[[str], str], name_of_fact: Callable[[str], str] = _nothing
) -> tuple[Paragraph, ...]:
    """The paragraphs of rich text. The functions give the path of a page and the name of an amount from their keys."""
    reader = _Reader(path_of_page, name_of_fact)
    reader.feed(html)
    reader.close()
    return tidy(Paragraph(kind, tuple(runs), depth) for kind, runs, depth in reader.paragraphs)


class _Reader(HTMLParser):
    def __init__(self, path_of_page: Callable[[str], str], name_of_fact: Callable[[str], str]):
        super().__init__(convert_charrefs=True)
        self.path_of_page = path_of_page
        self.name_of_fact = name_of_fact
        self.paragraphs: list[tuple[str, list[Run], int]] = []
        self.lists: list[str] = []
        self.links: list[str] = []
        self.spans: list[RightUntil | None] = []
        self.bold = self.example = self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self.lists.append(tag)
        elif tag == "li":
            self._begin(self.lists[-1] if self.lists else "ul")
        elif tag in BLOCKS and not self.lists:
            self._begin(HEADING_LEVELS.get(tag, "p"))
        elif tag == "br":
            self._add(BREAK)
        elif tag == "a":
            self.links.append(self._target(dict(attrs)))
        elif tag == "span":
            self.spans.append(right_until_of(dict(attrs)))
        else:
            self._count(tag, 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "embed" and not self.silent:
            self._embed(dict(attrs))
        elif tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS and self.lists:
            self.lists.pop()
            if not self.lists:
                self._begin("p")
        elif tag in BLOCKS and not self.lists:
            self._begin("p")
        elif tag == "a" and self.links:
            self.links.pop()
        elif tag == "span" and self.spans:
            self.spans.pop()
        else:
            self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._add(data.replace(BREAK, " "))

    def _count(self, tag: str, step: int) -> None:
        if tag in ("b", "strong"):
            self.bold = max(self.bold + step, 0)
        elif tag == "mark":
            self.example = max(self.example + step, 0)
        elif tag in SILENT:
            self.silent = max(self.silent + step, 0)

    def _begin(self, kind: str) -> None:
        self.paragraphs.append((kind, [], max(len(self.lists) - 1, 0)))

    def _add(self, text: str) -> None:
        if not self.paragraphs:
            self._begin("p")
        link = next((link for link in reversed(self.links) if link), "")
        right = None if link else next((right for right in reversed(self.spans) if right), None)
        self.paragraphs[-1][1].append(Run(text, Style(self.bold > 0, self.example > 0, link, right=right)))

    def _embed(self, attrs: dict[str, str | None]) -> None:
        """A dated fact by name; anything else that is embedded has no words."""
        name = self.name_of_fact(attrs.get("id") or "") if attrs.get("embedtype") == "fact" else ""
        if name:
            if not self.paragraphs:
                self._begin("p")
            self.paragraphs[-1][1].append(Run(NAMED, Style(self.bold > 0, self.example > 0, fact=name)))

    def _target(self, attrs: dict[str, str | None]) -> str:
        if attrs.get("linktype") == "page":
            return self.path_of_page(attrs.get("id") or "")
        if attrs.get("linktype"):
            return ""
        return "".join((attrs.get("href") or "").split())
