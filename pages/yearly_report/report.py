"""The whole report of a year."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pages.visits.tally import tally

from . import (
    callbacks,
    changes,
    checks,
    counted,
    downloads,
    duties,
    groups,
    page_views,
    plain_words,
    reach,
    searches,
    useful,
)
from .part import Part
from .year import CouncilYear

PARTS = [
    duties,
    checks,
    reach,
    changes,
    useful,
    searches,
    plain_words,
    page_views,
    groups,
    callbacks,
    downloads,
    counted,
]


@dataclass(frozen=True)
class YearlyReport:
    """A year as it is known on `day`."""

    year: CouncilYear
    day: datetime.date
    parts: list[Part]

    @property
    def state(self) -> str:
        """Says when the year is not over, or has not begun."""
        if not self.year.has_begun(self.day):
            return _("This year has not begun. There is nothing to report yet.")
        return "" if self.year.is_over(self.day) else _("The year is not over: these are its numbers so far.")


def yearly_report(year: CouncilYear, day: datetime.date) -> YearlyReport:
    """Gathers the report. What this process has counted and not yet written is in it."""
    tally.write()
    parts = [module.part(year, day) for module in PARTS] if year.has_begun(day) else []
    return YearlyReport(year, day, parts)
