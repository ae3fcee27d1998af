"""Takes rich text apart: into lines, links, and details marked as examples."""

from html.parser import HTMLParser
from typing import NamedTuple

from pages.dated_facts.sentences import UNTIL

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ENDS_A_LINE = HEADINGS | {"p", "li", "ul", "ol", "div", "br", "hr", "blockquote", "td", "th", "tr"}


class Line(NamedTuple):
    """One paragraph, list item, heading or short field."""

    text: str
    is_heading: bool = False


class Link(NamedTuple):
    words: str
    href: str


class Parts(NamedTuple):
    lines: list[Line]
    links: list[Link]
    marks: list[str]
    dated: list[str]


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.links, self.marks, self.dated = [], [], [], []
        self.words, self.link, self.mark, self.span = [], None, None, None
        self.in_heading = False
        self.href = ""

    def handle_starttag(self, tag, attrs):
        if tag in ENDS_A_LINE:
            self.end_line()
        if tag in HEADINGS:
            self.in_heading = True
        elif tag == "a":
            self.link, self.href = [], dict(attrs).get("href") or ""
        elif tag == "mark":
            self.mark = []
        elif tag == "span" and UNTIL in dict(attrs):
            self.span = []

    def handle_endtag(self, tag):
        if tag in ENDS_A_LINE:
            self.end_line()
        if tag in HEADINGS:
            self.in_heading = False
        elif tag == "a" and self.link is not None:
            self.links.append(Link(_one_line(self.link), self.href))
            self.link = None
        elif tag == "mark" and self.mark is not None:
            self.marks.append(_one_line(self.mark))
            self.mark = None
        elif tag == "span" and self.span is not None:
            self.dated.append(_one_line(self.span))
            self.span = None

    def handle_data(self, data):
        for words in (self.words, self.link, self.mark, self.span):
            if words is not None:
                words.append(data)

    def end_line(self):
        if text := _one_line(self.words):
            self.lines.append(Line(text, self.in_heading))
        self.words = []


def parts(html: str) -> Parts:
    """What a reader meets in `html`, however broken it is."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return Parts(reader.lines, reader.links, reader.marks, reader.dated)


def _one_line(words: list[str]) -> str:
    return " ".join("".join(words).split())
