import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.core.inline import finished
from pages.council.model import CouncilSettings
from pages.ring_back import totals as callback_totals
from pages.visits.model import Counted, DailyCount

from .downloads import PAPERS
from .part import Cell, Figure, Part, Table
from .year import CouncilYear


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How far the offer reaches: what was used, against the council's own estimate of its kinship families."""
    title = _("How far it reaches")
    council = CouncilSettings.objects.filter(site__is_default_site=True).first()
    if council is None or not council.families_estimate or not council.families_estimate_day:
        words = _(
            "How many kinship families live in {area} is not known here. Type the council’s own estimate, and its"
            " source, into the settings. Without it nobody can say how far the offer reaches."
        )
        return Part("reach", title, nothing=finished(words))
    used = _used(year)
    families = council.families_estimate
    lines: list[list[Cell]] = [[words, count, _of_a_hundred(count, families)] for words, count in used.items()]
    said = {
        "families": families,
        "source": council.families_estimate_source,
        "day": date_format(council.families_estimate_day, "j F Y"),
    }
    return Part(
        "reach",
        title,
        _("The council’s own estimate is %(families)s kinship families. Source: %(source)s, %(day)s.") % said,
        [Figure(families, _("kinship families, by the council’s estimate"))],
        [],
        [Table(_("Use, for each 100 families"), [_("What"), _("Times"), _("For each 100 families")], lines)],
        [
            _(
                "These are times, not families: nobody’s name is kept, and one family may come often. How many"
                " families were reached can only be fewer."
            )
        ],
    )


def _used(year: CouncilYear) -> dict[str, int]:
    """How often the offer was used, by way of using it."""
    asked = answered = 0
    for totals in callback_totals.by_day(*year.days).values():
        asked, answered = asked + totals.asked, answered + totals.answered
    counts = dict.fromkeys((Counted.VIEW, *PAPERS), 0)
    rows = DailyCount.objects.filter(what__in=counts, day__range=year.days)
    for what, count in rows.values_list("what", "count"):
        counts[Counted(what)] += count
    papers = {str(what.label): counts[what] for what in PAPERS}
    return {
        _("Asked to be rung"): asked,
        _("Were rung"): answered,
        **papers,
        _("Pages read"): counts[Counted.VIEW],
    }


def _of_a_hundred(count: int, families: int) -> float:
    return round(100 * count / families, 1)
