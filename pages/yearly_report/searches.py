import datetime
from collections import Counter

from django.utils.translation import gettext as _

from pages.heard import missed_searches
from pages.heard.closing import Closing
from pages.heard.missed_search import MissedSearch
from pages.heard.missed_searches import LookedFor
from pages.visits.model import Counted, DailyCount

from .part import Cell, Figure, Part, Table, by_month
from .year import CouncilYear

SHOWN = 20


def part(year: CouncilYear, day: datetime.date) -> Part:
    """The words that readers looked for and did not find, and what was done. Words that mean the same are one."""
    title = _("What readers looked for and did not find")
    months: Counter[datetime.date] = Counter()
    counted = DailyCount.objects.filter(what=Counted.MISSED_SEARCH, day__range=year.days)
    for when, count in counted.values_list("day", "count"):
        months[when.replace(day=1)] += count
    if not months:
        return Part("searches", title, nothing=_("Every search of this year found something, or nobody searched."))
    missed = missed_searches.between(*year.days)
    closings = _closings(missed)
    lines: list[list[Cell]] = [
        [looked.words, looked.times, _done(closings.get(looked.words))] for looked in missed[:SHOWN]
    ]
    return Part(
        "searches",
        title,
        "",
        [
            Figure(months.total(), _("searches found nothing")),
            Figure(len(missed), _("different things looked for")),
            Figure(len(closings), _("dealt with, by an action or a reason")),
        ],
        [by_month(_("Searches that found nothing, by month"), year, day, {_("Searches"): months})],
        [Table(_("Looked for most"), [_("Words"), _("Times"), _("What we did")], lines)] if lines else [],
        [_("Only single everyday words are kept of a search. A search of several words stands at each of them.")],
    )


def _closings(missed: list[LookedFor]) -> dict[str, Closing]:
    """How each thing was dealt with, in whichever of its words."""
    words_of = {words: looked.words for looked in missed for words in [looked.words, *looked.others]}
    closed = MissedSearch.objects.filter(words__in=words_of, closing__isnull=False).select_related("closing")
    return {words_of[search.words]: search.closing for search in closed if search.closing}


def _done(closing: Closing | None) -> str:
    return f"{closing.get_how_display()}: {closing.sentence}" if closing else _("Nothing yet")
