"""Writes our small Markdown, one sentence a line, with what would be read as a mark escaped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pages.core.inline import LOOKS_LIKE_FACT, fact_by_name
from pages.dated_facts.sentences import RightUntil

from .dated import write_right_until
from .markdown_in import EXAMPLE
from .runs import BREAK, LISTS, NO_SPAN, Paragraph, Run

SENTENCE_END = re.compile(r"[.?!][”’)]* (?=[“‘({]?[A-ZÀ-ÖØ-Þ])")
SOFT_BREAK = "\r"
MARKS = re.compile(r"[\\*_\[\]]|" + LOOKS_LIKE_FACT + r"|&(?=#|[A-Za-z0-9]+;)")
UNSEEN = re.compile(
    "[\xa0\xad\u061c\u115f\u1160\u1680\u180e\u2000-\u200c\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
LINE_START = re.compile(r"^(?:(#{1,6}|[-+])(?=\s|$)|([0-9]{1,9})([.)])(?=\s|$))", re.MULTILINE)
BOLD = "**"

# A list that is open: its kind, the number reached, and where the words of its items begin.
type Place = tuple[str, int, int]


def write_markdown(paragraphs: tuple[Paragraph, ...]) -> str:
    """The Markdown of tidy paragraphs, without a line end."""
    parts: list[str] = []
    places: list[Place] = []
    before = None
    for paragraph in paragraphs:
        if paragraph.kind in LISTS:
            text, places = _item(paragraph, places)
            gap = "\n" if before in LISTS else "\n\n"
        else:
            text, places, gap = _block(paragraph), [], "\n\n"
        parts.append(gap + text if parts else text)
        before = paragraph.kind
    return "".join(parts)


def _block(paragraph: Paragraph) -> str:
    if paragraph.kind == "p":
        return _line_starts(_inline(_sentence_a_line(paragraph.runs)))
    words = _line_starts(_inline(paragraph.runs))
    return ("## " if paragraph.kind == "h2" else "### ") + re.sub(r"(?<!\\)#(?=#*$)", r"\\#", words)


def _item(paragraph: Paragraph, places: list[Place]) -> tuple[str, list[Place]]:
    """The item, and the lists that it stands in."""
    depth = paragraph.depth
    number = 1
    if depth < len(places) and places[depth][0] == paragraph.kind:
        number = places[depth][1] + 1
    mark = "- " if paragraph.kind == "ul" else f"{number}. "
    indent = places[depth - 1][2] if depth else 0
    places = [*places[:depth], (paragraph.kind, number, indent + len(mark))]
    words = _line_starts(_inline(paragraph.runs)).replace("\n", "\n" + " " * (indent + len(mark)))
    return " " * indent + mark + words, places


def _sentence_a_line(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with the space after each sentence turned into a soft break, except inside links and examples."""
    text = "".join(run.text for run in runs)
    ends = [match.end() - 1 for match in SENTENCE_END.finditer(text)]
    at = 0
    for run in runs:
        letters = list(run.text)
        for end in ends:
            if run.style.plain and at <= end < at + len(letters):
                letters[end - at] = SOFT_BREAK
        at += len(letters)
        yield run._replace(text="".join(letters))


def _inline(runs: Iterable[Run]) -> str:
    pieces: list[str] = []
    for span, group in groupby(runs, key=lambda run: run.style.span):
        pieces.append("" if span == NO_SPAN else "[")
        for bold, same in groupby(group, key=lambda run: run.style.bold):
            words = "".join(map(_words, same))
            pieces += [BOLD, words, BOLD] if bold else [words]
        pieces.append(_target(*span))
    return "".join(_flanked([piece for piece in pieces if piece])).replace(SOFT_BREAK, "\n")


def _words(run: Run) -> str:
    return fact_by_name(run.style.fact) * len(run.text) if run.style.fact else _escaped(run.text)


def _escaped(text: str) -> str:
    text = UNSEEN.sub(_spelled_out, MARKS.sub(r"\\\g<0>", text))
    return text.replace(BREAK, "\\\n")


def _spelled_out(match: re.Match) -> str:
    return "&nbsp;" if match[0] == "\xa0" else f"&#x{ord(match[0]):X};"


def _target(link: str, example: bool, right: RightUntil | None) -> str:
    if right:
        return f"]{write_right_until(right, example)}"
    if not link:
        return f"]({EXAMPLE})" if example else ""
    address = re.sub(r"[\\<>]|&(?=#|[A-Za-z0-9]+;)", r"\\\g<0>", link)
    if re.search(r"[\s()]", link):
        address = f"<{address}>"
    return f']({address} "{EXAMPLE}")' if example else f"]({address})"


def _flanked(pieces: list[str]) -> list[str]:
    """Markdown does not see bold that begins or ends with a sign right beside a letter: the letter is spelled out."""
    opening = True
    for at, piece in enumerate(pieces):
        if piece != BOLD:
            continue
        inside, outside = (at + 1, at - 1) if opening else (at - 1, at + 1)
        edge = pieces[inside][0 if opening else -1]
        if 0 <= outside < len(pieces) and not edge.isalnum():
            neighbour = pieces[outside]
            letter = neighbour[-1] if opening else neighbour[0]
            if not letter.isspace() and not (letter.isascii() and not letter.isalnum()):
                code = f"&#x{ord(letter):X};"
                pieces[outside] = neighbour[:-1] + code if opening else code + neighbour[1:]
        opening = not opening
    return pieces


def _line_starts(text: str) -> str:
    return LINE_START.sub(lambda match: "\\" + match[1] if match[1] else f"{match[2]}\\{match[3]}", text)
