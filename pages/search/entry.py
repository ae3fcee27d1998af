"""One page as the search knows it, worked out once for as long as its words stay the same."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .text import EMPTY, stems, tokens

RUNNING_TEXT = 0.8  # the weight of a part that is only running text: what stands in it once, a page is not about
ABOUT = 2  # so often a page says what it is about, if only in running text


class Text(NamedTuple):
    """One page as the search reads it, with the phone numbers on it.

    `parts` are pairs of text and weight; `names` are its title and search words, `titles` the ways to write its title.
    `topics` are the pages of the topics it is about, the first most of all.
    """

    pk: int
    path: str
    parts: Sequence[tuple[str, float]]
    names: Sequence[str]
    worth: float
    topics: Sequence[int]
    numbers: frozenset[str] = frozenset()
    titles: Sequence[str] = ()


class Entry(NamedTuple):
    """The weight of each stem in a page, the stems it is about, its words, its phrases, and their pairs of words."""

    text: Text
    weights: dict[str, float]
    about: frozenset[str]
    words: dict[str, str]
    phrases: frozenset[tuple[str, ...]]
    pairs: frozenset[tuple[str, str]]
    titles: frozenset[tuple[str, ...]]


def entries_of(texts: Sequence[Text], known: Mapping[int, Entry]) -> list[Entry]:
    """An entry for each text. One that is `known`, by its page's key, is taken as it is while its text is the same."""
    entries = []
    for text in texts:
        before = known.get(text.pk)
        if before and before.text == text:
            entries.append(before)
        elif before and before.text.parts == text.parts and before.text.names == text.names:
            entries.append(before._replace(text=text))
        else:
            entries.append(_entry(text))
    return entries


def _entry(text: Text) -> Entry:
    weights: dict[str, float] = defaultdict(float)
    words: dict[str, str] = {}
    about: set[str] = set()
    for part, weight in text.parts:
        found = tokens(part)
        words.update(found)
        for stem, count in Counter(token.stem for token in found).items():
            weights[stem] += weight * (1 + math.log(count))
            if weight > RUNNING_TEXT or count >= ABOUT:
                about.add(stem)
    phrases = [phrase for phrase in map(stems, text.names) if phrase]
    pairs = frozenset(pair for phrase in phrases for pair in pairwise(phrase) if not EMPTY.issuperset(pair))
    titles = frozenset(title for title in map(stems, text.titles) if title)
    return Entry(text, dict(weights), frozenset(about), words, frozenset(phrases), pairs, titles)
