from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from pages.core.inline import facts_named_in, finished, finished_html
from pages.dated_facts.shown import said_today

from .rich_text import Line, Link, parts


class Where(NamedTuple):
    """A place in the editor: the way to it through fields, blocks and rows, and its name for people."""

    path: str
    label: str


class Passage(NamedTuple):
    """One text that readers meet, in one field of the editor.

    `part` names the field or block that readers see as one piece with it: the rows of one table have the same.
    """

    where: Where
    part: str
    lines: Sequence[Line]
    html: str
    links: Sequence[Link] = ()
    marks: Sequence[str] = ()
    dated: Sequence[str] = ()
    is_rich: bool = False

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def passage_of(value: str, where: Where, part: str, *, is_rich: bool = False, is_heading: bool = False) -> Passage:
    """What somebody typed into one field, as a passage: with its words in braces finished, as readers meet them."""
    said = [words for name in facts_named_in(value) if (words := said_today(name))]
    named = [*said, *(words[:1].upper() + words[1:] for words in said)]
    value = finished_html(value) if is_rich else finished(value)
    if is_rich:
        rich = parts(value)
        return Passage(where, part, rich.lines, value, rich.links, rich.marks, rich.dated, is_rich=True)
    lines = [Line(text, is_heading) for line in value.splitlines() if (text := " ".join(line.split()))]
    tag = "h2" if is_heading else "p"
    return Passage(where, part, lines, f"<{tag}>{escape(value)}</{tag}>", dated=named)
