"""Finds the first names that are told in one breath with a name: “Jayden, poppy and Will”."""

import re

from pages.heard.everyday import is_plain
from pages.heard.first_names import FIRST_NAMES
from pages.heard.known_words import ALSO_NAMED, ALSO_SPOKEN, ALSO_TOLD, ALSO_WORDS, MONTHS, STARTERS
from pages.heard.typed_word import Word

# What stands between two names that are told in one breath.
COMMA = re.compile(r"\s*[,&+/]\s*")
AND = frozenset("and n".split())


def with_those_beside(words: list[Word], names: set[int]) -> set[int]:
    """The names with the first names that are told in one breath with them: “Jayden, poppy and Will”."""
    found = {*names, *_pairs(words)}
    for order in (range(len(words)), range(len(words) - 1, -1, -1)):
        step = order.step
        for place in order:
            if place not in found and _may_be_first_name(words, place) and _told_with(words, place, -step) in found:
                found.add(place)
    return found


def _pairs(words: list[Word]) -> set[int]:
    """Two everyday words, each somebody's name perhaps, that are told in one breath: “dawn and frank”."""
    perhaps = {place for place, word in enumerate(words) if word.word in ALSO_SPOKEN and word.word not in ALSO_TOLD}
    return {place for place in perhaps if {_told_with(words, place, 1), _told_with(words, place, -1)} & perhaps}


def _told_with(words: list[Word], place: int, step: int) -> int:
    """The place of the word that is told in one breath with this one, before or behind it; -1 for none."""
    at = place + step
    has_and = 0 <= at < len(words) and words[at].word in AND
    if has_and:
        at += step
    while step > 0 and has_and and at < len(words) and words[at].word in {"our", "my"}:
        at += step
    if not 0 <= at < len(words):
        return -1
    between = [words[each].before for each in range(min(place, at) + 1, max(place, at) + 1)]
    if has_and:
        return at if all(gap.isspace() or COMMA.fullmatch(gap) for gap in between) else -1
    return at if COMMA.fullmatch(between[0]) else -1


def _may_be_first_name(words: list[Word], place: int) -> bool:
    """True for a first name, also one that is an everyday word: poppy, lee, hope. A month is none by itself."""
    each = words[place]
    if each.word in ALSO_NAMED:
        has_more = place + 1 < len(words) and words[place + 1].before.isspace()
        following = words[place + 1].word if has_more else "is"
        is_first = following in AND and (each.begins or _told_with(words, place, -1) >= 0)
        return each.word not in MONTHS and (
            each.is_large or is_first or following in {"is", "are", "was", "were", "both"}
        )
    is_half = each.is_large and not is_plain(each.word) and each.word not in STARTERS
    return each.word in FIRST_NAMES or each.word in ALSO_WORDS | ALSO_SPOKEN | ALSO_TOLD or is_half
