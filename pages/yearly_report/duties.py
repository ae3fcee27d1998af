import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from pages.duties import duty_map
from pages.duties.history import labels
from pages.duties.log import TAKEN_AWAY
from pages.duties.next_step import next_steps
from pages.duties.standing import Claim

from .part import Cell, Chart, Figure, Part, Series, Table
from .year import CouncilYear

LISTS_OF_THE_LAW = {"act", "guidance"}


def part(year: CouncilYear, day: datetime.date) -> Part:
    """Which duties are met, by their proofs. It is known only as it stands today; what was taken away is remembered."""
    parts = duty_map.duty_map(day)
    rows = [row for part in parts for row in part.rows]
    counts = dict(duty_map.counts(rows))
    chart = Chart(
        _("Duties met and not met"),
        _("Where the duty comes from"),
        [_short(part) for part in parts],
        [Series(str(claim.label), [dict(part.counts())[claim] for part in parts]) for claim in Claim],
    )
    tables = []
    if unmet := duty_map.unmet(day):
        head = [_("Duty"), _("Law or guidance"), _("State"), _("Planned by"), _("What is missing")]
        tables.append(Table(_("Not met, or only in part"), head, [_line(row) for row in unmet]))
    tables += [_list(part) for part in parts if part.about.slug not in LISTS_OF_THE_LAW]
    if taken := _taken_away(year):
        head = [_("Page"), _("Day"), _("Duties"), _("Reason")]
        tables.append(Table(_("Taken away in the year though it proved a duty"), head, taken))
    return Part(
        "duties",
        _("What the law and the guidance ask"),
        _("As the offer stands on the day this report was made. Only what is proved and signed off counts as met."),
        [
            Figure(counts[Claim.MET], _("of %(total)d duties met") % {"total": len(rows)}),
            Figure(counts[Claim.PARTLY], _("met in part")),
            Figure(counts[Claim.PLANNED], _("planned")),
            Figure(counts[Claim.NOT], _("not met"), bool(counts[Claim.NOT])),
        ],
        [chart],
        tables,
        [_("Where nobody has read the text itself, the legal team has still to confirm the wording.")],
    )


def _list(part: duty_map.Part) -> Table:
    """A list of the council's own, such as what a commission asked for, and how each thing on it stands."""
    head = [_("What was asked"), _("Where it stands"), _("State"), _("Planned by")]
    lines: list[list[Cell]] = [
        [str(row.item.label), str(row.item.reference), str(row.state.label), _planned(row)] for row in part.rows
    ]
    return Table(str(part.about.title), head, lines)


def _planned(row: duty_map.Row) -> Cell:
    return row.standing.planned_by if row.standing and row.standing.planned_by else ""


def _short(part: duty_map.Part) -> str:
    names = {"act": _("The Act"), "guidance": _("The guidance")}
    return names.get(part.about.slug, str(part.about.title))


def _line(row: duty_map.Row) -> list[Cell]:
    planned = row.standing.planned_by if row.standing else None
    steps = "; ".join(step.words for step in next_steps(row))
    return [str(row.item.label), str(row.item.source), str(row.state.label), planned or "", steps]


def _taken_away(year: CouncilYear) -> list[list[Cell]]:
    entries = PageLogEntry.objects.filter(action=TAKEN_AWAY, timestamp__range=year.moments).order_by("timestamp")
    return [
        [
            entry.label,
            timezone.localdate(entry.timestamp),
            labels(entry.data.get("duties", [])),
            entry.data.get("reason", ""),
        ]
        for entry in entries
    ]
