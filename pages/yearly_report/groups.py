import datetime
from collections import Counter

from django.utils.translation import gettext as _

from pages.groups import meeting_totals

from .part import Figure, Part, Table, by_month
from .year import CouncilYear, month_of


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How often the groups met: up to today, without the meetings that were called off."""
    title = _("Groups held")
    past = meeting_totals.between(year.first, min(year.last, day), day)
    if not past:
        return Part("groups", title, nothing=_("No group had a meeting in this year up to the day of this report."))
    names = {one.group or one.title: one.title for one in past}  # of a group that was renamed, the latest
    held = Counter(one.group or one.title for one in past if one.held)
    off = Counter(one.group or one.title for one in past if not one.held)
    lines = [[name, held[key], off[key]] for key, name in sorted(names.items(), key=lambda each: each[1].casefold())]
    months = Counter(month_of(one.held_on) for one in past if one.held)
    return Part(
        "groups",
        title,
        _("By the timetable that each group had on the day. Groups that have ended since are counted too."),
        [Figure(held.total(), _("meetings held")), Figure(off.total(), _("called off"))],
        [by_month(_("Meetings held, by month"), year, day, {_("Meetings"): months})],
        [Table(_("By group"), [_("Group"), _("Held"), _("Called off")], lines)],
    )
