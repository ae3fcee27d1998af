import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from pages.core.vocabulary import Duty
from pages.duties.duty_map import Row, duty_map
from pages.duties.log import TAKEN_AWAY

from .part import Cell, Chart, Figure, Part, Series, Table
from .year import CouncilYear


def part(year: CouncilYear, day: datetime.date) -> Part:
    """Which duties are met. It is known only as it stands today; what was taken away in the year is remembered."""
    rows = duty_map()
    gaps = [row for row in rows if not row.is_met]
    sources = list(dict.fromkeys(str(row.duty.source.text) for row in rows))
    of = {source: [row.is_met for row in rows if row.duty.source.text == source] for source in sources}
    chart = Chart(
        _("Duties met and not met"),
        _("Where the duty comes from"),
        [_("The Act") if _is_law(source, rows) else _("The guidance") for source in sources],
        [
            Series(_("Met"), [sum(met) for met in of.values()]),
            Series(_("Not met"), [len(met) - sum(met) for met in of.values()]),
        ],
    )
    tables = []
    if gaps:
        lines = [[str(row.duty.label), str(row.duty.source.text), str(row.duty.source.reference)] for row in gaps]
        tables.append(Table(_("Not met"), [_("Duty"), _("Law or guidance"), _("Place")], lines))
    if taken := _taken_away(year):
        head = [_("Page"), _("Day"), _("Duties"), _("Reason")]
        tables.append(Table(_("Taken away in the year though it was the last page of a duty"), head, taken))
    return Part(
        "duties",
        _("What the law and the guidance ask"),
        _("As the offer stands on the day this report was made."),
        [
            Figure(sum(row.is_met for row in rows), _("of %(total)d duties met") % {"total": len(rows)}),
            Figure(len(gaps), _("not met"), bool(gaps)),
        ],
        [chart],
        tables,
        [_("Duties that nobody has read in the text itself are to be checked by the legal team.")],
    )


def _is_law(source: str, rows: list[Row]) -> bool:
    return next(row.duty.is_law for row in rows if row.duty.source.text == source)


def _taken_away(year: CouncilYear) -> list[list[Cell]]:
    names = {duty.value: str(duty.label) for duty in Duty}
    entries = PageLogEntry.objects.filter(action=TAKEN_AWAY, timestamp__range=year.moments).order_by("timestamp")
    return [
        [
            entry.label,
            timezone.localdate(entry.timestamp),
            "; ".join(names.get(duty, duty) for duty in entry.data.get("duties", [])),
            entry.data.get("reason", ""),
        ]
        for entry in entries
    ]
