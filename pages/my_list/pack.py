"""Makes the pack of a reader's list, in the reader's turn."""

import datetime
import hashlib
from typing import NamedTuple

from django.core.cache import cache
from wagtail.models import Page

from pages.core.content_version import ContentVersion
from pages.council.council import current_council
from pages.my_list.my_list import MyList
from pages.paper import pdf
from pages.paper.booklet.document import Navigator, PackLength, PrintSize, pack_html
from pages.paper.booklet.entries import Entry, gather
from pages.paper.turn import turn_of

MOST_PAGES = 20
KEPT_FOR = 600
KEPT_AT_ONCE = 16
COUNTS_KEPT_FOR = 24 * 3600
COUNTS_KEPT_AT_ONCE = 512


class Pack(NamedTuple):
    """A pack as it was made."""

    pdf: bytes
    pages: int


def make_pack(
    my_list: MyList,
    day: datetime.date,
    size: PrintSize,
    navigator: Navigator,
    visitor: str,
    length: PackLength = PackLength.WHOLE,
) -> bytes:
    """The PDF of a list, from what is live now. Kept for ten minutes, unless it carries a Navigator's name.

    `visitor` is the network address it is made for. It waits for nobody: BusyError.
    """
    if any(navigator):
        return _make_in_turn(visitor, my_list, day, size, navigator, length).pdf
    key = _key(my_list, day, size, length)
    kept_key, kept = cache.get(_place_of_pdf(key)) or ("", b"")
    if kept_key == key:
        return kept
    return _make_and_keep(visitor, my_list, day, size, length).pdf


def _make_and_keep(visitor: str, my_list: MyList, day: datetime.date, size: PrintSize, length: PackLength) -> Pack:
    key = _key(my_list, day, size, length)
    pack = _make_in_turn(visitor, my_list, day, size, Navigator(), length)
    cache.set(_place_of_pdf(key), (key, pack.pdf), KEPT_FOR)
    cache.set(_place_of_count(key), (key, pack.pages), COUNTS_KEPT_FOR)
    return pack


def count_pages(
    my_list: MyList,
    day: datetime.date,
    size: PrintSize,
    navigator: Navigator,
    visitor: str,
    length: PackLength = PackLength.WHOLE,
) -> int:
    """On how many pages of paper a pack comes. It is made for that, and kept like every other: BusyError."""
    if any(navigator):
        return _make_in_turn(visitor, my_list, day, size, navigator, length).pages
    known = known_pages(my_list, day, size, length)
    return _make_and_keep(visitor, my_list, day, size, length).pages if known is None else known


def known_pages(my_list: MyList, day: datetime.date, size: PrintSize, length: PackLength) -> int | None:
    """On how many pages of paper a pack comes, if the same pack was made not long ago: only laying it out tells."""
    key = _key(my_list, day, size, length)
    kept_key, pages = cache.get(_place_of_count(key)) or ("", None)
    return pages if kept_key == key else None


def _key(my_list: MyList, day: datetime.date, size: PrintSize, length: PackLength) -> str:
    """Names what is in a pack."""
    return hashlib.sha256(f"{ContentVersion.current()} {my_list.address} {day} {size} {length}".encode()).hexdigest()


def _place_of_pdf(key: str) -> str:
    """One of a fixed number, so that no flood of different lists fills the memory."""
    return f"pack-{int(key[:8], 16) % KEPT_AT_ONCE}"


def _place_of_count(key: str) -> str:
    return f"pack-pages-{int(key[:8], 16) % COUNTS_KEPT_AT_ONCE}"


def _make_in_turn(
    visitor: str, my_list: MyList, day: datetime.date, size: PrintSize, navigator: Navigator, length: PackLength
) -> Pack:
    with turn_of(visitor, day):
        return _make(my_list, day, size, navigator, length)


def _make(my_list: MyList, day: datetime.date, size: PrintSize, navigator: Navigator, length: PackLength) -> Pack:
    html = pack_html(pack_entries(my_list, day), current_council(), day, size, navigator, length)
    layout = pdf.Layout(html)
    return Pack(layout.pdf(), layout.page_count)


def pack_entries(my_list: MyList, day: datetime.date) -> list[Entry]:
    """The entries of a list, in its order; what replaced a page says so."""
    keys = [item.page.pk for item in my_list.items]
    specific = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    sections = {item.page.pk: group.title for group in my_list.groups for item in group.items}
    entries = gather([specific[key] for key in keys], day, sections)
    for entry, item in zip(entries, my_list.items, strict=True):
        entry.instead_of = item.instead_of
    return entries
