"""What is typed in another language, or names one: which, what to say in it, and the page it asks for."""

import datetime
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

import snowballstemmer

from pages.core.content_version import ContentVersion
from pages.core.overdue import overdue
from pages.core.remembered import remembered
from pages.core.typed import words_in
from pages.dated_facts.ends import changed

from .behind import offer_now
from .finding import NEAREST, Found, search
from .hit import Hit
from .offer import Offer
from .other_language import OtherLanguage
from .text import EMPTY, clean, tokens

# Whole numbers: two languages with the same words score the same.
AS_WRITTEN, WITHOUT_ACCENTS, ANOTHER_FORM = 10, 9, 5
INTERPRETERS = "interpreter"  # what the page about them is found by
STEMMED_AS = {"slovak": "czech"}  # the nearest that there is a stemmer for

OF_LANGUAGES = {"speak", "speaks", "speaking", "speaker", "interpreter", "translator", "translation", "language"}

type Phrase = tuple[str, ...]


class Line(NamedTuple):
    """What the search says in one language: `code` and `direction` are for `lang` and `dir`."""

    code: str
    direction: str
    line: str
    ring: str
    ask: str


class Spoken(NamedTuple):
    """A line for each language it may be, for several have the same word; and the page of what is asked for.

    `page` is nothing for the name of a language: it asks for nothing but the language itself. `is_all`: no other word
    of what was typed is on our pages.
    """

    lines: list[Line]
    page: Hit | None
    is_all: bool = True


class Known(NamedTuple):
    """A phrase of the officers' table as it is written there, or nothing where another form of it was typed.

    Of two in one query the lower `row` decides.
    """

    written: Phrase
    code: str
    row: int
    topic: str


class Table(NamedTuple):
    """The officers' table: its lines by their languages' codes, and its phrases by their letters without accents.

    `names` are the languages' codes by their names; `forms` single words by what `stemmers` leave of their forms.
    """

    lines: dict[str, Line]
    phrases: dict[Phrase, list[Known]]
    names: dict[Phrase, str]
    forms: dict[str, dict[str, list[Known]]]
    stemmers: dict[str, Callable[[str], str]]


def in_another_language(query: str, day: datetime.date) -> Spoken | None:
    """What is said to a query in another language; nothing while it may be English.

    A word that is typed without accents and is on our pages is English: “sad” is not the Polish “sąd”. `day` says
    which marks the page has.
    """
    table, offer = languages_at(ContentVersion.current()), offer_now()
    if code := table.names.get(tuple(word for word in _bare(clean(query)) if word not in EMPTY | OF_LANGUAGES)):
        return Spoken([table.lines[code]], None)
    english = offer.index.speller.words
    scores: dict[str, int] = defaultdict(int)
    asked: dict[str, list[Known]] = defaultdict(list)
    read: set[str] = set()
    for written, phrases in _phrases_in(clean(query), table):
        if all(word.isascii() and word in english for word in written):
            continue
        marks: dict[str, int] = {}
        read.update(*map(_bare, written))
        for known in phrases:
            mark = AS_WRITTEN if written == known.written else WITHOUT_ACCENTS if known.written else ANOTHER_FORM
            marks[known.code] = max(mark, marks.get(known.code, 0))
            asked[known.code].append(known)
        for code, mark in marks.items():
            scores[code] += mark
    likeliest = [code for code in table.lines if scores[code] and scores[code] == max(scores.values())]
    if not likeliest:
        return None
    topic = min(asked[likeliest[0]], key=lambda known: known.row).topic
    others = {word for word in _bare(clean(query)) if word in english} - read - EMPTY
    return Spoken([table.lines[code] for code in likeliest], _page_of(topic, offer, day), not others)


def page_first(query: str, found: Found, spoken: Spoken | None, day: datetime.date) -> Found:
    """What was found, with the page of what was asked in another language before all others.

    Nothing is said then of English words that the others might be. Who looks for a language itself is led to the page
    about interpreters.
    """
    if spoken is None:
        return found
    if spoken.page is None:
        first = search(INTERPRETERS, day)[:1]
        nearest = [*first, *(hit for hit in found.nearest or found.hits if hit not in first)][:NEAREST]
        return Found(nearest, [], has_nothing=False, nothing_on=[], changed=[])
    others = [] if spoken.is_all else (found.hits or found.nearest)
    hits = [spoken.page, *(hit for hit in others if hit.pk != spoken.page.pk)]
    return Found(hits, [], has_nothing=False, nothing_on=[], changed=[])


@remembered
def languages_at(version: object) -> Table:
    """The officers' table at one version of the content."""
    table = Table({}, defaultdict(list), {}, {}, {})
    for language in OtherLanguage.objects.order_by("slug").prefetch_related("words"):
        code = language.slug
        table.lines[code] = Line(code, language.direction, language.line, language.ring, language.ask)
        table.names.update({_bare(language.name): code, _bare(language.own_name): code})
        forms = table.forms.setdefault(code, defaultdict(list))
        stem = table.stemmers[code] = _stemmer(language.name)
        for row, words in enumerate(language.words.all()):
            for phrase in filter(_bare, words.words.split(",")):
                known = Known(_written(phrase), code, row, words.topic)
                table.phrases[_bare(phrase)].append(known)
                if len(known.written) == 1:
                    forms[stem(known.written[0])].append(known)
    return table


def _stemmer(language: str) -> Callable[[str], str]:
    """What takes the endings off a language's words; where there is none for it, nothing is taken off."""
    name = language.lower()
    name = STEMMED_AS.get(name, name)
    return snowballstemmer.stemmer(name).stemWord if name in snowballstemmer.algorithms() else str


def _phrases_in(query: str, table: Table) -> Iterator[tuple[Phrase, list[Known]]]:
    """Every phrase of the table that is in the query, as it was typed."""
    bare, written = _bare(query), _written(query)
    longest = max(map(len, table.phrases), default=0)
    for begin in range(len(bare)):
        for end in range(begin + 1, min(begin + longest, len(bare)) + 1):
            if known := table.phrases.get(bare[begin:end]) or _other_forms(written[begin:end], table):
                yield written[begin:end], known


def _other_forms(written: Phrase, table: Table) -> list[Known]:
    """What a word that has signs which English has not is another form of."""
    if len(written) > 1 or written[0].isascii():
        return []
    found = [known for code, forms in table.forms.items() for known in forms.get(table.stemmers[code](written[0]), ())]
    return [known._replace(written=()) for known in found]


def _bare(text: str) -> Phrase:
    return tuple(token.word for token in tokens(text))


def _written(text: str) -> Phrase:
    """The words with their accents; without them where those are signs of their own that cut words in pieces."""
    words = tuple(words_in(unicodedata.normalize("NFC", text.casefold())))
    bare = _bare(text)
    return words if len(words) == len(bare) else bare


def _page_of(topic: str, offer: Offer, day: datetime.date) -> Hit | None:
    key = offer.topics.get(topic)
    if key is None:
        return None
    return offer.hits[key]._replace(is_overdue=key in overdue(day), may_have_changed=key in changed(day))
