import datetime
from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.visits.model import Counted, DailyCount

from .part import Cell, Figure, Part, Table, by_month
from .year import CouncilYear, month_of

PAPERS = [Counted.LEAFLET, Counted.LARGE_PRINT, Counted.OFFER, Counted.PACK]


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How often the leaflets, the whole offer, packs and calendars were fetched."""
    title = _("Leaflets and packs")
    counts: dict[Counted, Counter[datetime.date]] = {what: Counter() for what in (*PAPERS, Counted.CALENDAR)}
    rows = DailyCount.objects.filter(what__in=counts, day__range=year.days)
    for what, when, count in rows.values_list("what", "day", "count"):
        counts[Counted(what)][month_of(when)] += count
    if not any(months.total() for months in counts.values()):
        return Part("downloads", title, nothing=_("No leaflet, pack or calendar was fetched in this year."))
    papers: Counter[datetime.date] = Counter()
    for what in PAPERS:
        papers.update(counts[what])
    begun = [month for month in year.months if month <= day]
    lines: list[list[Cell]] = [[str(what.label), *(counts[what][month] for month in begun)] for what in counts]
    table = Table(_("By kind and month"), [_("Kind"), *(date_format(month, "M Y") for month in begun)], lines)
    return Part(
        "downloads",
        title,
        "",
        [Figure(counts[what].total(), str(what.label)) for what in PAPERS],
        [by_month(_("Paper fetched, by month"), year, day, {_("Leaflets, offers and packs"): papers})],
        [table],
        [_("A telephone that follows a calendar fetches it again and again: that is no count of people.")],
    )
