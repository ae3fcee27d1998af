"""Counts the words that readers looked for and nothing answered, so that officers can add what is missing.

What could say who looked is taken out first: contact details, numbers, and names of people. What is left is normalised,
so that a rare way of writing does not give anybody away either. The table can't grow beyond a fixed size.
"""

import datetime
import re
import unicodedata
from collections import defaultdict
from typing import NamedTuple

from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import Greatest, Least

from pages.models import ContentVersion, MissedSearch, MissedSearchMonth
from pages.services.first_names import FIRST_NAMES
from pages.services.scrub import GONE, scrub
from pages.services.search.text import WORD, tokens
from pages.services.told.grouping import Grouper

MOST_ROWS = 500
MOST_NEW_A_DAY = 50
MOST_A_MINUTE = 20
MOST_WORDS, LONGEST = 8, 80
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
PAIR = re.compile(r"\b[A-Z][a-z’'-]+(?:\s+[A-Z][\w’'-]+)+")
CAPITAL_AFTER_SMALL = re.compile(r"(?<=[a-z0-9]\s)[A-Z][a-z]+\b")


def keepable(query: str) -> str:
    """The words of a query that say nothing about who typed it; empty when none are left."""
    text = scrub(NUMBERED.sub(" ", _plain(query)))
    for pattern in (WEB, ADDRESS, SHORT_POSTCODE, TITLED, SAID, PAIR, CAPITAL_AFTER_SMALL):
        text = pattern.sub(" ", text)
    text = _without_first_names(text.replace(GONE, " "))
    words = [token.word for token in tokens(text)]
    return (
        " ".join(words[:MOST_WORDS])[:LONGEST].strip()
        if any(len(word) > 1 and word.isalpha() for word in words)
        else ""
    )


class LookedFor(NamedTuple):
    """What was looked for: the most usual words for it, how often, and the other words for the same."""

    words: str
    count: int
    others: list[str]


def between(first_day: datetime.date, last_day: datetime.date) -> list[LookedFor]:
    """What was looked for and not found, by whole months, most often first; words that mean the same are one.

    Searches of which no words could be kept are not in it.
    """
    counted = MissedSearchMonth.objects.filter(month__gte=first_day.replace(day=1), month__lte=last_day)
    counted = counted.exclude(search__words="").values_list("search__words").annotate(times=Sum("count"))
    counts = dict(counted.order_by("-times", "search__words"))
    grouper, groups = Grouper(counts, ContentVersion.current()), defaultdict(list)
    for words in counts:
        groups[grouper.key(words)].append(words)
    found = []
    for said in groups.values():
        first, *others = sorted(grouper.plainest(said), key=lambda words: -counts[words])
        found.append(LookedFor(first, sum(counts[words] for words in said), others))
    return sorted(found, key=lambda looked: (-looked.count, looked.words))


def holds_details(query: str) -> bool:
    """True for a query with a number, an e-mail or an address in it: of such a one nothing is kept at all."""
    text = _plain(query)
    return scrub(text) != text or any(pattern.search(text) for pattern in (NUMBERED, ADDRESS, SHORT_POSTCODE))


def words_to_keep(query: str) -> str:
    """What may be stored of a query; nothing when it can only be counted."""
    return "" if holds_details(query) else keepable(query)


def count(query: str, day: datetime.date) -> None:
    """Counts one search that found nothing; a flood of them is let pass uncounted."""
    if not _slow_enough():
        return
    words = words_to_keep(query)
    with transaction.atomic():
        if words and not MissedSearch.objects.filter(words=words).exists() and not _room_for_another(day):
            words = ""
        add(words, {day: 1})


def add(words: str, days: dict[datetime.date, int]) -> None:
    """Counts words that hold nothing of who looked: how often on each day, and for good in each month."""
    first, last, times = min(days), max(days), sum(days.values())
    row, made = MissedSearch.objects.get_or_create(
        words=words, defaults={"count": times, "first_day": first, "last_day": last}
    )
    if not made:
        MissedSearch.objects.filter(pk=row.pk).update(
            count=F("count") + times, first_day=Least("first_day", first), last_day=Greatest("last_day", last)
        )
    months = defaultdict(int)
    for day, of_day in days.items():
        months[day.replace(day=1)] += of_day
    for month, of_month in months.items():
        kept, made = MissedSearchMonth.objects.get_or_create(search=row, month=month, defaults={"count": of_month})
        if not made:
            MissedSearchMonth.objects.filter(pk=kept.pk).update(count=F("count") + of_month)


def _plain(query):
    """As it was meant to be read: no look-alike digits, no invisible characters, no spaces around an @."""
    text = unicodedata.normalize("NFKC", query)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return re.sub(r"\s*@\s*", "@", text)


def _without_first_names(text):
    """Takes away first names, and the word after one, which may be a family name."""
    kept, skip = [], False
    for word in text.split():
        plain = "".join(WORD.findall(unicodedata.normalize("NFKD", word.casefold()).replace("’", "'").split("'")[0]))
        is_name = plain in FIRST_NAMES
        if not is_name and not (skip and word[:1].isupper()):
            kept.append(word)
        skip = is_name
    return " ".join(kept)


def _room_for_another(day) -> bool:
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
    try:
        cache.add("missed-searches", 0, 60)
        return cache.incr("missed-searches") <= MOST_A_MINUTE
    except Exception:
        return False
