"""How many asked to be rung, and how soon they were: from the requests that are still kept, and from what the deleted
ones left behind as numbers. A request is in one of the two, never in both."""

import datetime
from dataclasses import asdict, dataclass, fields

from django.utils import timezone

from pages.core import counted
from pages.core.bank_holidays import bank_holiday_name
from pages.core.opening import OpeningTimes
from pages.council.council import current_council
from pages.ring_back.model import Callback, CallbackStatus
from pages.ring_back.total import CallbackTotal
from pages.ring_back.vocabulary import Asker, Way

# While a council has not said when its Navigators answer, office days count.
OFFICE_DAYS = OpeningTimes(
    {day: [(datetime.time(9), datetime.time(17))] for day in range(5)}, [], bank_holiday=bank_holiday_name
)


@dataclass
class Totals:
    """Numbers of requests; `minutes` is how long all the answered ones waited, by the clock.

    `in_other_ways` are those who wanted no plain call but a text, an e-mail, Relay UK or BSL video relay.
    """

    asked: int = 0
    answered: int = 0
    within_one_day: int = 0
    within_three_days: int = 0
    minutes: int = 0
    in_other_ways: int = 0
    with_interpreter: int = 0
    by_young_people: int = 0

    def add(self, other: "Totals") -> None:
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    @property
    def later(self) -> int:
        return self.answered - self.within_one_day - self.within_three_days

    @property
    def hours(self) -> float | None:
        """The hours that somebody waited, in the middle of all of them."""
        return self.minutes / self.answered / 60 if self.answered else None


READ = ("asked_at", "answered_at", "status", "way", "language", "asked_by")
NAMES = [field.name for field in fields(Totals)]


def fold(callback: Callback) -> None:
    """Adds a request that is being deleted to the numbers of its day. Call it in the transaction that deletes it."""
    counted.add(CallbackTotal, {"day": timezone.localdate(callback.asked_at)}, asdict(_totals(callback)))


def by_day(first: datetime.date, last: datetime.date) -> dict[datetime.date, Totals]:
    """The numbers of each day on which somebody asked, deleted or not."""
    days: dict[datetime.date, Totals] = {}
    for row in CallbackTotal.objects.filter(day__range=(first, last)):
        days.setdefault(row.day, Totals()).add(Totals(*(getattr(row, name) for name in NAMES)))
    begin = timezone.make_aware(datetime.datetime.combine(first, datetime.time()))
    end = timezone.make_aware(datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time()))
    kept = Callback.objects.filter(asked_at__gte=begin, asked_at__lt=end)
    for callback in kept.only(*READ):
        days.setdefault(timezone.localdate(callback.asked_at), Totals()).add(_totals(callback))
    return days


def _totals(callback: Callback) -> Totals:
    totals = Totals(
        asked=1,
        in_other_ways=int(callback.way != Way.RING),
        with_interpreter=int(bool(callback.language)),
        by_young_people=int(callback.asked_by == Asker.YOUNG_PERSON),
    )
    if callback.status != CallbackStatus.ANSWERED or not callback.answered_at:
        return totals
    waited = callback.answered_at - callback.asked_at
    totals.answered, totals.minutes = 1, max(0, round(waited.total_seconds() / 60))
    asked, answered = timezone.localdate(callback.asked_at), timezone.localdate(callback.answered_at)
    times = current_council().opening_times or OFFICE_DAYS
    if _is_by(answered, times.open_day(asked, 1)):
        totals.within_one_day = 1
    elif _is_by(answered, times.open_day(asked, 3)):
        totals.within_three_days = 1
    return totals


def _is_by(day: datetime.date, limit: datetime.date | None) -> bool:
    return limit is not None and day <= limit
