"""Puts the pages below a page in the files' order, unless an editor has chosen another."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wagtail.models import Page

from .records import Records
from .tree import PageFile, parent_of


class Place(NamedTuple):
    """Where a council's own page stands below a national one: at the end, unless it says something else."""

    slug: str
    after: str = ""
    is_first: bool = False


def arrange(parent: int, wanted: list[int], records: Records, key: str) -> bool:
    """False when an editor's order was left alone. Pages that are not in the files come after those that are.

    Below a page of a national layer they stay behind the page that they stood behind.
    """
    there = list(Page.objects.get(pk=parent).get_children().values_list("pk", flat=True))
    wanted = [page for page in wanted if page in there]
    now = [page for page in there if page in wanted]
    if now != wanted:
        if not records.overwrite and _changed(now, records.order(key)):
            return False
        others = [page for page in there if page not in wanted]
        _move(parent, there, _behind_the_same(there, wanted) if records.layer else wanted + others)
    records.remember_order(key, parent, wanted)
    return True


def arrange_among(
    parent: str, own: Iterable[PageFile], national: Mapping[str, Page], loaded: Mapping[str, Page], records: Records
) -> bool:
    """Puts a council's own pages among the national ones. False when an editor's order was left alone."""
    beside = {page.pk: path for path, page in national.items() if parent_of(path) == parent}
    children = list(national[parent].get_children().values_list("pk", flat=True))
    slugs = [_slug(beside[key]) for key in children if key in beside]
    pages = {_slug(path): page for path, page in national.items() if parent_of(path) == parent}
    pages |= {file.slug: loaded[file.path] for file in own}
    wanted = placed(slugs, [Place(file.slug, file.after, file.is_first) for file in own])
    return arrange(national[parent].pk, [pages[slug].pk for slug in wanted], records, f"order{parent}")


def placed(national: list[str], own: Iterable[Place]) -> list[str]:
    """The slugs below one page, in order."""
    places = sorted(own)
    order = [place.slug for place in places if place.is_first] + national
    order += [place.slug for place in places if not place.is_first and not place.after]
    waiting = [place for place in reversed(places) if place.after]
    while ready := [place for place in waiting if place.after in order]:
        for place in ready:
            order.insert(order.index(place.after) + 1, place.slug)
        waiting = [place for place in waiting if place not in ready]
    return order + [place.slug for place in reversed(waiting)]


def places_of(order: list[str], own: set[str]) -> dict[str, Place]:
    """What the files of the `own` pages must say, so that `placed` gives this order again: as little as can be."""
    national = [slug for slug in order if slug not in own]
    if placed(national, [Place(slug) for slug in own]) == order:
        return {slug: Place(slug) for slug in own}
    end = max((order.index(slug) for slug in national), default=-1) + 1
    places = {}
    for at, slug in enumerate(order):
        if slug in own:
            after = order[at - 1] if 0 < at != end else ""
            places[slug] = Place(slug, after, is_first=at == 0 and end > 0)
    return places


def _slug(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _changed(now: list[int], loaded: list[int]) -> bool:
    both = set(now) & set(loaded)
    return [page for page in now if page in both] != [page for page in loaded if page in both]


def _behind_the_same(there: list[int], wanted: list[int]) -> list[int]:
    order = list(wanted)
    for at, page in enumerate(there):
        if page not in order:
            order.insert(order.index(there[at - 1]) + 1 if at else 0, page)
    return order


def _move(parent: int, there: list[int], wanted: list[int]) -> None:
    same = next(at for at, (page, other) in enumerate(zip(there, wanted, strict=True)) if page != other)
    for page in wanted[same:]:
        Page.objects.get(pk=page).move(Page.objects.get(pk=parent), pos="last-child")
