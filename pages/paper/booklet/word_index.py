"""The index of the whole offer: titles, who can help and words explained, with the pages of paper that name them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pages.content.explain import Explainer
from pages.content.glossary_term import GlossaryTerm

MOST_PAGES = 20


@dataclass(frozen=True)
class Word:
    """A word and the numbers of the pages that it is on."""

    words: str
    pages: list[int]


def word_index(
    titles: Iterable[tuple[str, int]], names: Iterable[str], terms: Iterable[GlossaryTerm], texts: Mapping[int, str]
) -> list[Word]:
    """Words from A to Z, each once, from the text of each page of paper as it was laid out.

    `titles` are what begins on a page, a word's meaning too. The name of somebody who can help, and a word that is
    explained, lead to wherever they stand: of those on very many pages, to the pages that say them most.
    """
    begun: defaultdict[str, set[int]] = defaultdict(set)
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for title, page in titles:
        begun[_key(title, written)].add(page)
    for words, page in [*_named(names, texts), *_explained(terms, texts)]:
        counts[_key(words, written)][page] += 1
    return [Word(written[key], _listed(counts[key], begun[key])) for key in sorted(written, key=_by_letter)]


def _key(words: str, written: dict[str, str]) -> str:
    shown = " ".join(words.split())
    written.setdefault(shown.casefold(), shown)
    return shown.casefold()


def _named(names: Iterable[str], texts: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    ordered = sorted({" ".join(name.split()) for name in names} - {""}, key=len, reverse=True)
    if not ordered:
        return
    any_of = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
    for page, text in texts.items():
        for match in any_of.finditer(text):
            yield match[0], page


def _explained(terms: Iterable[GlossaryTerm], texts: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    explainer = Explainer([{"term": term.term, "spellings": term.spellings} for term in terms])
    if explainer.words is None:
        return
    for page, text in texts.items():
        for match in explainer.words.finditer(text):
            if term := explainer.term(match["words"]):
                yield term["term"], page


def _listed(count: Counter[int], begun: set[int]) -> list[int]:
    return sorted({page for page, _times in count.most_common(MOST_PAGES)} | begun)


def _by_letter(key: str) -> str:
    """Letters before all else: quotes and brackets at its beginning move no word."""
    return key.lstrip("“‘\"'(")
