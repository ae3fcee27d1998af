"""How often something may be tried. Counted in the database: a cache may be one process's own, or be gone.

A try is counted before it is made, so that of many at once none slips by; one that went well is given back.
"""

import datetime
import math
from contextlib import suppress
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from pages.sign_in.tries import Tries


class Limit(NamedTuple):
    """So many tries, until there was none for so long."""

    name: str
    most: int
    within: datetime.timedelta


def take(limit: Limit, whom: str, now: datetime.datetime) -> datetime.datetime | None:
    """Counts one try; when there were too many, gives the moment from which one is let in again.

    A try that is refused is not counted: whoever goes on trying does not shut the owner out for longer.
    """
    rows, until = Tries.objects.filter(key=_key(limit, whom)), now + limit.within
    while True:
        if rows.filter(ends_at__gt=now, count__lt=limit.most).update(count=F("count") + 1, ends_at=until):
            return None
        if rows.filter(ends_at__lte=now).update(count=1, ends_at=until):
            return None
        if held := held_until(limit, whom, now):
            return held
        with suppress(IntegrityError), transaction.atomic():  # another process was first: looked at once more
            Tries.objects.filter(ends_at__lte=now).delete()
            Tries.objects.create(key=_key(limit, whom), ends_at=until)
            return None


def held_until(limit: Limit, whom: str, now: datetime.datetime) -> datetime.datetime | None:
    """Until when no try is let in; looking counts nothing."""
    full = Tries.objects.filter(key=_key(limit, whom), count__gte=limit.most, ends_at__gt=now)
    return full.values_list("ends_at", flat=True).first()


def give_back(limit: Limit, whom: str) -> None:
    """Takes back one try, which went well."""
    Tries.objects.filter(key=_key(limit, whom), count__gt=0).update(count=F("count") - 1)


def forget(limit: Limit, whom: str) -> None:
    """Begins to count anew."""
    Tries.objects.filter(key=_key(limit, whom)).delete()


def wait_in_words(until: datetime.datetime, now: datetime.datetime) -> str:
    minutes = max(1, math.ceil((until - now).total_seconds() / 60))
    return ngettext("Try again in %(number)d minute.", "Try again in %(number)d minutes.", minutes) % {
        "number": minutes
    }


def _key(limit: Limit, whom: str) -> str:
    return salted_hmac("sign-in tries", f"{limit.name}\0{whom}", algorithm="sha256").hexdigest()
