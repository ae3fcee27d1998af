"""A letter with blanks: what was typed into them put in, and a line to write on where nothing was.

In its text a blank is its short name in square brackets, `[child]`. Words in braces are the council's, as everywhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

BLANK = re.compile(r"\[([a-z][a-z0-9-]*)\]")
PARAGRAPHS = re.compile(r"\n\s*\n")
IN_A_LIST = "- "
LINE = "_" * 12


class Blank(NamedTuple):
    """One thing that only the carer knows."""

    key: str
    label: str
    help: str = ""
    is_needed: bool = False
    has_several_lines: bool = False


class Piece(NamedTuple):
    """Words of the letter, or a blank with what was typed into it."""

    words: str = ""
    blank: Blank | None = None
    typed: str = ""


class Paragraph(NamedTuple):
    """Lines of pieces; those of a list are its points."""

    lines: list[list[Piece]]
    is_list: bool = False


class Letter(NamedTuple):
    """A letter in its parts, as they stand on a sheet."""

    sender: list[Paragraph]
    recipient: list[Paragraph]
    subject: list[Paragraph]
    text: list[Paragraph]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        for part in self:
            yield from part

    @property
    def still_needed(self) -> list[Blank]:
        """The empty blanks that the letter does not work without."""
        return [blank for blank in self._empty() if blank.is_needed]

    @property
    def also_empty(self) -> list[Blank]:
        """The other empty blanks: each is a line on the paper too."""
        return [blank for blank in self._empty() if not blank.is_needed]

    @property
    def is_empty(self) -> bool:
        return not any(piece.typed for piece in self._pieces())

    def _empty(self) -> list[Blank]:
        """Each blank that has a place in the letter and nothing in it, once."""
        return list(dict.fromkeys(piece.blank for piece in self._pieces() if piece.blank and not piece.typed))

    def _pieces(self) -> Iterator[Piece]:
        return (piece for paragraph in self.paragraphs for line in paragraph.lines for piece in line)


def names_in(text: str) -> set[str]:
    """The short names of all blanks in a text."""
    return set(BLANK.findall(text))


def filled(text: str, blanks: Iterable[Blank], typed: Mapping[str, str]) -> list[Paragraph]:
    """The paragraphs of a text, each blank with what was typed into it."""
    by_key = {blank.key: blank for blank in blanks}
    texts = PARAGRAPHS.split(text.replace("\r\n", "\n").strip())
    return [_paragraph(part.splitlines(), by_key, typed) for part in texts if part.strip()]


def as_text(paragraphs: Iterable[Paragraph], finish: Callable[[str], str] = str) -> str:
    """The same as plain text, to copy into a message. What is empty is a line, with what belongs on it.

    `finish` is done to our own words, and never to what was typed.
    """
    return "\n\n".join(
        "\n".join(_line_as_text(line, part.is_list, finish) for line in part.lines) for part in paragraphs
    )


def _paragraph(lines: list[str], blanks: Mapping[str, Blank], typed: Mapping[str, str]) -> Paragraph:
    is_list = all(line.startswith(IN_A_LIST) for line in lines)
    words = [line.removeprefix(IN_A_LIST) if is_list else line for line in lines]
    return Paragraph([list(_pieces(line, blanks, typed)) for line in words], is_list)


def _pieces(line: str, blanks: Mapping[str, Blank], typed: Mapping[str, str]) -> Iterator[Piece]:
    for place, words in enumerate(BLANK.split(line)):
        blank = blanks.get(words) if place % 2 else None
        if blank:
            yield Piece(blank=blank, typed=typed.get(blank.key, "").strip())
        elif words:
            yield Piece(f"[{words}]" if place % 2 else words)


def _line_as_text(line: list[Piece], is_in_list: bool, finish: Callable[[str], str]) -> str:
    return (IN_A_LIST if is_in_list else "") + "".join(_piece_as_text(piece, finish) for piece in line)


def _piece_as_text(piece: Piece, finish: Callable[[str], str]) -> str:
    if piece.blank is None:
        return finish(piece.words)
    return piece.typed or f"{LINE} ({finish(piece.blank.label)})"
