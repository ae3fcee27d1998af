"""Where each stem and phrase stands: what lets a query look only at the pages that hold its words."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from .entry import Entry

MOST_LOOKED_AT = 500  # pages for one stem: it keeps a query quick where the content is a hundred times as much


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
        self.title_beginnings: Places[tuple[str, ...]] = Places()
        weights: dict[str, array[float]] = defaultdict(lambda: array("f"))
        for number, entry in enumerate(entries):
            for stem, weight in entry.weights.items():
                self.stems.add(stem, number)
                weights[stem].append(weight)
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
            for beginning in {title[:end] for title in entry.titles for end in range(2, len(title))}:
                self.title_beginnings.add(beginning, number)
        self._strongest = {stem: _strongest(self.stems[stem], each) for stem, each in weights.items()}

    def weights(self, stem: str) -> Iterator[tuple[int, float]]:
        """Pairs of an entry's number and the stem's weight in it; of a usual stem only where it weighs most."""
        return zip(*self._strongest.get(stem, ((), ())), strict=True)


def _strongest(numbers: Sequence[int], weights: array[float]) -> tuple[Sequence[int], array[float]]:
    if len(numbers) <= MOST_LOOKED_AT:
        return numbers, weights
    places = sorted(range(len(numbers)), key=lambda place: -weights[place])[:MOST_LOOKED_AT]
    places.sort()
    return array("I", (numbers[place] for place in places)), array("f", (weights[place] for place in places))


def parts_of(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of words in a phrase, itself too."""
    size = len(phrase)
    return (phrase[start:end] for start in range(size) for end in range(start + 1, size + 1))
