"""A group's rule with everything that is different from it: days off, terms, bank holidays, moves, cancellations."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateutil.rrule import rruleset
from django.utils import timezone

from pages.core.bank_holidays import bank_holiday_name, bank_holidays_known_until
from pages.core.vocabulary import MeetingStatus

from .meeting import Break, Meeting
from .rule import Rule, meets_on


@dataclass(frozen=True)
class Term:
    """A part of the school year, both days included."""

    name: str
    first: datetime.date
    last: datetime.date
    example: bool = False

    def __contains__(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class DateMoved:
    """One meeting held on another day or at another time."""

    day: datetime.date
    to: datetime.date
    start: datetime.time
    end: datetime.time
    reason: str = ""


@dataclass(frozen=True)
class Timetable:
    """Days off and cancelled meetings are by their day, each with the reason."""

    rule: Rule
    terms: tuple[Term, ...] = ()
    off: Mapping[datetime.date, str] = field(default_factory=dict)
    moved: tuple[DateMoved, ...] = ()
    cancelled: Mapping[datetime.date, str] = field(default_factory=dict)

    def meetings(self, first: datetime.date, last: datetime.date) -> list[Meeting]:
        """The meetings held on the days from `first` to `last`, the cancelled ones among them, in order."""
        days = rruleset()
        days.rrule(self.rule.repeats())
        moved = {move.day for move in self._moves()}
        for moment in self.rule.between(first, last):
            if moment.date() in moved or self._why_not(moment.date()) is not None:
                days.exdate(moment)
        begin, end = (
            datetime.datetime.combine(first, datetime.time.min),
            datetime.datetime.combine(last, datetime.time.max),
        )
        meetings = [self._held(moment.date()) for moment in days.between(begin, end, inc=True)]
        meetings += [self._held_elsewhere(move) for move in self._moves() if first <= move.to <= last]
        return sorted(meetings, key=lambda meeting: (meeting.start, meeting.day))

    def breaks(self, first: datetime.date, last: datetime.date) -> list[Break]:
        """Days off and bank holidays from `first` to `last`. School holidays are said with the rule, not one by one."""
        moved = {move.day for move in self._moves()}
        days = [moment.date() for moment in self.rule.between(first, last)]
        return [Break(day, reason) for day in days if day not in moved and (reason := self._why_not(day))]

    def _moves(self) -> Iterator[DateMoved]:
        """The moves of meetings that the rule gives; one on a bank holiday can be moved away from it."""
        return (move for move in self.moved if meets_on(self.rule, move.day))

    def _why_not(self, day: datetime.date) -> str | None:
        """Why the rule's meeting on `day` is not held: empty words for school holidays; None when it is held."""
        if day in self.off:
            return self.off[day]
        if self.rule.term_time_only and not any(day in term for term in self.terms):
            return ""
        if self.rule.skips_bank_holidays:
            return bank_holiday_name(day) or None
        return None

    def _held(self, day: datetime.date) -> Meeting:
        return self._meeting(day, day, self.rule.start, self.rule.end, MeetingStatus.ON, "")

    def _held_elsewhere(self, move: DateMoved) -> Meeting:
        return self._meeting(move.day, move.to, move.start, move.end, MeetingStatus.MOVED, move.reason)

    def _meeting(
        self,
        day: datetime.date,
        held_on: datetime.date,
        start: datetime.time,
        end: datetime.time,
        status: MeetingStatus,
        reason: str,
    ) -> Meeting:
        if day in self.cancelled:
            status, reason = MeetingStatus.CANCELLED, self.cancelled[day]
        return Meeting(
            day,
            planned=_by_our_clock(day, self.rule.start),
            start=_by_our_clock(held_on, start),
            end=_by_our_clock(held_on, end),
            status=status,
            reason=reason,
            bank_holidays_known=not self.rule.skips_bank_holidays or held_on <= bank_holidays_known_until(),
        )


def _by_our_clock(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, time, tzinfo=timezone.get_default_timezone())
