import datetime
from collections import Counter

from django.utils.translation import gettext as _

from pages.groups import meeting_totals

from .part import Cell, Figure, Part, Table, by_month
from .year import CouncilYear, month_of


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How often the groups met: up to today, without the meetings that were called off."""
    title = _("Groups held")
    past = meeting_totals.between(year.first, min(year.last, day), day)
    if not past:
        return Part("groups", title, nothing=_("No group had a meeting in this year up to the day of this report."))
    names = {
        meeting.group or meeting.title: meeting.title for meeting in past
    }  # of a group that was renamed, the latest
    held = Counter(meeting.group or meeting.title for meeting in past if meeting.held)
    off = Counter(meeting.group or meeting.title for meeting in past if not meeting.held)
    lines: list[list[Cell]] = [
        [name, held[key], off[key]] for key, name in sorted(names.items(), key=lambda pair: pair[1].casefold())
    ]
    months = Counter(month_of(meeting.held_on) for meeting in past if meeting.held)
    return Part(
        "groups",
        title,
        _("By the timetable that each group had on the day. Groups that have ended since are counted too."),
        [Figure(held.total(), _("meetings held")), Figure(off.total(), _("called off"))],
        [by_month(_("Meetings held, by month"), year, day, {_("Meetings"): months})],
        [Table(_("By group"), [_("Group"), _("Held"), _("Called off")], lines)],
    )
