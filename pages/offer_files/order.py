"""Puts the pages below a page in the pack's order, unless an editor has chosen another."""

from wagtail.models import Page

from .records import Records


def arrange(parent: int, wanted: list[int], records: Records, key: str) -> bool:
    """False when an editor's order was left alone. Pages that are not in the pack come after those that are."""
    there = list(Page.objects.get(pk=parent).get_children().values_list("pk", flat=True))
    wanted = [page for page in wanted if page in there]
    now = [page for page in there if page in wanted]
    if now != wanted:
        if not records.overwrite and _changed(now, records.order(key)):
            return False
        _move(parent, there, wanted + [page for page in there if page not in wanted])
    records.remember_order(key, parent, wanted)
    return True


def _changed(now: list[int], loaded: list[int]) -> bool:
    both = set(now) & set(loaded)
    return [page for page in now if page in both] != [page for page in loaded if page in both]


def _move(parent: int, there: list[int], wanted: list[int]) -> None:
    same = next(at for at, (page, other) in enumerate(zip(there, wanted, strict=True)) if page != other)
    for page in wanted[same:]:
        Page.objects.get(pk=page).move(Page.objects.get(pk=parent), pos="last-child")
