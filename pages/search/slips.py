"""Finds the words a reader may have meant: half typed, mistyped, or written as they sound."""

import re
from collections import defaultdict

from rapidfuzz import process
from rapidfuzz.distance import OSA

BEGINNING, BEGINNING_OF_KNOWN = 0.6, 0.3
SLIP, SOUND, BEGINNING_WITH_SLIP = 0.6, 0.5, 0.35
NEARLY_AS_GOOD = 0.85
LEAST_ALIKE = 0.3  # Zebra and sober have the same sounds, but nobody who means one types the other.
MANY = 5  # On so many pages a word is surely spelled right.
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
    """Knows every word of the offer with its stem, and on how many pages each stem is."""

    def __init__(self, words: dict[str, str], pages: dict[str, int]):
        self.words = words
        self.pages = pages
        self.ordered = sorted(words)
        self.stems = frozenset(words.values())
        self.by_sound = defaultdict(list)
        for word in self.ordered:
            if len(word) >= 4 and len(sound(word)) >= 3:
                self.by_sound[sound(word)].append(word)

    def meant(self, word: str, stem: str) -> dict[str, float]:
        """The stems that one typed word may mean, each with how surely."""
        shares = {stem: 1.0} if stem in self.stems else {}
        share = BEGINNING_OF_KNOWN if shares else BEGINNING
        if len(word) >= 2:
            for other in self.ordered:
                if other.startswith(word):
                    shares.setdefault(self.words[other], share)
        if stem in shares and self.pages.get(stem, 0) == 1 and len(word) >= 6:
            shares |= {other: share for other, share in self._slips(word).items() if self.pages.get(other, 0) >= MANY}
        return shares or self._parts(word) or self._slips(word)

    def _parts(self, word: str) -> dict[str, float]:
        """Two known words written as one: schoolplace."""
        for at in range(3, len(word) - 2):
            if word[:at] in self.words and word[at:] in self.words:
                return {self.words[word[:at]]: 0.8, self.words[word[at:]]: 0.8}
        return {}

    def _slips(self, word: str) -> dict[str, float]:
        """Letters missed, added, changed or swapped: one in a short word, two in a long one."""
        if len(word) < 4 or word.isdigit():
            return {}
        most = 2 if len(word) >= 8 else 1
        near = self._near(word, self.ordered, most)
        likeness = {other: OSA.normalized_similarity(word, other) for other in self.by_sound.get(sound(word), ())}
        alike = {other: SOUND * (0.5 + 0.5 * share) for other, share in likeness.items() if share >= LEAST_ALIKE}
        if not near and not alike and len(word) >= 5:
            near = {other: share * 0.7 for other, share in self._near(word, self.ordered, 2).items()}
        if not near and not alike:
            begun = {other[: len(word)]: other for other in self.ordered if len(other) > len(word)}
            near = {begun[part]: BEGINNING_WITH_SLIP for part in self._near(word, sorted(begun), 1)}
        shares: dict[str, float] = {}
        for other, share in [*near.items(), *alike.items()]:
            shares[self.words[other]] = max(share, shares.get(self.words[other], 0))
        best = max(shares.values(), default=0)
        return {stem: share for stem, share in shares.items() if share >= best * NEARLY_AS_GOOD}

    @staticmethod
    def _near(word: str, others: list[str], most: int) -> dict[str, float]:
        near = process.extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=5)
        return {
            other: SLIP * (1 - distance / len(word)) + (0.1 if other[0] == word[0] else 0)
            for other, distance, _at in near
            if len(other) >= 4 and not other.isdigit()
        }
