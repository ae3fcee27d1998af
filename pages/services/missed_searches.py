"""Counts the words that readers looked for and nothing answered, so that officers can add what is missing.

What could say who looked is taken out first: contact details, numbers, and names of people. What is left is normalised,
so that a rare way of writing does not give anybody away either. The table can't grow beyond a fixed size.
"""

import datetime
import re
import unicodedata

from django.core.cache import cache
from django.db import transaction
from django.db.models import F

from pages.models import MissedSearch
from pages.services.first_names import FIRST_NAMES
from pages.services.scrub import GONE, scrub
from pages.services.search.text import WORD, tokens

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
    text = unicodedata.normalize("NFKC", query)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    text = scrub(NUMBERED.sub(" ", re.sub(r"\s*@\s*", "@", text)))
    for pattern in (WEB, ADDRESS, SHORT_POSTCODE, TITLED, SAID, PAIR, CAPITAL_AFTER_SMALL):
        text = pattern.sub(" ", text)
    text = _without_first_names(text.replace(GONE, " "))
    words = [token.word for token in tokens(text)]
    return (
        " ".join(words[:MOST_WORDS])[:LONGEST].strip()
        if any(len(word) > 1 and word.isalpha() for word in words)
        else ""
    )


def count(query: str, day: datetime.date) -> None:
    """Counts one search that found nothing; a flood of them is let pass uncounted."""
    if not _slow_enough():
        return
    words = keepable(query)
    with transaction.atomic():
        if _add_one(words, day):
            return
        if words and not _room_for_another(day):
            words = ""
            if _add_one(words, day):
                return
        row, made = MissedSearch.objects.get_or_create(
            words=words, defaults={"count": 1, "first_day": day, "last_day": day}
        )
        if not made:
            _add_one(row.words, day)


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


def _add_one(words, day) -> bool:
    return bool(MissedSearch.objects.filter(words=words).update(count=F("count") + 1, last_day=day))


def _room_for_another(day) -> bool:
    """Makes room by forgetting the words least looked for; none is made for more than so many new ones a day."""
    if MissedSearch.objects.filter(first_day=day).exclude(words="").count() >= MOST_NEW_A_DAY:
        return False
    too_many = MissedSearch.objects.exclude(words="").count() - MOST_ROWS + 2
    if too_many > 0:
        least = MissedSearch.objects.exclude(words="").order_by("count", "last_day", "pk")[:too_many]
        MissedSearch.objects.filter(pk__in=list(least.values_list("pk", flat=True))).delete()
    return True


def _slow_enough() -> bool:
    """False when more are missed in a minute than people can type. A cache that is down stops the counting, no more."""
    try:
        cache.add("missed-searches", 0, 60)
        return cache.incr("missed-searches") <= MOST_A_MINUTE
    except Exception:
        return False
