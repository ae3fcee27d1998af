import datetime
from collections import Counter

from django.utils.translation import gettext as _

from pages.models import MissedSearchMonth

from .part import Figure, Part, Table, by_month
from .year import CouncilYear

SHOWN = 20


def part(year: CouncilYear, day: datetime.date) -> Part:
    """What readers looked for and did not find, and what was done about it."""
    title = _("What readers looked for and did not find")
    rows = MissedSearchMonth.objects.filter(month__range=year.days).select_related("search__closing")
    months, searches, times = Counter(), {}, Counter()
    for row in rows:
        months[row.month] += row.count
        times[row.search_id] += row.count
        searches[row.search_id] = row.search
    if not times:
        return Part("searches", title, nothing=_("Every search of this year found something, or nobody searched."))
    most = [(searches[key], count) for key, count in times.most_common(SHOWN)]
    closed = sum(bool(search.closing_id) for search in searches.values())
    lines = [[str(search), count, _done(search)] for search, count in most]
    return Part(
        "searches",
        title,
        "",
        [
            Figure(times.total(), _("searches found nothing")),
            Figure(len(times), _("different words")),
            Figure(closed, _("dealt with, by an action or a reason")),
        ],
        [by_month(_("Searches that found nothing, by month"), year, day, {_("Searches"): months})],
        [Table(_("Looked for most"), [_("Words"), _("Times"), _("What we did")], lines)],
        [_("Words that could say who looked are never kept.")],
    )


def _done(search) -> str:
    closing = search.closing
    return f"{closing.get_how_display()}: {closing.sentence}" if closing else _("Nothing yet")
