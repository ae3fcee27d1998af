import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

EARLIEST, LATEST = 2020, 2100


class CouncilYear(NamedTuple):
    """A year as councils count it: from 1 April to 31 March. `start` is the calendar year it begins in."""

    start: int

    @classmethod
    def of(cls, day: datetime.date) -> "CouncilYear":
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.start, 4, 1)

    @property
    def last(self) -> datetime.date:
        return datetime.date(self.start + 1, 3, 31)

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        return self.first, self.last

    @property
    def moments(self) -> tuple[datetime.datetime, datetime.datetime]:
        """Its first moment, and the last before the next year's."""
        begin, end = (datetime.datetime.combine(day, datetime.time()) for day in (self.first, self.next))
        return timezone.make_aware(begin), timezone.make_aware(end) - datetime.timedelta(microseconds=1)

    @property
    def next(self) -> datetime.date:
        return self.last + datetime.timedelta(days=1)

    @property
    def months(self) -> list[datetime.date]:
        """The first day of each month, from April."""
        return [datetime.date(self.start + (month < 4), month, 1) for month in (*range(4, 13), 1, 2, 3)]

    def has_begun(self, day: datetime.date) -> bool:
        return self.first <= day

    def is_over(self, day: datetime.date) -> bool:
        return self.last < day

    def __str__(self):
        return _("%(first)d to %(last)d") % {"first": self.start, "last": self.start + 1}


def month_of(when: datetime.date | datetime.datetime) -> datetime.date:
    """The first day of its month, by the clock of this country."""
    day = timezone.localdate(when) if isinstance(when, datetime.datetime) else when
    return day.replace(day=1)
