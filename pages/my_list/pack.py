"""Makes the pack of a reader's list, and sees to it that many at once don't keep the site from its other readers."""

import datetime
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache
from wagtail.models import Page

from pages.core.content_version import ContentVersion
from pages.council.council import current_council
from pages.my_list.my_list import MyList
from pages.paper import pdf
from pages.paper.booklet.document import Navigator, PrintSize, pack_html
from pages.paper.booklet.entries import Entry, gather

KEPT_FOR = 600
KEPT_AT_ONCE = 16
MADE_AT_ONCE = 2
LONGEST_MAKING = 60
# A worker makes one at a time; all workers that share a cache make MADE_AT_ONCE.
_making = threading.Lock()


class BusyError(Exception):
    """Too many packs are being made: the reader should try again in a moment."""


def make_pack(my_list: MyList, day: datetime.date, size: PrintSize, navigator: Navigator) -> bytes:
    """The PDF of a list, from what is live now. Kept for ten minutes, unless it carries a Navigator's name."""
    if any(navigator):
        with _a_turn():
            return _make(my_list, day, size, navigator)
    key = hashlib.sha256(f"{ContentVersion.current()} {my_list.address} {day} {size}".encode()).hexdigest()
    # A fixed number of places, so that no flood of different lists fills the memory.
    place = f"pack-{int(key[:8], 16) % KEPT_AT_ONCE}"
    kept_key, pdf = cache.get(place) or ("", b"")
    if kept_key != key:
        with _a_turn():
            pdf = _make(my_list, day, size, navigator)
        cache.set(place, (key, pdf), KEPT_FOR)
    return pdf


def _make(my_list: MyList, day: datetime.date, size: PrintSize, navigator: Navigator) -> bytes:
    return pdf.render(pack_html(pack_entries(my_list, day), current_council(), day, size, navigator))


def pack_entries(my_list: MyList, day: datetime.date) -> list[Entry]:
    """The entries of a list, in its order; what replaced a page says so."""
    keys = [item.page.pk for item in my_list.items]
    specific = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    sections = {item.page.pk: group.title for group in my_list.groups for item in group.items}
    entries = gather([specific[key] for key in keys], day, sections)
    for entry, item in zip(entries, my_list.items, strict=True):
        entry.instead_of = item.instead_of
    return entries


@contextmanager
def _a_turn() -> Iterator[None]:
    """Waits for nobody: a reader who is told to try again holds nobody up."""
    if not _making.acquire(blocking=False):
        raise BusyError
    try:
        places = [f"pack-making-{number}" for number in range(MADE_AT_ONCE)]
        place = next((place for place in places if cache.add(place, True, LONGEST_MAKING)), None)
        if place is None:
            raise BusyError
        try:
            yield
        finally:
            cache.delete(place)
    finally:
        _making.release()
