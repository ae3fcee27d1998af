"""The index of the whole offer: titles, who can help and words explained, with their pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pages.content.glossary_term import GlossaryTerm

from .entries import Entry


@dataclass(frozen=True)
class Word:
    """A word and the places in the book where its pages begin."""

    words: str
    anchors: list[str]


def word_index(entries: Iterable[Entry], terms: Iterable[GlossaryTerm]) -> list[Word]:
    """Titles, who can help, and the words that the book explains, from A to Z; each once.

    An explained word leads to the pages that have it in their title or their summary, and to what it means.
    """
    entries = list(entries)
    places: dict[str, dict[str, None]] = defaultdict(dict)
    written: dict[str, str] = {}
    for words, anchor in [*_of_pages(entries), *_of_terms(terms, entries)]:
        key = " ".join(words.casefold().split())
        if key:
            written.setdefault(key, " ".join(words.split()))
            places[key][anchor] = None
    order = {entry.anchor: number for number, entry in enumerate(entries)}
    in_book = {
        key: sorted(anchors, key=lambda anchor: order.get(anchor, len(order))) for key, anchors in places.items()
    }
    return [Word(written[key], in_book[key]) for key in sorted(places, key=_by_letter)]


def _of_pages(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        yield entry.page.title, entry.anchor
        for contact in entry.contacts:
            yield contact.name, entry.anchor


def _of_terms(terms: Iterable[GlossaryTerm], entries: list[Entry]) -> Iterator[tuple[str, str]]:
    for term in terms:
        yield term.term, f"word-{term.slug}"
        named = re.compile(rf"\b{re.escape(term.term)}s?\b", re.IGNORECASE)
        for entry in entries:
            if named.search(f"{entry.page.title} {entry.page.search_description}"):
                yield term.term, entry.anchor


def _by_letter(key: str) -> str:
    """Letters before all else: quotes and brackets at its beginning move no word."""
    return key.lstrip("“‘\"'(")
