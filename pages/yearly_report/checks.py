import datetime
from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import PageLogEntry

from pages.publishing import checking

from .part import Cell, Figure, Part, Table, by_month
from .year import CouncilYear, month_of


def part(year: CouncilYear, day: datetime.date) -> Part:
    """What was checked when, and what is overdue."""
    due = checking.every_page(day)
    entries = PageLogEntry.objects.filter(action=checking.CHECKED, timestamp__range=year.moments)
    checks = Counter(month_of(when) for when in entries.values_list("timestamp", flat=True))
    made_up = {check.page.pk for check in due if check.page.check_is_example}
    checked = {check.page.pk for check in due if year.first <= check.page.last_check <= year.last} - made_up
    checked |= set(entries.values_list("page_id", flat=True))
    overdue = [check for check in due if check.state == checking.State.OVERDUE]
    if not due:
        return Part("checks", _("Pages checked"), nothing=_("There are no pages that readers can see."))
    in_order = sorted(due, key=lambda check: check.page.path)
    sections = {check.section: check.section or _("About the offer itself") for check in in_order}
    rows: list[list[Cell]] = [
        [
            name,
            sum(check.section == section for check in due),
            sum(check.section == section and check.page.pk in checked for check in due),
            sum(check.section == section for check in overdue),
        ]
        for section, name in sections.items()
    ]
    tables = [Table(_("By section"), [_("Section"), _("Pages"), _("Checked in the year"), _("Overdue now")], rows)]
    if overdue:
        lines = [[check.page.title, check.owner_name, _last_check(check), check.page.next_check] for check in overdue]
        head = [_("Page"), _("Owner"), _("Last checked"), _("Was due")]
        tables.append(Table(_("Overdue now"), head, lines))
    lines = [
        [check.page.title, sections[check.section], _last_check(check), check.page.next_check] for check in in_order
    ]
    head = [_("Page"), _("Section"), _("Last checked"), _("Next check")]
    tables.append(Table(_("When each page was checked"), head, lines))
    chart = by_month(_("Checks written into the history, by month"), year, day, {_("Checks"): checks})
    return Part(
        "checks",
        _("Pages checked"),
        _("Somebody reads each page from time to time and makes sure that it is true."),
        [
            Figure(
                len(checked & {check.page.pk for check in due}), _("of %(total)d pages checked") % {"total": len(due)}
            ),
            Figure(len(overdue), _("overdue on the day of this report"), bool(overdue)),
        ],
        [chart] if checks else [],
        tables,
        _notes(len(made_up), bool(checks)),
    )


def _last_check(check: checking.Due) -> Cell:
    return _("Example") if check.page.check_is_example else check.page.last_check


def _notes(made_up: int, has_checks: bool) -> list[str]:
    words = ngettext(
        "The check of %(number)d page is an example. It is not counted.",
        "The checks of %(number)d pages are examples. They are not counted.",
        made_up,
    )
    return [
        *([words % {"number": made_up}] if made_up else []),
        *([] if has_checks else [_("No check was written into the history in this year.")]),
    ]
