"""Who answers at a given moment: those who do now first, then the others by when they do. A rule over plain values."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.content.contact import Answers, Contact
from pages.core.bank_holidays import bank_holiday_name
from pages.core.opening import OpeningTimes, Status, opening_times
from pages.core.opening_words import day_words, time_words

ALWAYS = Status(True, None, None)


class Line(NamedTuple):
    """Why somebody rings, and whom. `status` and `hours` say more of when they answer than the contact itself."""

    words: str
    contact: Contact
    status: Status | None = None
    hours: str = ""


class Answering(NamedTuple):
    """A line with what holds at this moment. `opens` is in words, “Monday at 9.30am”; empty where open or unknown."""

    line: Line
    opens: str = ""


class Tonight(NamedTuple):
    """Three lists, each in its own order: open now, opening later (the earliest first), and of unknown hours."""

    now: list[Answering]
    later: list[Answering]
    unknown: list[Answering]


def tonight(lines: Iterable[Line], ours: OpeningTimes | None, now: datetime.datetime) -> Tonight:
    """Sorts the lines by who answers at `now`; `ours` are the hours of the Navigators. Nobody is listed twice."""
    once = {line.contact.pk: line for line in reversed(list(lines))}
    found = Tonight([], [], [])
    waiting: list[tuple[datetime.datetime, Answering]] = []
    for line in reversed(list(once.values())):
        status = line.status or status_of(line.contact, ours, now)
        if status is None:
            found.unknown.append(Answering(line))
        elif status.is_open:
            found.now.append(Answering(line))
        elif status.opens_next is not None:
            waiting.append((status.opens_next, Answering(line, _when(status.opens_next, now))))
    found.later.extend(each for _opens, each in sorted(waiting, key=lambda pair: pair[0]))
    return found


def status_of(contact: Contact, ours: OpeningTimes | None, now: datetime.datetime) -> Status | None:
    """Whether the contact answers at `now`; None where nobody has said when it does."""
    match contact.answers:
        case Answers.ALWAYS:
            return ALWAYS
        case Answers.WHEN_WE_ARE_CLOSED:
            return _other_than(ours.status(now)) if ours else None
        case Answers.HOURS:
            opening = contact.opening()
            return opening_times(opening, bank_holiday_name).status(now) if opening["hours"] else None
    return None


def _other_than(status: Status) -> Status:
    return Status(not status.is_open, status.opens_next, status.until)


def _when(opens: datetime.datetime, now: datetime.datetime) -> str:
    day = day_words(opens.date(), timezone.localdate(now))
    return _("%(day)s at %(time)s") % {"day": day, "time": time_words(opens.time())}
