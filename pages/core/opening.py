"""When somebody answers the phone: open now, until when, when next. A rule over plain values; it reads no clock."""

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.utils import timezone

from pages.core.vocabulary import Weekday

LOOK_AHEAD = 400  # days; an office that stays closed longer has no next opening
AS_GOOD_AS_ALWAYS = datetime.timedelta(days=7)  # one that stays open so long closes at no time worth saying
DAY, LONGEST = 24 * 60, 16 * 60  # minutes; a spell is as long at most, or a whole day
DAYS = [day.value for day in Weekday]

# From when until when. What closes at midnight or before it opens does so on the next day; 0:00 to 0:00 is a whole day.
type Spell = tuple[datetime.time, datetime.time]


class Closed(NamedTuple):
    """Days in a row without an answer, and why."""

    first: datetime.date
    last: datetime.date
    reason: str


class Status(NamedTuple):
    """Whether somebody answers; when the present spell ends, and when the next one begins.

    `until` is empty where nobody answers, and where somebody does day and night.
    """

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
        until = self._open_until(here)
        if until is None:
            why = self.why_closed(here.date()) if self.week.get(here.weekday()) else None
            return Status(False, None, self._next_opening(here), why or "")
        if until - here >= AS_GOOD_AS_ALWAYS:
            return Status(True, None, None)
        return Status(True, until, self._next_opening(until))

    def open_day(self, after: datetime.date, count: int) -> datetime.date | None:
        """The `count`th day with an answer after the day `after`."""
        for day in _days_from(after + datetime.timedelta(days=1)):
            if self.spells(day):
                count -= 1
                if count <= 0:
                    return day
        return None

    def _open_until(self, here: datetime.datetime) -> datetime.datetime | None:
        """When those who answer now stop, through the spells that follow at once; nothing while nobody answers."""
        until, yesterday = None, here.date() - datetime.timedelta(days=1)
        for number in range(AS_GOOD_AS_ALWAYS.days + 2):
            for begins, ends in self._moments(yesterday + datetime.timedelta(days=number)):
                if begins <= (until or here) < ends:
                    until = ends
        return until

    def _next_opening(self, after: datetime.datetime) -> datetime.datetime | None:
        for day in _days_from(after.date()) if self.week else ():
            for begins, _ends in self._moments(day):
                if begins > after:
                    return begins
        return None

    def _moments(self, day: datetime.date) -> Iterator[tuple[datetime.datetime, datetime.datetime]]:
        for opens, shuts in self.spells(day):
            yield _at(day, opens), _at(day + datetime.timedelta(days=int(shuts <= opens)), shuts)


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


def minutes(opens: datetime.time, shuts: datetime.time) -> int:
    """How long a spell is: 1 to 1,440 minutes."""
    return (_minute(shuts) - _minute(opens)) % DAY or DAY


def is_too_long(opens: datetime.time, shuts: datetime.time) -> bool:
    """True for what is most likely a slip, as 9:00 to 5:00; a night is not, nor is a whole day."""
    is_whole_day = opens == shuts == datetime.time()
    return minutes(opens, shuts) > LONGEST and shuts <= opens and not is_whole_day


def _minute(time: datetime.time) -> int:
    return time.hour * 60 + time.minute


def _merged(spells: list[Spell]) -> list[Spell]:
    """In order, those that touch or overlap made one: nobody closes at noon to open at noon."""
    merged: list[tuple[int, int]] = []
    for opens, shuts in sorted(spells):
        begins = _minute(opens)
        ends = begins + minutes(opens, shuts)
        if merged and begins <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(ends, merged[-1][1]))
        else:
            merged.append((begins, ends))
    return [(_time(begins), _time(min(ends, begins + DAY))) for begins, ends in merged]


def _time(minute: int) -> datetime.time:
    return datetime.time(minute // 60 % 24, minute % 60)


def _at(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, time))


def _days_from(day: datetime.date) -> Iterator[datetime.date]:
    return (day + datetime.timedelta(days=number) for number in range(LOOK_AHEAD))
