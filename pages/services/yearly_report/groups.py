import datetime

from django.utils.translation import gettext as _

from pages.services.groups import all_groups

from .part import Figure, Part, Table, by_month
from .year import CouncilYear, month_of


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How often the groups met, by their timetables: up to today, without the meetings that were called off."""
    title = _("Groups held")
    until = min(year.last, day)
    months, lines, held, off = {}, [], 0, 0
    for group in all_groups():
        past = [one for one in group.meetings if year.first <= one.start.date() <= until]
        on = [one for one in past if one.is_on]
        if past:
            lines.append([group.title, len(on), len(past) - len(on)])
            held, off = held + len(on), off + len(past) - len(on)
        for one in on:
            month = month_of(one.start)
            months[month] = months.get(month, 0) + 1
    if not lines:
        return Part("groups", title, nothing=_("No group had a meeting in this year up to the day of this report."))
    return Part(
        "groups",
        title,
        _("By the timetables of the groups that readers can find now."),
        [Figure(held, _("meetings held")), Figure(off, _("called off"))],
        [by_month(_("Meetings held, by month"), year, day, {_("Meetings"): months})],
        [Table(_("By group"), [_("Group"), _("Held"), _("Called off")], lines)],
    )
