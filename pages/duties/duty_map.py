"""Which page meets which duty of the Act and the guidance, and which duty nothing meets.

Only what every reader can open counts. Two queries at most, however many pages there are.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from pages.core.base_page import BasePage
from pages.core.open_pages import open_pages
from pages.core.ties import PageDuty
from pages.core.vocabulary import Duty

SHOWN_FIRST = 3


@dataclass
class Row:
    """One duty, with the pages that meet it: first those whose editors named it first."""

    duty: Duty
    pages: list[BasePage] = field(default_factory=list)

    @property
    def is_met(self) -> bool:
        return bool(self.pages)

    @property
    def first(self) -> list[BasePage]:
        return self.pages[:SHOWN_FIRST]

    @property
    def more(self) -> list[BasePage]:
        return self.pages[SHOWN_FIRST:]


def duty_map() -> list[Row]:
    """A row for every duty, in the order of the checklists."""
    readable = open_pages()
    ties = PageDuty.objects.order_by("page_id", "sort_order", "pk").values_list("page_id", "duty")
    named: Counter[int] = Counter()
    ties_of: dict[str, list] = {duty.value: [] for duty in Duty}
    for key, duty in ties:
        if key in readable and duty in ties_of:
            page = readable[key]
            ties_of[duty].append((named[key], page.depth, page.path, page))
        named[key] += 1
    return [Row(duty, [page for *_where, page in sorted(ties_of[duty.value], key=_place)]) for duty in Duty]


def _place(tie: tuple) -> list:
    """Where the duty stands in the page's own list, then the page's place in the tree, sections before their pages."""
    *place, _page = tie
    return place


def gaps() -> list[Duty]:
    """The duties that no page meets."""
    return [row.duty for row in duty_map() if not row.is_met]


def lost_without(keys: Collection[int]) -> dict[BasePage, list[Duty]]:
    """What nothing would meet any more if these pages went: for each page that is among the last, its duties."""
    lost: dict[BasePage, list[Duty]] = {}
    for row in duty_map():
        if row.is_met and all(page.pk in keys for page in row.pages):
            for page in row.pages:
                lost.setdefault(page, []).append(row.duty)
    return lost
