"""Which page meets which duty of the Act and the guidance, and which duty nothing meets.

Only what every reader can open counts. Two queries at most, however many pages there are.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from pages.models import BasePage, PageDuty, open_pages
from pages.vocabulary import Duty

SHOWN_FIRST = 3


@dataclass
class Row:
    """One duty, with the pages that meet it: those made for it first, those that meet many others last."""

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
    ties = [(key, duty) for key, duty in PageDuty.objects.values_list("page_id", "duty") if key in readable]
    ties_of = Counter(key for key, _duty in ties)
    in_tree = {key: place for place, key in enumerate(readable)}
    rows = {duty.value: Row(duty) for duty in Duty}
    for key, duty in sorted(ties, key=lambda tie: (ties_of[tie[0]], in_tree[tie[0]])):
        if duty in rows:
            rows[duty].pages.append(readable[key])
    return list(rows.values())


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
