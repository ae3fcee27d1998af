"""Where each stem and phrase stands: what lets a query look only at the pages that hold its words."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from .entry import Entry


class Places[Key: Hashable]:
    """For each key the numbers of the entries that have it, in their order."""

    def __init__(self) -> None:
        self._numbers: dict[Key, array[int]] = {}

    def add(self, key: Key, number: int) -> None:
        self._numbers.setdefault(key, array("I")).append(number)

    def __getitem__(self, key: Key) -> Sequence[int]:
        return self._numbers.get(key, ())

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[Key]:
        return iter(self._numbers)


class Postings:
    """The entries by their stems, their phrases, the parts and pairs of these, and their titles."""

    def __init__(self, entries: Iterable[Entry]):
        self.stems: Places[str] = Places()
        self.about: Places[str] = Places()
        self.phrases: Places[tuple[str, ...]] = Places()
        self.inside: Places[tuple[str, ...]] = Places()
        self.pairs: Places[tuple[str, str]] = Places()
        self.titles: Places[tuple[str, ...]] = Places()
        self._weights: dict[str, array[float]] = defaultdict(lambda: array("f"))
        for number, entry in enumerate(entries):
            for stem, weight in entry.weights.items():
                self.stems.add(stem, number)
                self._weights[stem].append(weight)
            for stem in entry.about:
                self.about.add(stem, number)
            for phrase in entry.phrases:
                self.phrases.add(phrase, number)
            for part in {part for phrase in entry.phrases for part in parts_of(phrase)}:
                self.inside.add(part, number)
            for pair in entry.pairs:
                self.pairs.add(pair, number)
            for title in entry.titles:
                self.titles.add(title, number)

    def weights(self, stem: str) -> Iterator[tuple[int, float]]:
        """Pairs of an entry's number and the stem's weight in it."""
        return zip(self.stems[stem], self._weights.get(stem, ()), strict=True)


def parts_of(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of words in a phrase, itself too."""
    size = len(phrase)
    return (phrase[start:end] for start in range(size) for end in range(start + 1, size + 1))
