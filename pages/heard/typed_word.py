"""The words of a text as they were typed, each with what stands around it."""

import re
from typing import NamedTuple

from pages.heard.everyday import POSSESSIVE, as_word

WORD = re.compile(r"[^\W\d_]+(?:['’‘`´-][^\W\d_]+)*")
ENDS_SENTENCE = re.compile(r"[.!?:;•\n][\s\"“”'‘’()\-–]*$")
BEGINS = re.compile(r"[\s\"“”'‘’()\-–]*$")


class Word(NamedTuple):
    """A word as it was typed, as it is compared, and what stands between it and the word before it."""

    typed: str
    word: str
    start: int
    end: int
    before: str
    begins: bool
    after: str

    @property
    def is_large(self) -> bool:
        return self.typed[0].isupper()

    @property
    def is_shouted(self) -> bool:
        return self.typed == self.typed.upper()

    @property
    def is_owner(self) -> bool:
        return bool(POSSESSIVE.search(self.typed))


def words_of(text: str) -> list[Word]:
    words, end = [], 0
    for match in WORD.finditer(text):
        before = text[end : match.start()]
        begins = bool(ENDS_SENTENCE.search(before[-40:]) or (not end and BEGINS.fullmatch(before)))
        after = text[match.end() : match.end() + 4].strip()
        words.append(Word(match[0], as_word(match[0]), *match.span(), before, begins, after))
        end = match.end()
    return words


def is_beside(words: list[Word], place: int) -> bool:
    """True for a word with a space only before it, or the dot of a short name: Wm. Smith."""
    first, gap = words[place - 1], words[place].before
    is_short = len(first.typed) < 4 and gap.strip(" ") == "."
    return (gap.strip(" ") == "" or is_short) and not first.is_owner
