"""Narrows the next meetings by day, place and date, from what stands in an address."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from pages.core.typed import with_digits
from pages.core.vocabulary import Weekday

from .group import Group, Listed, listed

MOST = 8


@dataclass(frozen=True)
class Chosen:
    """What fits, and what could be chosen. `more_from` is the day on which a longer list goes on."""

    items: list[Listed]
    more_from: datetime.date | None
    ran_out: list[Group]
    places: dict[str, str]
    days: list[Weekday]
    place: str = ""
    day: str = ""
    since: datetime.date | None = None

    @property
    def is_narrowed(self) -> bool:
        return bool(self.place or self.day or self.since)

    @property
    def can_be_narrowed(self) -> bool:
        return bool(self.places or self.days)


def choose(groups: Iterable[Group], query: Mapping[str, str], now: datetime.datetime) -> Chosen:
    """The next meetings of these groups. What the address says and nobody understands is left aside."""
    groups = list(groups)
    coming = listed(groups, now)
    places = {each.group.place_code: each.group.place for each in coming if each.group.place_code}
    place = query.get("place", "") if query.get("place") in places else ""
    day = query.get("day", "") if query.get("day") in Weekday.values else ""
    since = _future_day(query.get("from", ""), timezone.localdate(now))
    fitting = [each for each in coming if _fits(each, place, day, since)]
    items = _whole_days(fitting)
    return Chosen(
        items=items,
        more_from=fitting[len(items)].meeting.start.date() if len(fitting) > len(items) else None,
        ran_out=[group for group in groups if group.has_run_out(now)],
        places=dict(sorted(places.items(), key=lambda pair: pair[1].casefold())),
        days=[
            weekday for weekday in Weekday if weekday == day or any(_fits(each, "", weekday, None) for each in coming)
        ],
        place=place,
        day=day,
        since=since,
    )


def _fits(each: Listed, place: str, day: str, since: datetime.date | None) -> bool:
    held_on = each.meeting.start.date()
    if place and each.group.place_code != place:
        return False
    if day and held_on.weekday() != Weekday(day).number:
        return False
    return since is None or held_on >= since


def _whole_days(fitting: list[Listed]) -> list[Listed]:
    """The first of a long list, never ending in the middle of a day, so that the rest begins with the next day."""
    if len(fitting) <= MOST:
        return fitting
    last = fitting[MOST].meeting.start.date()
    return [each for each in fitting[:MOST] if each.meeting.start.date() < last] or [
        each for each in fitting if each.meeting.start.date() == last
    ]


def _future_day(text: str, today: datetime.date) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(with_digits(text).strip())
    except ValueError:
        return None
    return day if day > today else None
