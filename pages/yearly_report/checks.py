import datetime
from collections import Counter

from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from pages.publishing import checking

from .part import Figure, Part, Table, by_month
from .year import CouncilYear, month_of


def part(year: CouncilYear, day: datetime.date) -> Part:
    """What was checked when, and what is overdue."""
    due = checking.every_page(day)
    entries = PageLogEntry.objects.filter(action=checking.CHECKED, timestamp__range=year.moments)
    checks = Counter(month_of(when) for when in entries.values_list("timestamp", flat=True))
    checked = {one.page.pk for one in due if year.first <= one.page.last_checked <= year.last}
    checked |= set(entries.values_list("page_id", flat=True))
    overdue = [one for one in due if one.state == checking.State.OVERDUE]
    if not due:
        return Part("checks", _("Pages checked"), nothing=_("There are no pages that readers can see."))
    in_order = sorted(due, key=lambda one: one.page.path)
    sections = {one.section: one.section or _("About the offer itself") for one in in_order}
    rows = [
        [
            name,
            sum(one.section == section for one in due),
            sum(one.section == section and one.page.pk in checked for one in due),
            sum(one.section == section for one in overdue),
        ]
        for section, name in sections.items()
    ]
    tables = [Table(_("By section"), [_("Section"), _("Pages"), _("Checked in the year"), _("Overdue now")], rows)]
    if overdue:
        lines = [[one.page.title, one.owner_name, one.page.last_checked, one.page.next_check] for one in overdue]
        head = [_("Page"), _("Owner"), _("Last checked"), _("Was due")]
        tables.append(Table(_("Overdue now"), head, lines))
    lines = [[one.page.title, sections[one.section], one.page.last_checked, one.page.next_check] for one in in_order]
    head = [_("Page"), _("Section"), _("Last checked"), _("Next check")]
    tables.append(Table(_("When each page was checked"), head, lines))
    chart = by_month(_("Checks written into the history, by month"), year, day, {_("Checks"): checks})
    return Part(
        "checks",
        _("Pages checked"),
        _("Somebody reads each page from time to time and makes sure that it is true."),
        [
            Figure(len(checked & {one.page.pk for one in due}), _("of %(total)d pages checked") % {"total": len(due)}),
            Figure(len(overdue), _("overdue on the day of this report"), bool(overdue)),
        ],
        [chart] if checks else [],
        tables,
        [] if checks else [_("No check was written into the history in this year.")],
    )
