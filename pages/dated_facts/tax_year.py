import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

TO_NEXT = datetime.timedelta(days=156)  # from 1 November to 6 April


class TaxYear(NamedTuple):
    """A tax year: from 6 April of `start` to 5 April of the next. Most amounts of the state are set for one."""

    start: int

    @classmethod
    def of(cls, day: datetime.date) -> "TaxYear":
        return cls(day.year if (day.month, day.day) >= (4, 6) else day.year - 1)

    @classmethod
    def to_type(cls, day: datetime.date) -> "TaxYear":
        """The year whose values officers type on `day`: from November the next, for then they are announced."""
        return cls.of(day + TO_NEXT)

    @classmethod
    def of_value(cls, valid_from: datetime.date) -> "TaxYear":
        """The year of a value that holds from this day."""
        return cls(valid_from.year if (valid_from.month, valid_from.day) >= (4, 1) else valid_from.year - 1)

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.start, 4, 6)

    @property
    def last(self) -> datetime.date:
        return datetime.date(self.start + 1, 4, 5)

    @property
    def begins(self) -> datetime.date:
        """The first day of a value of this year: those of councils and funds begin on 1 April already."""
        return datetime.date(self.start, 4, 1)

    def has(self, day: datetime.date | None) -> bool:
        """True when a value that holds from `day` is one of this year."""
        return day is not None and TaxYear.of_value(day) == self

    def __str__(self):
        return _("%(first)d to %(last)d") % {"first": self.start, "last": self.start + 1}
