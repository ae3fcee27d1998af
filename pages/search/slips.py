"""Finds the words a reader may have meant: half typed, mistyped, or written as they sound.

A word of up to five letters is never taken for another: too many of them are words of their own, as halal and half.
Nor is a longer one that is a word of English.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pages.core import common_words

LONGEST_NEVER_CHANGED, LONG = 5, 8
SLIP, SOUND, BEGINNING = 0.6, 0.5, 0.6
SWAPPED = 1.25  # letters in another order are likelier than others
NEARLY_AS_GOOD = 0.85
LEAST_ALIKE = 0.6  # Zebra and sober have the same sounds, but nobody who means one types the other.
LEAST_IN_TWO = 9  # letters of two words written as one
SOUNDS = [
    (r"^kn", "n"), (r"^wr", "r"), (r"ph", "f"), (r"ght", "t"), (r"sch(?=[aeiou])", "sk"), (r"[sc]h", "x"),
    (r"[ts]ion|cian", "xn"), (r"tch", "x"), (r"c(?=[eiy])", "s"), (r"qu", "kw"), (r"[ck]+|q", "k"), (r"z", "s"),
    (r"dg|j", "g"), (r"y", "i"), (r"th", "t"),
]  # fmt: skip


def sound(word: str) -> str:
    """A rough spelling of how a word sounds: words that sound alike have the same one."""
    for pattern, letters in SOUNDS:
        word = re.sub(pattern, letters, word)
    word = word[:1] + re.sub(r"[aeiouhw]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", word)


class Speller:
    """Knows every word of the offer with its stem, which of the stems count, and the pairs of stems in names."""

    def __init__(self, words: dict[str, str], counting: Collection[str], pairs: Collection[tuple[str, str]] = ()):
        self.words = words
        self.pairs = pairs
        self.ordered = sorted(words)
        self.stems = frozenset(words.values())
        self.by_letter: dict[str, list[str]] = defaultdict(list)
        self.by_sound: dict[str, list[str]] = defaultdict(list)
        for word in self.ordered:
            if len(word) >= LONGEST_NEVER_CHANGED and word.isalpha() and words[word] in counting:
                self.by_letter[word[0]].append(word)
                self.by_sound[sound(word)].append(word)

    def begun(self, word: str) -> dict[str, float]:
        """The stems of the words that begin so, each with how surely it is meant."""
        return {self.words[other]: BEGINNING for other in self._beginning_with(word)} if len(word) >= 2 else {}

    def corrected(self, word: str) -> dict[str, float]:
        """Words of the offer that one that it does not hold was likely meant to be, each with how surely; maybe none.

        Letters missed, added, changed or swapped: one in a word, two in a long one or where it sounds the same.
        """
        if len(word) <= LONGEST_NEVER_CHANGED or not word.isalpha():
            return {}
        if word not in self.words and common_words.stands(word):  # bleeding is no slip for bedding
            return {}
        most = 2 if len(word) >= LONG else 1
        near = {
            other: SLIP * (1 - distance / len(word)) * (SWAPPED if self.has_same_letters(word, other) else 1)
            for other, distance, _at in process.extract(
                word, self.by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=most, limit=5
            )
        }
        for other in self.by_sound.get(sound(word), ()) if len(word) >= LONG else ():
            alike = OSA.normalized_similarity(word, other)
            if alike >= LEAST_ALIKE and len(sound(word)) >= 3:
                near[other] = max(near.get(other, 0), SOUND * (0.5 + 0.5 * alike))
        near = {other: share for other, share in near.items() if not word.startswith(other)}  # another form of it
        best = max(near.values(), default=0)
        return {other: share for other, share in near.items() if share >= best * NEARLY_AS_GOOD}

    @staticmethod
    def has_same_letters(one: str, other: str) -> bool:
        """True for two words with the same letters in another order: complian, complain."""
        return sorted(one) == sorted(other)

    def in_two(self, word: str) -> tuple[str, str] | None:
        """Two words of a name written as one: schoolplace."""
        if len(word) < LEAST_IN_TWO:
            return None
        for at in range(3, len(word) - 2):
            first, second = self.words.get(word[:at]), self.words.get(word[at:])
            if first and second and (first, second) in self.pairs:
                return word[:at], word[at:]
        return None

    def _beginning_with(self, word: str) -> Iterator[str]:
        for other in self.ordered[bisect_left(self.ordered, word) :]:
            if not other.startswith(word):
                return
            if other != word:
                yield other
