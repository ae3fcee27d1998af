import datetime
from collections import Counter

from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.visits.model import Counted, DailyCount

from .part import ChartKind, Figure, Part, Table, by_month
from .year import CouncilYear, month_of

SHOWN = 15


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How often pages were read."""
    title = _("Pages read")
    months: Counter[datetime.date] = Counter()
    pages: Counter[int | None] = Counter()
    rows = DailyCount.objects.filter(what=Counted.VIEW, day__range=year.days)
    for when, page, count in rows.values_list("day", "page", "count"):
        months[month_of(when)] += count
        pages[page] += count
    if not pages:
        return Part("views", title, nothing=_("No reading of a page was counted in this year."))
    titles = dict(Page.objects.filter(pk__in=pages).values_list("pk", "title"))
    lines = [[titles.get(key, _("A page that is gone")), count] for key, count in pages.most_common(SHOWN)]
    return Part(
        "views",
        title,
        _("Counted without cookies or addresses: a number for each page and day, and nothing of who came."),
        [Figure(pages.total(), _("times a page was read")), Figure(len(pages), _("different pages"))],
        [by_month(_("Pages read, by month"), year, day, {_("Pages read"): months}, ChartKind.LINE)],
        [Table(_("Read most"), [_("Page"), _("Times")], lines)],
    )
