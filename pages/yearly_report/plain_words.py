import datetime

from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.plain_words import grades_over_time as reading
from pages.plain_words.page_text import LIMIT

from .part import Chart, Figure, Part, Series, Table
from .year import CouncilYear

SHOWN = 10


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How hard the pages are to read: when the year began, and now."""
    title = _("Plain words")
    changes = reading.changes(*year.days)
    if not changes:
        return Part("plain-words", title, nothing=_("No page was measured by the end of this year."))
    then, now = ([getattr(change, name) for change in changes] for name in ("then", "now"))
    hard = [sum(grade > LIMIT for grade in grades) for grades in (then, now)]
    titles = dict(Page.objects.filter(pk__in=[change.page for change in changes]).values_list("pk", "title"))
    moved = sorted((one for one in changes if abs(one.now - one.then) >= 0.1), key=lambda one: one.now - one.then)
    hardest = sorted(changes, key=lambda one: -one.now)[:SHOWN]
    head = [_("Page"), _("Then"), _("Now")]

    def lines(rows):
        return [[titles.get(one.page, ""), round(one.then, 1), round(one.now, 1)] for one in rows]

    tables = [Table(_("The hardest pages now"), head, lines(hardest))]
    if moved:
        tables.insert(0, Table(_("Pages that changed most"), head, lines(_ends(moved))))
    chart = Chart(
        _("Reading grade: half of the pages are below it"),
        _("When"),
        [_("Then"), _("Now")],
        [Series(_("Grade"), [reading.middle(then), reading.middle(now)])],
    )
    return Part(
        "plain-words",
        title,
        _("A grade is a year at school in the United States: grade 5 is age 10 to 11. We want %(target)d or below.")
        % {"target": LIMIT},
        [
            Figure(reading.middle(now), _("grade now; %(then)s when the year began") % {"then": reading.middle(then)}),
            Figure(hard[1], _("pages above the target now; %(then)d then") % {"then": hard[0]}, bool(hard[1])),
        ],
        [chart],
        tables,
    )


def _ends(moved):
    """Those that became easier most, then those that became harder most."""
    return moved if len(moved) <= SHOWN else [*moved[: SHOWN // 2], *moved[-SHOWN // 2 :]]
