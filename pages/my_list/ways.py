"""The forms in which a list can be had on paper."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.my_list.my_list import MyList
from pages.my_list.pack import known_pages
from pages.paper.booklet import PackLength, PrintSize

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


def counted(name: str) -> tuple[PackLength, PrintSize] | None:
    """The form whose pages somebody asks to have counted, from its name in an address."""
    return next(((length, size) for length, size in _forms() if name == f"{length}-{size}"), None)


def _forms() -> Iterator[tuple[PackLength, PrintSize]]:
    return product(PackLength, PrintSize)


def _way(my_list: MyList, day: datetime.date, length: PackLength, size: PrintSize) -> Way:
    query = {"i": my_list.address}
    if size != PrintSize.ORDINARY:
        query["size"] = size
    if length != PackLength.WHOLE:
        query["length"] = length
    counting = urlencode({"i": my_list.address, "count": f"{length}-{size}"})
    return Way(
        LABELS[length, size],
        f"{reverse('pack-pdf')}?{urlencode(query)}",
        known_pages(my_list, day, size, length),
        f"{reverse('my-list')}?{counting}#take-away",
    )
