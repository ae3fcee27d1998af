"""The forms in which a list can be had on paper."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.my_list.my_list import MyList
from pages.my_list.pack import known_pages
from pages.paper.booklet import PackLength, PrintSize

ALL = "all"
LABELS = {
    (PackLength.WHOLE, PrintSize.ORDINARY): _("The pack (PDF)"),
    (PackLength.WHOLE, PrintSize.LARGE): _("Large print (PDF)"),
    (PackLength.SHORT, PrintSize.ORDINARY): _("Short pack (PDF)"),
    (PackLength.SHORT, PrintSize.LARGE): _("Short pack, large print (PDF)"),
}


@dataclass(frozen=True)
class Way:
    """One form of a list's pack: where to get it, and on how many pages it comes, or where to have them counted."""

    label: LazyText
    address: str
    pages: int | None
    count_address: str


def ways(my_list: MyList, day: datetime.date) -> list[Way]:
    return [_way(my_list, day, length, size) for length, size in LABELS]


def counted(name: str) -> list[tuple[PackLength, PrintSize]]:
    """The forms whose pages somebody asks to have counted, from a name in an address: one, or all."""
    return [(length, size) for length, size in LABELS if name in (ALL, f"{length}-{size}")]


def count_all_address(my_list: MyList) -> str:
    return _count_address(my_list, ALL)


def _way(my_list: MyList, day: datetime.date, length: PackLength, size: PrintSize) -> Way:
    query = {"i": my_list.address}
    if size != PrintSize.ORDINARY:
        query["size"] = size
    if length != PackLength.WHOLE:
        query["length"] = length
    return Way(
        LABELS[length, size],
        f"{reverse('pack-pdf')}?{urlencode(query)}",
        known_pages(my_list, day, size, length),
        _count_address(my_list, f"{length}-{size}"),
    )


def _count_address(my_list: MyList, name: str) -> str:
    return f"{reverse('my-list')}?{urlencode({'i': my_list.address, 'count': name})}#take-away"
