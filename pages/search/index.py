"""The words of all pages that readers can open, and how well each page answers a query."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .asked import Asked, Query, Reader, Way
from .entry import Entry, Text, entries_of
from .light_words import LIGHT
from .numbers import LEAST_BEGINNING, as_one
from .postings import Postings
from .slips import Speller
from .synonyms import Synonyms
from .text import EMPTY, PEOPLE, stem

__all__ = ["Answer", "SearchIndex", "Text"]

MOST_RESULTS = 30
LEAST_SHARE_OF_BEST = 0.08
WHOLE_PHRASE, PHRASE_INSIDE, WORD_PAIR, PHRASE_MEANT = 60, 30, 4, 10
TITLE, BEGINS_TITLE, SEARCH_WORDS = 3, 2, 1  # what is typed whole comes before all else, however well other pages fit
OF_TOPIC = 0.65
OVERDUE = 0.94  # it gives way to a page about the same, and to little else
STORY_STEMS = frozenset(map(stem, PEOPLE | EMPTY))
NOT_TOLD = frozenset(map(stem, PEOPLE | EMPTY | LIGHT))
EMPTY_STEMS = frozenset(map(stem, EMPTY))
ASKING = frozenset(map(stem, LIGHT | {"claim", "claiming"}))
SHORT, LONGEST_PHRASE = 4, 8  # words
FEW = 3  # pages that may say a word by the way
LEAST_HELD = 0.5  # of the words that matter: with no more held the offer has nothing on what was asked


class Answer(NamedTuple):
    """The keys of the pages that fit, best first; what was changed of the words, and which are not held.

    `has_nothing`: what matters of the query is not held, and `pages` are only the nearest. `is_covered`: all is held.
    `is_named`: all is held, but no page is about it; a few pages name it in passing.
    """

    pages: list[int]
    query: Query
    has_nothing: bool
    is_covered: bool
    is_named: bool
    is_exact: bool


class SearchIndex:
    """Ranks pages for a query. What it knows of a page is taken from `before` where its text is still the same."""

    def __init__(self, texts: Sequence[Text], synonyms: Synonyms, before: Mapping[int, Entry] | None = None):
        self.synonyms = synonyms
        self.entries = entries_of(texts, before or {})
        self.postings = Postings(self.entries)
        self.numbers = frozenset(number for text in texts for number in text.numbers)
        self.order = {text.pk: number for number, text in enumerate(texts)}
        words: dict[str, str] = {}
        for entry in self.entries:
            words |= entry.words
        counting = {stem for stem in words.values() if stem in self.postings.about} | synonyms.stems
        self.speller = Speller(synonyms.words | words, counting, frozenset(self.postings.pairs) | synonyms.pairs)
        self.reader = Reader(synonyms, self.postings, self.speller, self.numbers)

    def rank(self, query: str, overdue: Collection[int] = ()) -> list[int]:
        """Primary keys of the pages that fit, best first; those that nobody has checked in time come lower."""
        return self.answer(query, overdue).pages

    def answer(
        self, typed: str, overdue: Collection[int] = (), *, is_typing: bool = False, as_typed: bool = False
    ) -> Answer:
        typed = as_one(typed, self.numbers)
        query = self.reader.read(typed, is_typing=is_typing, as_typed=as_typed)
        scores, covered = self._scores(query)
        if not self.numbers.issuperset(query.typed):  # whoever asks for a number wants the page it stands on
            self._lift_topics(scores)
        best = max(scores.values(), default=0)
        scores = {number: score for number, score in scores.items() if score >= best * LEAST_SHARE_OF_BEST}
        for number in scores:
            if self.entries[number].text.pk in overdue:
                scores[number] *= OVERDUE
        exact = self._exact(query.typed)
        scores |= {number: scores.get(number, 0) for number in exact}
        order = sorted(
            scores, key=lambda number: (-exact.get(number, 0), -round(scores[number], 6), self._path(number))
        )
        pages = [self.entries[number].text.pk for number in order[:MOST_RESULTS]]
        has_nothing = not pages or (not exact and self._has_nothing(query))
        is_held = not query.missing and not query.changed
        is_named = is_held and not has_nothing and not exact and self._is_named(query)
        return Answer(pages, query, has_nothing, is_held and covered >= 1, is_named, bool(exact))

    def _path(self, number: int) -> str:
        return self.entries[number].text.path

    def _has_nothing(self, query: Query) -> bool:
        if not query.parts:
            return True
        if any(map(self._is_number, query.typed)):
            return False
        if all(word.isdigit() and word not in self.synonyms.stems for word in query.typed):
            return True
        held = 1 - len(query.missing) / max(1, len(query.mattering))
        if held <= 0:
            return True
        if query.is_phrase:
            return False
        if len(query.typed) > SHORT:  # a story has words that no page need hold
            return held < LEAST_HELD
        return held <= LEAST_HELD

    def _is_named(self, query: Query) -> bool:
        """True when a word that matters, of a short query, stands in a few pages and none of them is about it."""
        held = list(map(stem, query.mattering))
        few = any(0 < len(self.postings.stems[each]) <= FEW and not self.reader.means(each) for each in held)
        return len(held) <= SHORT and few and not query.is_phrase and not any(map(self._is_number, query.typed))

    def _is_number(self, typed: str) -> bool:
        """True for a phone number of the offer, or the beginning of one."""
        begins = len(typed) >= LEAST_BEGINNING and typed.isdigit()
        return typed in self.numbers or (begins and any(number.startswith(typed) for number in self.numbers))

    def _exact(self, typed: tuple[str, ...]) -> dict[int, int]:
        """The entries whose title, or its beginning, or else one of whose search words, is what was typed."""
        told = tuple(word for word in typed if word not in EMPTY_STEMS)
        for words in (typed, told, tuple(word for word in told if word not in ASKING)):
            titled, begun = self.postings.titles[words], self.postings.title_beginnings[words]
            if titled or (begun and not NOT_TOLD.issuperset(words)):
                named = dict.fromkeys(self.postings.phrases[words], SEARCH_WORDS)
                return named | dict.fromkeys(begun, BEGINS_TITLE) | dict.fromkeys(titled, TITLE)
        return {}

    def _scores(self, query: Query) -> tuple[dict[int, float], float]:
        """The score of each entry that holds something; and the most of what matters that one of them holds."""
        sums: defaultdict[int, float] = defaultdict(float)
        hits: defaultdict[int, float] = defaultdict(float)
        mattering: defaultdict[int, int] = defaultdict(int)
        all_hits = 0.0
        for part in query.parts:
            weight = part.weight * self._importance(part)
            all_hits += weight
            for number, score in self._part(part).items():
                sums[number] += score * part.weight
                hits[number] += weight
                mattering[number] += part.matters
        scores = {number: score * (hits[number] / all_hits) ** 2 for number, score in sums.items()}
        self._add_phrases(query, scores)
        matter = sum(part.matters for part in query.parts) + len(query.missing)
        covered = max(mattering.values(), default=0) / matter if matter else 1
        return {number: score * self.entries[number].text.worth for number, score in scores.items()}, covered

    def _add_phrases(self, query: Query, scores: dict[int, float]) -> None:
        """Raises those that have words of the query side by side in their titles or search words, or all of it."""
        added: defaultdict[int, float] = defaultdict(float)
        for pair in self._telling_pairs(query.typed):
            holders = self.postings.pairs[pair]
            for number in holders:
                added[number] += WORD_PAIR * self._rarity(len(holders))
        size = sum(part.weight for part in query.parts)
        longest = self._longest_phrases(query.typed) | dict.fromkeys(self.postings.phrases[query.typed], 0)
        for number, length in longest.items():
            added[number] += PHRASE_INSIDE * min(1, length / (1 + size)) if length else WHOLE_PHRASE
        for number in scores.keys() & added.keys():
            scores[number] += added[number]

    @staticmethod
    def _telling_pairs(typed: tuple[str, ...]) -> set[tuple[str, str]]:
        pairs = set(pairwise(typed))
        return pairs if NOT_TOLD.issuperset(typed) else {pair for pair in pairs if not NOT_TOLD.issuperset(pair)}

    def _longest_phrases(self, typed: tuple[str, ...]) -> dict[int, int]:
        """For each entry that has one, how many words its longest phrase has that stands in what was typed."""
        longest: dict[int, int] = {}
        for start in range(len(typed)):
            for end in range(start + 1, min(len(typed), start + LONGEST_PHRASE) + 1):
                phrase = typed[start:end]
                if not STORY_STEMS.issuperset(phrase):
                    for number in self.postings.phrases[phrase]:
                        longest[number] = max(longest.get(number, 0), end - start)
        return longest

    def _importance(self, part: Asked) -> float:
        """How much it counts that a page has it: the fewer pages are about its words, the more."""
        stems = [stem for word in part.ways[0].words for stem in word]
        return 1 + min(self._rarity(len(self.postings.about[stem])) for stem in stems)

    def _part(self, part: Asked) -> dict[int, float]:
        best: dict[int, float] = {}
        for way in part.ways:
            for number, score in self._way(way).items():
                if score > best.get(number, 0):
                    best[number] = score
        return best

    def _way(self, way: Way) -> dict[int, float]:
        """How well each entry answers one way to understand some words: all of its words count together."""
        sums: defaultdict[int, float] = defaultdict(float)
        hits: defaultdict[int, int] = defaultdict(int)
        for stems in way.words:
            for number, weight in self._best(stems).items():
                sums[number] += weight
                hits[number] += 1
        size = len(way.words)
        scores = {
            number: score / math.sqrt(size) * (hits[number] / size) ** 2 * way.share for number, score in sums.items()
        }
        if way.phrase:
            for number in self.postings.inside[way.phrase]:
                if hits.get(number) == size:
                    scores[number] += PHRASE_MEANT * way.share
        return scores

    def _best(self, stems: dict[str, float]) -> dict[int, float]:
        best: dict[int, float] = {}
        for word, share in stems.items():
            factor = share * self._rarity(len(self.postings.stems[word]))
            for number, weight in self.postings.weights(word):
                if weight * factor > best.get(number, 0):
                    best[number] = weight * factor
        return best

    def _rarity(self, holders: int) -> float:
        return math.log(1 + len(self.entries) / (1 + holders))

    def _lift_topics(self, scores: dict[int, float]) -> None:
        """Puts the page of a topic close behind a page about a part of it, so that a topic can always be found."""
        own = dict(scores)
        for number, score in own.items():
            for place, topic in enumerate(self.entries[number].text.topics):
                at = self.order.get(topic, -1)
                if at >= 0:
                    share = OF_TOPIC if place == 0 else OF_TOPIC / 2
                    scores[at] = max(scores.get(at, 0), score * share)
