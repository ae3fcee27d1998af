"""Everyday words and what they mean in the offer: the officers' table, and the other names of glossary words."""

from itertools import pairwise
from typing import NamedTuple

from .text import Token, phrases, tokens

OFFICERS, GLOSSARY = 1.1, 0.5


class Meaning(NamedTuple):
    """A phrase of the offer that a typed one may stand for, and how surely."""

    phrase: tuple[str, ...]
    share: float


class Synonyms:
    """Finds the longest everyday phrases in a query."""

    def __init__(self):
        self.meanings: dict[tuple[str, ...], list[Meaning]] = {}
        self.words: dict[str, str] = {}
        self.stems: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.longest = 1

    def add(self, words: str, means: str, share: float) -> None:
        """Both are phrases with commas between them."""
        alone = [parts[0] for parts in map(tokens, words.split(",")) if len(parts) == 1]
        self.words.update((token.word, token.stem) for token in alone)
        for phrase in phrases(words):
            known = self.meanings.setdefault(phrase, [])
            known += [Meaning(meaning, share) for meaning in phrases(means) if meaning != phrase]
            self.stems.update(phrase)
            self.pairs.update(pairwise(phrase))
            self.longest = max(self.longest, len(phrase))

    def of(self, phrase: tuple[str, ...]) -> list[Meaning]:
        return self.meanings.get(phrase, [])

    def spans(self, query: list[Token]) -> list[list[Token]]:
        """The query cut into everyday phrases, as long as they can be, and single words."""
        stems = tuple(token.stem for token in query)
        spans, at = [], 0
        while at < len(query):
            sizes = range(min(self.longest, len(query) - at), 1, -1)
            size = next((size for size in sizes if stems[at : at + size] in self.meanings), 1)
            spans.append(query[at : at + size])
            at += size
        return spans
