"""The plain rule on which a group meets: its days, and how it is said in words."""

import datetime
from dataclasses import dataclass

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.opening_words import time_words
from pages.core.vocabulary import HowOften, Weekday

DAYS = (MO, TU, WE, TH, FR, SA, SU)
PLACE_IN_MONTH = {HowOften.FIRST: 1, HowOften.SECOND: 2, HowOften.THIRD: 3, HowOften.FOURTH: 4, HowOften.LAST: -1}
SAID = {
    HowOften.WEEKLY: gettext_lazy("Every %(day)s"),
    HowOften.SECOND_WEEK: gettext_lazy("Every second %(day)s"),
    HowOften.SOME_WEEKS: gettext_lazy("Every %(weeks)d weeks on %(day)s"),
    HowOften.FIRST: gettext_lazy("The first %(day)s of each month"),
    HowOften.SECOND: gettext_lazy("The second %(day)s of each month"),
    HowOften.THIRD: gettext_lazy("The third %(day)s of each month"),
    HowOften.FOURTH: gettext_lazy("The fourth %(day)s of each month"),
    HowOften.LAST: gettext_lazy("The last %(day)s of each month"),
}


@dataclass(frozen=True)
class Rule:
    """What an officer picks. The first meeting is on the first such day from `first` on, none is after `last`."""

    how_often: HowOften
    weekday: Weekday
    start: datetime.time
    end: datetime.time
    first: datetime.date
    last: datetime.date
    weeks: int = 1
    term_time_only: bool = False
    skips_bank_holidays: bool = True

    @property
    def weeks_apart(self) -> int:
        """Weeks from one meeting to the next, where the rule counts weeks."""
        return {HowOften.WEEKLY: 1, HowOften.SECOND_WEEK: 2}.get(self.how_often, max(1, self.weeks))

    def repeats(self) -> rrule:
        """Every meeting the rule alone gives, in local time without a zone: 10am stays 10am when the clocks change."""
        until = datetime.datetime.combine(self.last, datetime.time.max)
        day = DAYS[self.weekday.number]
        if self.how_often in PLACE_IN_MONTH:
            day = day(PLACE_IN_MONTH[self.how_often])
            return rrule(MONTHLY, byweekday=day, dtstart=self._at_start(self.first), until=until)
        # Weeks are counted from the first meeting, so the count must begin on the very weekday.
        first = self.first + datetime.timedelta(days=(self.weekday.number - self.first.weekday()) % 7)
        return rrule(WEEKLY, interval=self.weeks_apart, byweekday=day, dtstart=self._at_start(first), until=until)

    def between(self, first: datetime.date, last: datetime.date) -> list[datetime.datetime]:
        """Those meetings of the rule that are on the days from `first` to `last`."""
        end = datetime.datetime.combine(last, datetime.time.max)
        return self.repeats().between(datetime.datetime.combine(first, datetime.time.min), end, inc=True)

    def _at_start(self, day: datetime.date) -> datetime.datetime:
        return datetime.datetime.combine(day, self.start)


def meets_on(rule: Rule, day: datetime.date) -> bool:
    """True when the rule alone gives a meeting on `day`, holidays or not."""
    return bool(rule.between(day, day))


def words(rule: Rule) -> str:
    """The rule as an officer would say it: Every second Thursday, 10am to noon, in term time."""
    how_often = HowOften.WEEKLY if rule.how_often == HowOften.SOME_WEEKS and rule.weeks_apart == 1 else rule.how_often
    often = SAID[how_often] % {"day": rule.weekday.label, "weeks": rule.weeks_apart}
    times = _("%(start)s to %(end)s") % {"start": time_words(rule.start), "end": time_words(rule.end)}
    return ", ".join([often, times, _("in term time")] if rule.term_time_only else [often, times])
