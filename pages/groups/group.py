import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from pages.groups.diary import Break, Meeting, Term, Timetable, words

ONLINE = "online"
SHOWN = 4
WARN_BEFORE = datetime.timedelta(days=28)


@dataclass(frozen=True)
class Group:
    """A support group with every meeting of its timetable, as plain values."""

    pk: int
    key: str
    title: str
    summary: str
    url: str
    full_url: str
    path: str
    venue_name: str
    venue_address: str
    online_link: str
    example: bool
    runs_it: str
    version: int
    changed: datetime.datetime
    timetable: Timetable
    meetings: tuple[Meeting, ...]

    @property
    def when(self) -> str:
        """Its rule in words."""
        return words(self.timetable.rule)

    @property
    def place(self) -> str:
        return self.venue_name or (_("Online") if self.online_link else "")

    @property
    def place_code(self) -> str:
        """The place as it stands in addresses."""
        return slugify(self.venue_name) or (ONLINE if self.online_link else "")

    @property
    def calendar_url(self) -> str:
        """Where a calendar can fetch its meetings again and again."""
        return settings.SITE_URL + reverse("calendar-group", args=[self.key])

    def terms(self, now: datetime.datetime) -> list[Term]:
        """This term and the next ones, if it goes by terms."""
        today = timezone.localdate(now)
        goes_by_them = self.timetable.rule.term_time_only
        return [term for term in self.timetable.terms if goes_by_them and term.last >= today][:SHOWN]

    def upcoming(self, now: datetime.datetime) -> list[Meeting]:
        """Meetings that are not over, cancelled ones among them."""
        return [meeting for meeting in self.meetings if meeting.end > now]

    def next_few(self, now: datetime.datetime) -> list["Listed"]:
        """The next meetings, to be shown on its own page."""
        return [Listed(self, meeting) for meeting in self.upcoming(now)[:SHOWN]]

    def next_on(self, now: datetime.datetime) -> Meeting | None:
        """The next meeting that is not cancelled."""
        return next((meeting for meeting in self.upcoming(now) if meeting.is_on), None)

    def ends(self) -> datetime.date | None:
        """The day of the last meeting there is: terms that nobody has typed yet can end a group early."""
        return max((meeting.start.date() for meeting in self.meetings if meeting.is_on), default=None)

    def has_run_out(self, now: datetime.datetime) -> bool:
        return self.next_on(now) is None

    def runs_out_soon(self, now: datetime.datetime) -> bool:
        """True when officers should look for new dates; false when it is too late."""
        last = self.ends()
        return last is not None and not self.has_run_out(now) and last <= timezone.localdate(now) + WARN_BEFORE

    def breaks(self, now: datetime.datetime) -> list[Break]:
        """The next days off and bank holidays."""
        today = timezone.localdate(now)
        return self.timetable.breaks(today, self.timetable.rule.last)[:SHOWN]

    def meeting_on(self, day: datetime.date) -> Meeting | None:
        """The meeting that the rule gives on `day`, wherever it was moved."""
        return next((meeting for meeting in self.meetings if meeting.day == day), None)


class Listed(NamedTuple):
    """One meeting in a list of several groups' meetings."""

    group: Group
    meeting: Meeting

    @property
    def calendar_path(self) -> str:
        """Where the one meeting can be fetched for a calendar."""
        return reverse("calendar-meeting", args=[self.group.pk, self.meeting.day.isoformat()])


def listed(groups: Iterable[Group], now: datetime.datetime) -> list[Listed]:
    """The meetings of all groups that are not over, in order."""
    queues = ([Listed(group, meeting) for meeting in group.upcoming(now)] for group in groups)
    return list(merge(*queues, key=lambda each: each.meeting.start))


def next_ones(groups: Iterable[Group], now: datetime.datetime, count: int) -> list[Listed]:
    """The next meetings that are on, and cancelled ones that fall between them, for a short list."""
    shown: list[Listed] = []
    wanted = count
    for each in islice(listed(groups, now), 4 * count):
        shown.append(each)
        wanted -= each.meeting.is_on
        if not wanted:
            break
    return shown
