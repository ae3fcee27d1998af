"""Whether the words of a short query stand together on a page: each of them held is not yet what was asked for."""

import re
from itertools import pairwise

from .asked import Asked
from .entry import RUNNING_TEXT, Entry
from .index import Answer, SearchIndex
from .text import stems

SHORT = range(2, 4)  # parts that matter: longer queries tell a story that no sentence need hold
MOST_PAGES = 8
MANY = 6  # a word on one page in so many says little of what is asked for
SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+|\s{2,}")


def stand_together(answer: Answer, index: SearchIndex) -> bool:
    """True when the first page is about the rarest word of a query and holds the others, but for those that many pages
    say; or when a page says all that matters at one place: in two sentences side by side, with what it is named.
    """
    parts = [part for part in answer.query.parts if part.matters]
    if answer.query.is_phrase or len(parts) not in SHORT:
        return True
    entries = [index.entries[index.order[pk]] for pk in answer.pages[:MOST_PAGES]]
    pages = [_pages_of(part, index) for part in parts]
    wanted = [_stems_of(part) for part in parts]
    rarest = wanted[pages.index(min(pages))]
    others = [stems for stems, count in zip(wanted, pages, strict=True) if count < len(index.entries) / MANY]
    if not rarest.isdisjoint(entries[0].about) and not any(map(entries[0].weights.keys().isdisjoint, others)):
        return True
    return any(_has_all(entry, wanted) for entry in entries)


def _pages_of(part: Asked, index: SearchIndex) -> int:
    return sum(len(index.postings.stems[stem]) for stem in part.ways[0].words[0])


def _stems_of(part: Asked) -> set[str]:
    return {stem for way in part.ways for word in way.words for stem in word}


def _has_all(entry: Entry, wanted: list[set[str]]) -> bool:
    if any(each.isdisjoint(entry.weights) for each in wanted):
        return False
    named = {stem for part, weight in entry.text.parts if weight > RUNNING_TEXT for stem in stems(part)}
    apart = [each for each in wanted if each.isdisjoint(named)]
    sentences = [set(stems(each)) for part, _weight in entry.text.parts for each in SENTENCE.split(part)]
    return any(all(each & (one | two) for each in apart) for one, two in pairwise([set(), *sentences]))
