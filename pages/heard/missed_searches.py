"""Counts the words that readers looked for and nothing answered, so that officers can add what is missing.

Of a search only single words are kept, each by itself, and of words only those that say nothing of who looked: words
of the offer, and common words of English. A name is no such word. The table can't grow beyond a fixed size.
"""

import datetime
import logging
import re
from collections import defaultdict
from contextlib import suppress
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Sum
from django.db.models.functions import Greatest, Least

from pages.content.glossary_term import GlossaryTerm
from pages.core import common_words, counted
from pages.core.content_version import ContentVersion
from pages.core.may_be_down import may_be_down
from pages.core.remembered import remembered
from pages.core.small_writes import NotWrittenError, at_once_or_not
from pages.core.typed import with_digits
from pages.heard.first_names import FAMILY_NAMES, FIRST_NAMES
from pages.heard.missed_search import MissedSearch, MissedSearchMonth
from pages.heard.scrub import GONE, scrub
from pages.heard.scrub_papers import without_spelled
from pages.heard.told.grouping import Grouper
from pages.search.offer import offer_at
from pages.search.synonym import Synonym
from pages.search.text import EMPTY, tokens
from pages.visits import tally as counting
from pages.visits.model import Counted

logger = logging.getLogger(__name__)

MOST_ROWS = 500
MOST_NEW_A_DAY = 50
MOST_A_MINUTE = 20
MOST_WORDS, LONGEST = 8, 40
NUMBERED = re.compile(r"\S*(?:[0-9]\S*){3}|\b[0-9]{1,2}[/.-][0-9]{1,2}\b")
SHORT_POSTCODE = re.compile(r"\b[a-z]{1,2}[0-9]{1,2}[a-z]?(?:\s+[0-9][a-z]{0,2})?\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"\b[0-9]+[a-z]?,?\s+(?:\w+\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|close|drive|way|court|crescent|terrace)\b",
    re.IGNORECASE,
)
WEB = re.compile(r"\S+\.(?:com|net|org|uk|co|info|ru|cn)\S*|https?:\S*", re.IGNORECASE)
TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|sir|dame|cllr|councillor)\b\.?\s+[^\W\d_]+(?:[\s-][^\W\d_]+)?", re.IGNORECASE
)
SAID = re.compile(
    r"\b(?:names?(?:\s+is)?|called|named|surname|known\s+as)\s+(?:is\s+)?[^\W\d_]+(?:[\s-][^\W\d_]+)?", re.IGNORECASE
)
BETWEEN_WORDS = re.compile(r"[\s\-‐-―/,.;:!?()\"“”…+&|_]+")
APOSTROPHE, POSSESSIVE = re.compile("[’‘`´]"), re.compile("'s?$", re.IGNORECASE)
# What stands in the offer in lower case is no name. Addresses hold names, though.
SMALL_WORD = re.compile(r"(?<![\w’'])[a-z]{2,}(?!\w)")
LINK = re.compile(r"\S*(?:@|://|www\.)\S*")


class OfferWords(NamedTuple):
    """Words that the offer holds. Those `chosen` are whole everyday words and terms: officers answer for them."""

    chosen: frozenset[str]
    held: frozenset[str]


def words_to_keep(query: str) -> list[str]:
    """The single words that may be stored of a query, each once; none when it can only be counted."""
    if holds_details(query):
        return []
    text = _plain(query)
    for pattern in (WEB, TITLED, SAID):
        text = pattern.sub(" ", text)
    offer = _offer_words(ContentVersion.current())
    kept = [word for word in _without_people(text.replace(GONE, " "), offer) if _is_keepable(word, offer)]
    return list(dict.fromkeys(tokens(word)[0].word for word in kept))[:MOST_WORDS]


def holds_details(query: str) -> bool:
    """True for a query with a number, an e-mail or an address in it: of such a one nothing is kept at all."""
    text = _plain(query)
    return without_spelled(scrub(text)) != text or any(
        pattern.search(text) for pattern in (NUMBERED, ADDRESS, SHORT_POSTCODE)
    )


class LookedFor(NamedTuple):
    """What was looked for: the most usual words for it, how often, and the other words for the same."""

    words: str
    times: int
    others: list[str]


def between(first_day: datetime.date, last_day: datetime.date) -> list[LookedFor]:
    """What was looked for and not found, by whole months, most often first; words that mean the same are one.

    Searches of which no words could be kept are not in it.
    """
    rows = MissedSearchMonth.objects.filter(month__gte=first_day.replace(day=1), month__lte=last_day)
    counted = rows.exclude(search__words="").values_list("search__words").annotate(times=Sum("count"))
    counts: dict[str, int] = dict(counted.order_by("-times", "search__words"))
    grouper, groups = Grouper(counts, ContentVersion.current()), defaultdict(list)
    for words in counts:
        groups[grouper.key(words)].append(words)
    missed = []
    for alike in groups.values():
        first, *others = sorted(grouper.plainest(alike), key=lambda words: -counts[words])
        missed.append(LookedFor(first, sum(counts[words] for words in alike), others))
    return sorted(missed, key=lambda looked: (-looked.times, looked.words))


def count(query: str, day: datetime.date) -> None:
    """Counts one search that found nothing, and each word to keep of it; a flood of them is let pass uncounted."""
    if not _slow_enough():
        return
    words = words_to_keep(query)
    with suppress(NotWrittenError), at_once_or_not("A search that found nothing"):
        kept = [word for word in words if _is_there(word) or _room_for_another(day)]
        for word in kept or [""]:
            add(word, {day: 1})
        counting.add_now(Counted.MISSED_SEARCH, day, 1)


def add(words: str, days: dict[datetime.date, int]) -> None:
    """Counts words that hold nothing of who looked: how often on each day, and for good in each month."""
    first, last, times = min(days), max(days), sum(days.values())
    counted.add(
        MissedSearch,
        {"words": words},
        {"count": times},
        new={"first_day": first, "last_day": last},
        known={"first_day": Least("first_day", first), "last_day": Greatest("last_day", last)},
    )
    search = MissedSearch.objects.get(words=words)
    months: defaultdict[datetime.date, int] = defaultdict(int)
    for day, of_day in days.items():
        months[day.replace(day=1)] += of_day
    for month, of_month in months.items():
        counted.add(MissedSearchMonth, {"search": search, "month": month}, {"count": of_month})


def _plain(query: str) -> str:
    """As it was meant to be read: no look-alike digits, no invisible characters, no spaces around an @."""
    return re.sub(r"\s*@\s*", "@", with_digits(query))


def _without_people(text: str, offer: OfferWords) -> list[str]:
    """The words in lower case without first names, what may be a family name after one, and what is not one word."""
    words = [word for word in BETWEEN_WORDS.split(APOSTROPHE.sub("'", text)) if word]
    capital = [word[0].isupper() and word != word.upper() for word in words]
    kept, after_name = [], False
    for place, typed in enumerate(words):
        owned = POSSESSIVE.sub("", typed)
        word = owned.casefold()
        is_name = word not in offer.chosen and _is_first_name(word)
        # A capital in the middle, or two in a row, are a name.
        has_capital = capital[place] and (place > 0 or any(capital[1:2]))
        if word.isalpha() and not (is_name or has_capital or (after_name and word not in EMPTY)):
            kept.append(word)
        after_name = is_name and owned == typed
    return kept


def _is_first_name(word: str) -> bool:
    """True for a common first name, and for any word of letters that English does not have."""
    plain = "".join(token.word for token in tokens(word))
    is_foreign = not word.isascii() and any(char.isalpha() for char in word) and not common_words.holds(word)
    return is_foreign or not FIRST_NAMES.isdisjoint({plain, plain.removesuffix("s")})


def _is_keepable(word: str, offer: OfferWords) -> bool:
    if word in EMPTY or not 2 <= len(word) <= LONGEST:
        return False
    if word in offer.chosen:
        return True
    return word not in FAMILY_NAMES and (word in offer.held or common_words.holds(word))


@remembered
def _offer_words(version: object) -> OfferWords:
    """The words of one version of the content: of its pages as they stand there, of the glossary and everyday words."""
    parts = [LINK.sub(" ", part) for entry in offer_at(version).index.entries for part, _weight in entry.text.parts]
    held = {word for part in parts for word in SMALL_WORD.findall(part)}
    rows = [f"{row.words},{row.means}" for row in Synonym.objects.all()]
    rows += [f"{row.term},{row.also_called},{row.search_words}" for row in GlossaryTerm.objects.all()]
    phrases = [[token.word for token in tokens(phrase)] for row in rows for phrase in row.split(",")]
    held.update(word for phrase in phrases for word in phrase)
    return OfferWords(frozenset(phrase[0] for phrase in phrases if len(phrase) == 1), frozenset(held))


def _is_there(word: str) -> bool:
    return MissedSearch.objects.filter(words=word).exists()


def _room_for_another(day: datetime.date) -> bool:
    """Makes room by forgetting the words least looked for, but not that they were; for so many new ones a day only."""
    if MissedSearch.objects.filter(first_day=day).exclude(words="").count() >= MOST_NEW_A_DAY:
        return False
    too_many = MissedSearch.objects.exclude(words="").count() - MOST_ROWS + 2
    if too_many > 0:
        least = MissedSearch.objects.exclude(words="").order_by("count", "last_day", "pk")[:too_many]
        keys = list(least.values_list("pk", flat=True))
        counted = MissedSearchMonth.objects.filter(search__in=keys).values_list("month").annotate(times=Sum("count"))
        if months := dict(counted.order_by("month")):
            add("", months)
        MissedSearch.objects.filter(pk__in=keys).delete()
    return True


def _slow_enough() -> bool:
    """False when more are missed in a minute than people can type. A cache that is down stops the counting, no more."""
    with may_be_down(logger, "Searches that find nothing are not counted, the cache can't be used"):
        cache.add("missed-searches", 0, 60)
        return cache.incr("missed-searches") <= MOST_A_MINUTE
    return False
