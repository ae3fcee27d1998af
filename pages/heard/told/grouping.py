"""Tells which searches mean the same: order, endings, small words, everyday words and slips make no difference."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz.distance import OSA

from pages.search.offer import offer_at
from pages.search.slips import sound
from pages.search.text import Token, telling, tokens

SHORTEST, LONG = 4, 8  # letters: a shorter word is never taken for a slip, a long one may hold two


class Grouper:
    """Finds what a search is about. `counts` are all the searches to group, for a slip is the rarer spelling."""

    def __init__(self, counts: Mapping[str, int], version: object):
        index = offer_at(version).index
        self.synonyms = index.synonyms
        self.known = index.speller.words | index.synonyms.words
        self.known_stems = set(self.known.values()) | self.synonyms.stems
        self.meant = self._slips(counts)  # the stems of words that are a slip

    def key(self, words: str) -> tuple[str, ...]:
        """The same for all searches that mean the same."""
        as_meant = [Token(token.word, self.meant.get(token.word, token.stem)) for token in tokens(words)]
        essential = set(telling(as_meant))
        about: set[str] = set()
        for span in self.synonyms.spans(as_meant):
            meanings = self.synonyms.of(tuple(token.stem for token in span))
            about.update(meanings[0].phrase if meanings else (token.stem for token in span if token in essential))
        return tuple(sorted(about or {token.stem for token in as_meant}))

    def plainest(self, alike: Iterable[str]) -> list[str]:
        """The ways to say the same, the plainest first: without a slip, and short."""
        slips = {words: any(token.word in self.meant for token in tokens(words)) for words in alike}
        return sorted(slips, key=lambda words: (slips[words], len(words), words))

    def _slips(self, counts: Mapping[str, int]) -> dict[str, str]:
        """For each word that the offer does not know: the stem of the word it was likely meant to be."""
        unknown: Counter[str] = Counter()
        stem_of = {}
        for words, count in counts.items():
            for token in tokens(words):
                if token.stem not in self.known_stems and token.word.isalpha():
                    unknown[token.stem] += count
                    stem_of[token.word] = token.stem
        by_letter: dict[str, list[str]] = {}
        for word in sorted(self.known):
            by_letter.setdefault(word[:1], []).append(word)
        meant = {}
        for word in sorted(stem_of, key=lambda word: (-unknown[stem_of[word]], word)):
            others = by_letter.setdefault(word[0], [])
            near = min((other for other in others if _is_slip(word, other)), key=_nearness(word), default=None)
            if near is None:
                others.append(word)  # the more often it is looked for, the surer it is spelled as meant
            else:
                meant[word] = self.known.get(near) or stem_of[near]
        return meant


def _is_slip(word: str, other: str) -> bool:
    """One letter missed, added, changed or swapped; two in a long word or in one that sounds the same.

    The shortest words must sound the same and differ in length: a tent is no tint.
    """
    sounds_same = len(sound(word)) >= 3 and sound(word) == sound(other)
    short = min(len(word), len(other))
    if short < SHORTEST or (short == SHORTEST and not (sounds_same and len(word) != len(other))):
        return False
    most = 2 if len(word) >= LONG or (sounds_same and short > SHORTEST) else 1
    return OSA.distance(word, other, score_cutoff=most) <= most


def _nearness(word: str) -> Callable[[str], tuple[int, str]]:
    return lambda other: (OSA.distance(word, other), other)
