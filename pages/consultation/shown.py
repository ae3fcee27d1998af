"""Which consultations readers are told of, and how each stands on a day."""

import datetime
from typing import NamedTuple

from pages.consultation.model import Consultation
from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered


class State(NamedTuple):
    """How a consultation stands on a day; one of the four holds, and none for an example within its days."""

    is_open: bool
    is_before: bool
    is_over: bool
    is_elsewhere: bool


def state_on(consultation: Consultation, day: datetime.date) -> State:
    elsewhere = consultation.only_elsewhere
    before, over = day < consultation.opens, day > consultation.closes
    return State(
        is_open=consultation.is_open(day),
        is_before=before and not elsewhere,
        is_over=over and not elsewhere,
        is_elsewhere=elsewhere,
    )


def open_on(day: datetime.date) -> list[Consultation]:
    """Those that can be answered, or are held elsewhere, on the day: the one that closes first comes first."""
    rows = [row for row in _real(ContentVersion.current()) if row.opens <= day <= row.closes]
    return sorted(rows, key=lambda row: row.closes)


def next_after(day: datetime.date) -> Consultation | None:
    """The next that opens."""
    rows = [row for row in _real(ContentVersion.current()) if row.opens > day]
    return min(rows, key=lambda row: row.opens, default=None)


@remembered
def _real(version: object) -> tuple[Consultation, ...]:
    return tuple(Consultation.objects.filter(example=False).prefetch_related("questions"))
