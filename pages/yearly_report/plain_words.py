import datetime

from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.plain_words.grades_over_time import Change, changes, middle
from pages.plain_words.page_text import LIMIT

from .part import Cell, Chart, Figure, Part, Series, Table
from .year import CouncilYear

SHOWN = 10


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How hard the pages are to read: when the year began, and now."""
    title = _("Plain words")
    rows = changes(*year.days)
    if not rows:
        return Part("plain-words", title, nothing=_("No page was measured by the end of this year."))
    then, now = [row.then for row in rows], [row.now for row in rows]
    hard = [sum(grade > LIMIT for grade in grades) for grades in (then, now)]
    titles = dict(Page.objects.filter(pk__in=[row.page for row in rows]).values_list("pk", "title"))
    moved = sorted((row for row in rows if abs(row.now - row.then) >= 0.1), key=lambda row: row.now - row.then)
    hardest = sorted(rows, key=lambda row: -row.now)[:SHOWN]
    head = [_("Page"), _("Then"), _("Now")]

    def lines(shown: list[Change]) -> list[list[Cell]]:
        return [[titles.get(row.page, ""), round(row.then, 1), round(row.now, 1)] for row in shown]

    tables = [Table(_("The hardest pages now"), head, lines(hardest))]
    if moved:
        tables.insert(0, Table(_("Pages that changed most"), head, lines(_ends(moved))))
    chart = Chart(
        _("Reading grade: half of the pages are below it"),
        _("When"),
        [_("Then"), _("Now")],
        [Series(_("Grade"), [middle(then), middle(now)])],
    )
    return Part(
        "plain-words",
        title,
        _("A grade is a year at school in the United States: grade 5 is age 10 to 11. We want %(target)d or below.")
        % {"target": LIMIT},
        [
            Figure(middle(now), _("grade now; %(then)s when the year began") % {"then": middle(then)}),
            Figure(hard[1], _("pages above the target now; %(then)d then") % {"then": hard[0]}, bool(hard[1])),
        ],
        [chart],
        tables,
    )


def _ends(moved: list[Change]) -> list[Change]:
    """Those that became easier most, then those that became harder most."""
    return moved if len(moved) <= SHOWN else [*moved[: SHOWN // 2], *moved[-SHOWN // 2 :]]
