"""Prose between its two forms: paragraphs made of runs of words that look the same.

Markdown and the editor's HTML both become this, tidied to one way of saying each thing, so that either form can be
made from the other and come back the same.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from pages.dated_facts.sentences import RightUntil

BREAK = "\n"
SPACES = (" ", BREAK)
LISTS = frozenset({"ul", "ol"})
HEADINGS = frozenset({"h2", "h3"})
NAMED = "\ufffc"  # Stands in the text for what is there by name.
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
TOKENS = re.compile(r"\n|[ \t\r\f]+|[^ \t\r\f\n]+")


type Span = tuple[str, bool, RightUntil | None]
NO_SPAN: Span = ("", False, None)


class Style(NamedTuple):
    """How a run looks: bold, marked as an example, or linked to an address or a page's path.

    A run with `fact` is the fact of that name, once for each sign in its text; it is in no link and no dated sentence.
    One with `right` is in a dated sentence, which holds no link.
    """

    bold: bool = False
    example: bool = False
    link: str = ""
    fact: str = ""
    right: RightUntil | None = None

    @property
    def plain(self) -> bool:
        return self.span == NO_SPAN and not self.fact

    @property
    def span(self) -> Span:
        """What Markdown writes as one pair of square brackets."""
        return self.link, self.example, self.right


class Run(NamedTuple):
    text: str
    style: Style = Style()


# A word or a space, and how it looks.
type Token = tuple[str, Style]


class Paragraph(NamedTuple):
    """`kind` is p, h2, h3, or the list an item stands in: ul or ol, `depth` lists deep. A line break is in the text."""

    kind: str
    runs: tuple[Run, ...]
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def tidy(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The same prose without what no reader sees: empty paragraphs, doubled spaces, bold spaces, skipped levels."""
    kept: list[Paragraph] = []
    deepest = 0
    for kind, runs, depth in paragraphs:
        runs = _tidy_runs(runs, breaks=kind not in HEADINGS)
        if runs:
            depth = min(depth, deepest) if kind in LISTS else 0
            deepest = depth + 1 if kind in LISTS else 0
            kept.append(Paragraph(kind, runs, depth))
    return tuple(kept)


def _tidy_runs(runs: Iterable[Run], breaks: bool) -> tuple[Run, ...]:
    tokens: list[Token] = []
    for text, style in runs:
        for token in TOKENS.findall(UNSHOWABLE.sub("", text)):
            space = not token.strip(" \t\r\f\n")
            if space:
                token = BREAK if token == BREAK and breaks else " "
            if not space or not _swallowed(tokens, token):
                tokens.append((token, style))
    while tokens and tokens[-1][0] in SPACES:
        tokens.pop()
    settled = [_settled(tokens, at) for at in range(len(tokens))]
    joined = groupby(settled, key=lambda token: token[1])
    return tuple(Run("".join(token[0] for token in group), style) for style, group in joined)


def _swallowed(tokens: list[Token], space: str) -> bool:
    """True when a space would add nothing: at the start, or after another. A break takes an earlier space's place."""
    if not tokens or (space == " " and tokens[-1][0] in SPACES):
        return True
    if space == BREAK and tokens[-1][0] == " ":
        tokens.pop()
    return False


def _settled(tokens: list[Token], at: int) -> Token:
    """A space looks as both its neighbours do, or plain: at the edge of bold words or a link it belongs to neither."""
    token, style = tokens[at]
    if token not in SPACES:
        return token, style
    before = next(tokens[i][1] for i in range(at - 1, -1, -1) if tokens[i][0] not in SPACES)
    after = next(tokens[i][1] for i in range(at + 1, len(tokens)) if tokens[i][0] not in SPACES)
    if style.span == before.span == after.span:
        return token, style._replace(bold=style.bold and before.bold and after.bold)
    return token, Style()
