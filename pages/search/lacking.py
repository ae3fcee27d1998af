"""Everyday words that lead to a page which says none of them: a reader who came by one looks for it in vain."""

from .offer import Offer
from .text import phrases, stems


def lacking(words: str, means: str, offer: Offer) -> list[str]:
    """Which of some everyday words no page says that is named by what they mean. Both are phrases with commas."""
    postings, entries = offer.index.postings, offer.index.entries
    targets = {number for phrase in phrases(means) for number in postings.inside[phrase]}
    said = [entries[number].weights for number in targets]
    return [
        word
        for word in map(str.strip, words.split(","))
        if said and not any(all(stem in weights for stem in stems(word)) for weights in said)
    ]
