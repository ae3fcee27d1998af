"""What a reader gets for what was typed: pages, what the offer has nothing on, and the sentence that answers."""

import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz import fuzz

from pages.core.overdue import overdue
from pages.core.vocabulary import Topic
from pages.dated_facts.ends import past

from .behind import offer_now
from .hit import Hit
from .index import MOST_RESULTS, Answer
from .offer import Offer
from .places import Place, place_named
from .text import EMPTY, clean, stem, stems, tokens
from .together import stand_together

NEAREST = 4
LEAST_ALIKE = 70
SHORTEST_ALIKE = 6  # letters: a shorter word is never taken for another
WHEN_NOTHING_IS_NEAR = [Topic.GETTING_STARTED, Topic.ALLOWANCES, Topic.SUPPORT_GROUPS, Topic.CONTACT_US]
SHORT, FEWEST_WANTED = 5, 2  # words; of a longer query a sentence has to hold all, for it tells a story
MARKS = ".,;:!?()\"'“”‘’…"
EMPTY_STEMS = frozenset(map(stem, EMPTY))


class Sentence(NamedTuple):
    """A sentence that answers by itself, and the page it stands on."""

    words: str
    title: str
    url: str
    last_checked: datetime.date | None


class Found(NamedTuple):
    """What was found. `nothing_on` are words as typed; `changed` are pairs of a typed word and what it is taken for.

    With `has_nothing` what matters is not held: there are no `hits`, and `nearest` says what comes close.
    With `is_named` no page is about it, and the `hits` name it in passing; with `is_apart` they hold the words, but
    not together. `place` is what the query names of the site that is no page.
    """

    hits: list[Hit]
    nearest: list[Hit]
    has_nothing: bool
    nothing_on: list[str]
    changed: list[tuple[str, str]]
    sentence: Sentence | None = None
    is_named: bool = False
    is_apart: bool = False
    place: Place | None = None

    @property
    def counted(self) -> str:
        """How many pages were found; of more than are shown nobody says a number."""
        number = len(self.hits)
        if number >= MOST_RESULTS:
            return _("the best %(number)d pages") % {"number": number}
        return ngettext("%(number)d page found", "%(number)d pages found", number) % {"number": number}

    @property
    def missed(self) -> str:
        """What was typed and the offer has no page on, to be counted: not slips, and not words that are held apart."""
        changed = dict(self.changed)
        return "" if self.is_apart else " ".join(word for word in self.nothing_on if word not in changed)


def find(query: str, day: datetime.date, *, is_typing: bool = False, as_typed: bool = False) -> Found:
    """What answers a query on `day`. Pages overdue for a check are marked, and come lower.

    `is_typing`: the last word may be half of one. `as_typed`: no letter of it is changed.
    """
    query = clean(query)
    if not query:
        return Found([], [], False, [], [])
    offer, late = offer_now(), overdue(day)
    old = {key for key, dated in offer.dated.items() if past(dated, day)}
    answer = offer.index.answer(query, late, is_typing=is_typing, as_typed=as_typed)

    def hits(keys: list[int]) -> list[Hit]:
        return [offer.hits[pk]._replace(is_overdue=pk in late, may_have_changed=pk in old) for pk in keys]

    typed = _as_typed(query)
    missing = [typed.get(word, word) for word in answer.query.missing]
    changed = [(typed.get(word, word), meant) for word, meant in answer.query.changed]
    if place := place_named(query):
        return Found([], [], False, [], [], place=place)
    if answer.has_nothing:
        nearest = [*answer.pages[:NEAREST], *_alike(query, offer)]
        return Found([], hits(list(dict.fromkeys(nearest))[:NEAREST]), True, missing or [query], changed)
    is_apart = not (answer.is_exact or missing or changed or stand_together(answer, offer.index))
    usable = answer.is_covered and answer.pages[0] not in old and not is_apart
    sentence = _owner(answer, offer) or (_sentence(answer, offer) if usable else None)
    is_named = answer.is_named and sentence is None
    pages = _naming(answer, offer) if is_named else answer.pages
    words = [query] if is_apart or is_named else [*missing, *dict(changed)]
    return Found(hits(pages), [], False, words, changed, sentence, is_named, is_apart)


def _naming(answer: Answer, offer: Offer) -> list[int]:
    """The pages that hold the one word that matters; all that were found where there are more."""
    wanted = {each for word in answer.query.mattering for each in stems(word)}
    holding = [pk for pk in answer.pages if wanted <= offer.index.entries[offer.index.order[pk]].weights.keys()]
    return holding or answer.pages


def _as_typed(query: str) -> dict[str, str]:
    """The words of a query as they were typed, by what is read of them."""
    return {token.word: word.strip(MARKS) for word in query.split() for token in tokens(word)}


def search(query: str, day: datetime.date) -> list[Hit]:
    """The pages that answer a query, best first; none when the offer has nothing on it."""
    return find(query, day).hits


def _owner(answer: Answer, offer: Offer) -> Sentence | None:
    """Whose the number is that was typed, and the page that is about them, or else the first it stands on."""
    owner = next((offer.owners[each] for each in answer.query.typed if each in offer.owners), None)
    if owner is None:
        return None
    names = {*stems(owner)} - EMPTY_STEMS
    hits = [offer.hits[pk] for pk in answer.pages]
    first = next((hit for hit in hits if names & {*stems(hit.title)}), hits[0])
    words = _("That is the number of %(owner)s.") % {"owner": owner}
    return Sentence(words, first.title, first.url, first.last_checked)


def _sentence(answer: Answer, offer: Offer) -> Sentence | None:
    typed = answer.query.typed
    told = tuple(stem for stem in typed if stem not in EMPTY_STEMS)
    term, glossary = offer.terms.get(typed) or offer.terms.get(told), offer.hits.get(offer.glossary or 0)
    if term and glossary:
        return Sentence(
            f"{term.term}: {term.meaning}", glossary.title, f"{glossary.url}#{term.slug}", glossary.last_checked
        )
    first = offer.hits[answer.pages[0]]
    wanted = {stem for word in answer.query.mattering for stem in stems(word)} if len(typed) <= SHORT else {*told}
    if len(wanted) < FEWEST_WANTED and (answer.is_named or not answer.is_exact):
        return None
    if answer.is_exact and first.summary:
        words = first.summary
    else:
        words = next((each for each in offer.sentences[first.pk] if wanted <= set(stems(each))), "")
    return Sentence(words, first.title, first.url, first.last_checked) if words else None


def _alike(query: str, offer: Offer) -> list[int]:
    """The topics whose words look most like those typed, then those where most people begin."""
    typed = [token.word for token in tokens(query) if len(token.word) >= SHORTEST_ALIKE]
    scored = []
    for pk in offer.topics.values():
        text = offer.index.entries[offer.index.order[pk]].text
        known = {token.word for name in text.names for token in tokens(name)}
        alike = max((fuzz.ratio(word, other) for word in typed for other in known), default=0)
        scored.append((-alike, text.path, pk))
    near = [pk for score, _path, pk in sorted(scored) if -score >= LEAST_ALIKE]
    return [*near, *(offer.topics[topic] for topic in WHEN_NOTHING_IS_NEAR if topic in offer.topics)]
