import datetime
from dataclasses import dataclass

from pages.core.vocabulary import MeetingStatus


@dataclass(frozen=True)
class Meeting:
    """One meeting. `day` is the day its rule gave it, and names it for good, wherever it is moved."""

    day: datetime.date
    planned: datetime.datetime
    start: datetime.datetime
    end: datetime.datetime
    status: MeetingStatus = MeetingStatus.ON
    reason: str = ""
    bank_holidays_known: bool = True

    @property
    def is_on(self) -> bool:
        return self.status != MeetingStatus.CANCELLED

    @property
    def is_cancelled(self) -> bool:
        return not self.is_on

    @property
    def is_moved(self) -> bool:
        return self.status == MeetingStatus.MOVED


@dataclass(frozen=True)
class Break:
    """A day on which the rule would give a meeting, and why there is none."""

    day: datetime.date
    reason: str
