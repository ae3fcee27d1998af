"""Finds what a short code on paper stands for now: its page, or what replaced it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from pages.content.short_code import CODE, ShortCode
from pages.core.open_pages import open_pages
from pages.core.typed import as_read

NO_PART_OF_A_CODE = re.compile(r"[\W_]+")

LONGEST_CHAIN = 20


class Destination(NamedTuple):
    """A page that readers can open; `instead_of` is the title of the page that the code was for, if that is gone."""

    code: str
    page: Page
    instead_of: str = ""


def find(code: str) -> Destination | None:
    """What one code stands for, as a reader may have typed it: with capitals, spaces, or the full stop behind it."""
    code = NO_PART_OF_A_CODE.sub("", as_read(code))
    return find_all([code]).get(code) if CODE.match(code) else None


def title_of_lost(code: str) -> str:
    """The title of the page that a code was made for, if readers can't open that page any more."""
    destination = find_all([code]).get(code) if CODE.match(code) else None
    return destination.instead_of if destination else ""


def address_of(code: str) -> str:
    """Where a code leads, in full, as paper and its QR code say it."""
    return settings.SITE_URL + reverse("short-code", args=[code])


def find_all(codes: list[str]) -> dict[str, Destination]:
    """What each code stands for, by code; one that was never given is not in it. No query while all are there."""
    by_code = {code: page for page in open_pages().values() if (code := code_of(page))}
    destinations = {code: Destination(code, by_code[code]) for code in codes if code in by_code}
    lost = [code for code in codes if code not in destinations]
    if lost:
        destinations |= _instead(ShortCode.objects.filter(code__in=lost).select_related("page"))
    return destinations


def code_of(page: Page | None) -> str:
    """The code of one of the pages that readers can open; empty for one that has none, and for none."""
    own = getattr(page, "short_code", None)
    return own.code if own else ""


def _instead(rows: Iterable[ShortCode]) -> dict[str, Destination]:
    """For codes whose page can't be opened: what an editor chose, else the section it was in, else what is above."""
    rows = list(rows)
    chains = _chains(rows)
    opened = {key: page for page in open_pages().values() for key in (page.pk, page.path)}
    destinations = {}
    for row in rows:
        places = _places(chains[row.pk])
        if place := next((place for place in places if place in opened), None):
            destinations[row.code] = Destination(row.code, opened[place], row.title)
    return destinations


def _chains(rows: Iterable[ShortCode]) -> dict[int, list[ShortCode]]:
    """For each row, itself, what replaced it, what replaced that, and so on."""
    links = dict(ShortCode.objects.exclude(replaced_by=None).values_list("pk", "replaced_by"))
    keys = {}
    for row in rows:
        chain = [row.pk]
        while (after := links.get(chain[-1])) and after not in chain and len(chain) < LONGEST_CHAIN:
            chain.append(after)
        keys[row.pk] = chain
    further = {key for chain in keys.values() for key in chain[1:]}
    known = {row.pk: row for row in rows}
    if further:
        known |= ShortCode.objects.select_related("page").in_bulk(further)
    return {first: [known[key] for key in chain if key in known] for first, chain in keys.items()}


def _places(chain: list[ShortCode]) -> list[int | str]:
    """Where to look, best first: the pages that replaced one another, then those above them, the last one's first.

    A page is named by its key, one above a page that is still in the tree by its place there.
    """
    places: list[int | str] = [row.page_id for row in chain if row.page_id]
    for row in reversed(chain):
        if row.page:
            step, path = Page.steplen, row.page.path
            places += [path[:end] for end in range(len(path) - step, step, -step)]
        else:
            places += row.was_in
    return places
