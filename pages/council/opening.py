"""When somebody answers the phone: open now, until when, when next. A rule over plain values; it reads no clock."""

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.utils import timezone

from pages.core.vocabulary import Weekday

LOOK_AHEAD = 400  # days; an office that stays closed longer has no next opening
DAYS = [day.value for day in Weekday]

type Spell = tuple[datetime.time, datetime.time]


class Closed(NamedTuple):
    """Days in a row without an answer, and why."""

    first: datetime.date
    last: datetime.date
    reason: str


class Status(NamedTuple):
    """Whether somebody answers; when the present spell ends, and when the next one begins."""

    is_open: bool
    until: datetime.datetime | None
    opens_next: datetime.datetime | None
    why_closed: str = ""


class OpeningTimes(NamedTuple):
    """The spells of each weekday (0 is Monday), the closures, and what says which bank holiday a day is, if any."""

    week: dict[int, list[Spell]]
    closures: list[Closed]
    bank_holiday: Callable[[datetime.date], str] = lambda day: ""

    def why_closed(self, day: datetime.date) -> str | None:
        """Why nobody answers on `day` although it is in the week; None when the weekly hours hold."""
        for closure in self.closures:
            if closure.first <= day <= closure.last:
                return closure.reason
        return self.bank_holiday(day) or None

    def spells(self, day: datetime.date) -> list[Spell]:
        """The spells of one day, in order."""
        return self.week.get(day.weekday(), []) if self.why_closed(day) is None else []

    def status(self, now: datetime.datetime) -> Status:
        """What holds at `now`, an aware time of any zone; the answer is in the site's."""
        here = timezone.localtime(now)
        until = next(
            (_at(here, shuts) for opens, shuts in self.spells(here.date()) if opens <= here.time() < shuts), None
        )
        why = self.why_closed(here.date()) if self.week.get(here.weekday()) else None
        return Status(until is not None, until, self._next_opening(here), why or "")

    def open_day(self, after: datetime.date, count: int) -> datetime.date | None:
        """The `count`th day with an answer after the day `after`."""
        for day in _days_from(after + datetime.timedelta(days=1)):
            if self.spells(day):
                count -= 1
                if count <= 0:
                    return day
        return None

    def _next_opening(self, here: datetime.datetime) -> datetime.datetime | None:
        for day in _days_from(here.date()) if self.week else ():
            for opens, _shuts in self.spells(day):
                if day > here.date() or opens > here.time():
                    return _at(day, opens)
        return None


def opening_times(plain: dict, bank_holiday: Callable[[datetime.date], str]) -> OpeningTimes:
    """From the plain form the council is remembered in: `hours`, `closures`, `closed_on_bank_holidays`."""
    week: dict[int, list[Spell]] = {}
    for day, opens, shuts in plain.get("hours", []):
        spell = (datetime.time.fromisoformat(opens), datetime.time.fromisoformat(shuts))
        week.setdefault(DAYS.index(day), []).append(spell)
    closures = [
        Closed(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last), reason)
        for first, last, reason in plain.get("closures", [])
    ]
    times = OpeningTimes({day: _merged(spells) for day, spells in week.items()}, closures)
    return times._replace(bank_holiday=bank_holiday) if plain.get("closed_on_bank_holidays") else times


def _merged(spells: list[Spell]) -> list[Spell]:
    """In order, those that touch or overlap made one: nobody closes at noon to open at noon."""
    merged: list[Spell] = []
    for opens, shuts in sorted(spells):
        if merged and opens <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(shuts, merged[-1][1]))
        else:
            merged.append((opens, shuts))
    return merged


def _at(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, time))


def _days_from(day: datetime.date) -> Iterator[datetime.date]:
    return (day + datetime.timedelta(days=number) for number in range(LOOK_AHEAD))
