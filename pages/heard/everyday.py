"""Tells words from names: an everyday word, one that somebody may be called as well, and what is no word at all."""

import re

from pages.core import common_words
from pages.heard.first_names import FAMILY_NAMES
from pages.heard.known_words import KNOWN, OF_THE_FIELD, STARTERS
from pages.heard.spoken_words import WRITTEN
from pages.search.text import EMPTY, PEOPLE

POSSESSIVE = re.compile(r"['’‘`´]s?$", re.IGNORECASE)
APOSTROPHE = re.compile("[’‘`´]")
DRAWN_OUT = re.compile(r"(.)\1{2,}")
# Words with which a sentence goes on: none of them is part of a name that is written small.
SMALL_WORDS = EMPTY | STARTERS


MADE = re.compile(r"(?:over|under|un|non|mis|dis|inter)(?P<word>[a-z]{6,})")
SHORTENED = re.compile(r"\w+(?:n['’]t|['’](?:re|ve|ll|d|m))")


def is_small(word: str) -> bool:
    """True for a small word of a sentence, also a shortened one: “can't”, “they've”."""
    return word in SMALL_WORDS or bool(SHORTENED.fullmatch(word))


def as_word(typed: str) -> str:
    """In lower case, without the 's of an owner, with a straight apostrophe."""
    return APOSTROPHE.sub("'", POSSESSIVE.sub("", typed).casefold())


def is_plain(word: str) -> bool:
    """True for an everyday word that is nobody's name."""
    return all(
        part in EMPTY or part in KNOWN or (common_words.holds(part) and part not in FAMILY_NAMES)
        for part in _parts(word)
    )


def is_english(word: str) -> bool:
    """True for an everyday word, though somebody may have it as a name: rose, baker, will."""
    return all(part in EMPTY or part in KNOWN or common_words.stands(part) for part in _parts(word))


def is_word(word: str) -> bool:
    """True for whatever is known as a word, also mistyped or of Yorkshire. What is not may be anybody's name.

    Where the list of English words is missing, most words are unknown, and so are taken out.
    """
    return _stands(word) or _stands(DRAWN_OUT.sub(r"\1", word)) or all(_stands(part) for part in _parts(word))


def _stands(word: str) -> bool:
    is_ours = word in KNOWN or word in WRITTEN or word in OF_THE_FIELD | PEOPLE
    return word in SMALL_WORDS or is_ours or common_words.stands(word) or _is_made(word)


def _is_made(word: str) -> bool:
    """True for an everyday word with a part before it: overpayment, unsupported. Short ones may be a place: Overton."""
    made = MADE.fullmatch(word)
    return bool(made and common_words.holds(made["word"]))


def _parts(word: str) -> list[str]:
    return [part for part in re.split("['’-]", word) if len(part) > 1]
