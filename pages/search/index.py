"""The words of all pages that readers can open, and how well each page answers a query."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from .numbers import as_one
from .slips import Speller
from .synonyms import Meaning, Synonyms
from .text import EMPTY, PEOPLE, Token, stem, stems, telling, tokens

MOST_RESULTS = 30
LEAST_SHARE_OF_BEST = 0.08
WHOLE_PHRASE, PHRASE_INSIDE, WORD_PAIR, PHRASE_MEANT = 60, 30, 4, 12
TOPIC, SECTION, OF_TOPIC = 1.3, 0.6, 0.95
STORY = 0.25
OVERDUE = 0.94  # just below OF_TOPIC: it gives way to a page about the same, and to little else
STORY_STEMS = frozenset(map(stem, PEOPLE | EMPTY))


class Text(NamedTuple):
    """One page as the search reads it, with the phone numbers on it.

    `topics` are the pages of the topics it is about, the first most of all.
    """

    pk: int
    path: str
    parts: list[tuple[str, float]]
    names: list[str]
    worth: float
    topics: list[int]
    numbers: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """One page as the search knows it: the weight of each stem in it, its phrases, and their pairs of words."""

    text: Text
    weights: dict[str, float]
    phrases: frozenset[tuple[str, ...]]
    pairs: frozenset[tuple[str, str]]


class Way(NamedTuple):
    """One way to understand some words of a query: the stems that each may be, and how surely it is meant so."""

    words: list[dict[str, float]]
    share: float
    phrase: tuple[str, ...] = ()


class Asked(NamedTuple):
    """Some words of a query that belong together: the ways to understand them, and how much they matter in it."""

    ways: list[Way]
    weight: float


class SearchIndex:
    """Ranks pages for a query."""

    def __init__(self, texts: list[Text], synonyms: Synonyms):
        self.synonyms = synonyms
        self.entries = [_entry(text) for text in texts]
        self.numbers = frozenset(number for text in texts for number in text.numbers)
        words: dict[str, str] = {}
        self.holders: dict[str, set[int]] = defaultdict(set)
        self.pair_holders = Counter(pair for entry in self.entries for pair in entry.pairs)
        for text in texts:
            for token in (token for part, _weight in text.parts for token in tokens(part)):
                words[token.word] = token.stem
                self.holders[token.stem].add(text.pk)
        self.speller = Speller(synonyms.words | words, {word: len(pks) for word, pks in self.holders.items()})

    def rank(self, query: str, overdue: Collection[int] = ()) -> list[int]:
        """Primary keys of the pages that fit, best first; those that nobody has checked in time come lower."""
        query = as_one(query, self.numbers)
        corrected = [Token(token.word, self._corrected(token)) for token in tokens(query)]
        asked = self._asked(corrected)
        typed = tuple(token.stem for token in corrected)
        scores = {entry.text.pk: self._score(entry, asked, typed) for entry in self.entries}
        if not self.numbers.issuperset(typed):  # whoever asks for a number wants the page it stands on
            self._lift_topics(scores)
        paths = {entry.text.pk: entry.text.path for entry in self.entries}
        best = max(scores.values(), default=0)
        kept = [pk for pk, score in scores.items() if score > 0 and score >= best * LEAST_SHARE_OF_BEST]
        scores |= {pk: scores[pk] * OVERDUE for pk in kept if pk in overdue}
        return sorted(kept, key=lambda pk: (-round(scores[pk], 6), paths[pk]))[:MOST_RESULTS]

    def _corrected(self, token: Token) -> str:
        """The stem of the likeliest word; what was typed is kept to weigh the others."""
        if token.stem in self.synonyms.stems:
            return token.stem
        meant = self.speller.meant(token.word, token.stem)
        return max(meant, key=lambda stem: meant[stem], default=token.stem)

    def _asked(self, query: list[Token]) -> list[Asked]:
        """What the query asks for, phrase by phrase and word by word."""
        spans = [(span, self.synonyms.of(tuple(token.stem for token in span))) for span in self.synonyms.spans(query)]
        telling_tokens = {token for span, meanings in spans if len(span) > 1 and meanings for token in span}
        telling_tokens.update(telling(query))
        spans = [(span, meanings) for span, meanings in spans if telling_tokens.intersection(span)]
        is_story = [PEOPLE.issuperset(token.word for token in telling(span)) for span, _meanings in spans]
        weights = [STORY if story and not all(is_story) else 1 for story in is_story]
        asked = [
            Asked(self._ways(span, meanings), weight) for (span, meanings), weight in zip(spans, weights, strict=True)
        ]
        return [part for part in asked if part.ways]

    def _ways(self, span: list[Token], meanings: list[Meaning]) -> list[Way]:
        words = [self.speller.meant(token.word, stem(token.word)) for token in telling(span)]
        words = [meant for meant in words if meant]
        ways = [Way(words, 1 if len(span) == 1 else 0.7)] if words else []
        surely = 1 if len(span) == 1 else 1.3
        ways += [Way([{word: 1} for word in phrase], share * surely, phrase) for phrase, share in meanings]
        if len(span) == 1 and words:
            for meant, share in words[0].items():
                ways += [
                    Way([{part: 1} for part in meaning.phrase], share * meaning.share, meaning.phrase)
                    for meaning in self.synonyms.of((meant,))
                    if meant != span[0].stem
                ]
        return ways

    def _score(self, entry: Entry, asked: list[Asked], typed: tuple[str, ...]) -> float:
        scores = [(max(self._part(entry, way) for way in part.ways), part.weight) for part in asked]
        hits = sum(weight for score, weight in scores if score > 0)
        if not hits:
            return 0
        score = sum(score * weight for score, weight in scores)
        score *= (hits / sum(part.weight for part in asked)) ** 2
        pairs = set(pairwise(typed)) & entry.pairs
        if not STORY_STEMS.issuperset(typed):
            pairs = {pair for pair in pairs if not STORY_STEMS.issuperset(pair)}
        score += sum(WORD_PAIR * self._pair_rarity(pair) for pair in pairs)
        if typed in entry.phrases:
            score += WHOLE_PHRASE
        else:
            size = sum(part.weight for part in asked)
            inside = [phrase for phrase in entry.phrases if _holds(typed, phrase)]
            longest = max((len(phrase) for phrase in inside if not STORY_STEMS.issuperset(phrase)), default=0)
            score += PHRASE_INSIDE * min(1, longest / (1 + size))
        return score * entry.text.worth

    def _part(self, entry: Entry, way: Way) -> float:
        """How well the page answers one way to understand some words: all of its words count together."""
        weights = [self._best(entry, stems) for stems in way.words]
        hits = sum(weight > 0 for weight in weights)
        if not hits:
            return 0
        score = sum(weights) / math.sqrt(len(weights)) * (hits / len(weights)) ** 2
        if way.phrase and hits == len(weights) and any(_holds(phrase, way.phrase) for phrase in entry.phrases):
            score += PHRASE_MEANT
        return score * way.share

    def _best(self, entry: Entry, meant: dict[str, float]) -> float:
        weights = (share * entry.weights.get(word, 0) * self._rarity(word) for word, share in meant.items())
        return max(weights, default=0)

    def _rarity(self, stem: str) -> float:
        return math.log(1 + len(self.entries) / (1 + len(self.holders.get(stem, ()))))

    def _pair_rarity(self, pair: tuple[str, str]) -> float:
        return math.log(1 + len(self.entries) / (1 + self.pair_holders[pair]))

    def _lift_topics(self, scores: dict[int, float]) -> None:
        """Puts the page of a topic close behind a page about a part of it, so that a topic can always be found."""
        own = dict(scores)
        for entry in self.entries:
            for place, topic in enumerate(entry.text.topics):
                if topic in own and own.get(entry.text.pk):
                    share = OF_TOPIC if place == 0 else OF_TOPIC / 2
                    scores[topic] = max(scores[topic], own[entry.text.pk] * share)


def _entry(text: Text) -> Entry:
    weights: dict[str, float] = defaultdict(float)
    for part, weight in text.parts:
        for word, count in Counter(stems(part)).items():
            weights[word] += weight * (1 + math.log(count))
    phrases = [phrase for phrase in map(stems, text.names) if phrase]
    pairs = frozenset(pair for phrase in phrases for pair in pairwise(phrase) if not EMPTY.issuperset(pair))
    return Entry(text, dict(weights), frozenset(phrases), pairs)


def _holds(typed: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(typed[at : at + size] == phrase for at in range(len(typed) - size + 1))
