"""Which item of which checklist is met on a day, what proves it, and what keeps it from being met.

What was read is remembered for each version of the content: the day alone moves an item back, without any job.
"""

import datetime
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from wagtail.models import Page

from pages.core.as_seen import mark_of
from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.lazy_text import LazyText
from pages.core.open_pages import open_pages
from pages.core.remembered import remembered
from pages.core.ties import PageDuty
from pages.dated_facts.ends import changed

from .effective import TOLD, TOLD_GONE, Lack, Said, effective, lacks
from .evidence import Evidence, evidence
from .faults import TAKEN_AWAY, Fault, faults
from .items import Item, ItemList, item_lists
from .parts import WHOLE, PagePart
from .proof import Proof, ProofKind
from .standing import SIGNED, Claim, Standing

SHOWN_FIRST = 3


@dataclass
class Shown:
    """A proof with its page, if readers can open that, its part, and what keeps it from holding."""

    proof: Proof
    page: BasePage | None
    part: PagePart | None
    faults: list[Fault]

    @property
    def holds(self) -> bool:
        return not self.faults

    def said(self) -> list[object]:
        """All that an officer may read of it before they answer for it."""
        own = [getattr(self.proof, field.attname) for field in Proof._meta.concrete_fields]
        return [*own, self.part.words if self.part else "", *self.faults]

    @property
    def part_label(self) -> str:
        """The part's name, where it is not the whole page."""
        if self.proof.kind != ProofKind.PART or self.proof.part == WHOLE:
            return ""
        return self.part.label if self.part else self.proof.part

    @property
    def anchor(self) -> str:
        return self.part.anchor if self.part else ""


@dataclass
class Row:
    """One item on a day: the state that readers are told, and why it is no better."""

    item: Item
    standing: Standing | None
    proofs: list[Shown]
    state: Claim
    lacks: list[Lack]
    about: list[BasePage] = field(default_factory=list)

    @property
    def is_met(self) -> bool:
        return self.state == Claim.MET

    @property
    def holding(self) -> list[Shown]:
        return [shown for shown in self.proofs if shown.holds]

    @property
    def broken(self) -> list[Shown]:
        return [shown for shown in self.proofs if not shown.holds]

    @property
    def fell_back(self) -> bool:
        """True when it is less than what is claimed."""
        return self.standing is not None and self.state != self.standing.claim

    @property
    def first_about(self) -> list[BasePage]:
        return self.about[:SHOWN_FIRST]

    @property
    def told(self) -> list[LazyText]:
        """Why it is no better, for readers."""
        gone = bool(self.broken) and all(set(shown.faults) <= TAKEN_AWAY for shown in self.broken)
        return [TOLD_GONE if lack == Lack.PROOF and gone else TOLD[lack] for lack in self.lacks]

    @property
    def mark(self) -> str:
        """Tells what is claimed, and what proves it, from all it may be changed to: see `as_seen`."""
        said = [getattr(self.standing, name) for name in SIGNED] if self.standing else []
        return mark_of(*said, *(shown.said() for shown in self.proofs))

    @property
    def is_signed(self) -> bool:
        return self.standing is not None and self.standing.signed_off_on is not None


@dataclass
class Part:
    """A checklist with its rows."""

    about: ItemList
    rows: list[Row]

    def counts(self) -> list[tuple[Claim, int]]:
        return counts(self.rows)


def duty_map(day: datetime.date) -> list[Part]:
    """Every checklist, in order, as it stands on `day`."""
    known, tied, old = evidence(), tied_pages(), changed(day)
    return [
        Part(each, [_row(item, known, day, old, tied.get(item.name, [])) for item in each.items])
        for each in item_lists()
    ]


def rows_on(day: datetime.date) -> list[Row]:
    """The rows of all checklists."""
    return [row for part in duty_map(day) for row in part.rows]


def unmet(day: datetime.date) -> list[Row]:
    """What is not met, or not wholly: first the law's, and what is not met at all before what is in part."""
    order = {Claim.NOT: 0, Claim.PLANNED: 1, Claim.PARTLY: 2}
    rows = [row for row in rows_on(day) if not row.is_met]
    return sorted(rows, key=lambda row: (row.item.checklist != "act", order[row.state]))


def counts(rows: Collection[Row]) -> list[tuple[Claim, int]]:
    """How many are in each state, in the order of the states."""
    number = Counter(row.state for row in rows)
    return [(claim, number[claim]) for claim in Claim]


def lost_without(keys: Collection[int], day: datetime.date) -> dict[Page, list[Item]]:
    """What would be less than it is if these pages went: for each page that proves something of it, the items."""
    lost: dict[Page, list[Item]] = {}
    for row in rows_on(day):
        if row.standing is None or all(shown.proof.page_id not in keys for shown in row.proofs):
            continue
        without = [shown.holds and shown.proof.page_id not in keys for shown in row.proofs]
        if effective(said_of(row.standing), without, day) != row.state:
            for page in {shown.page.pk: shown.page for shown in row.holding if shown.page}.values():
                if page.pk in keys:
                    lost.setdefault(page, []).append(row.item)
    return lost


def said_of(standing: Standing | None) -> Said:
    if standing is None:
        return Said()
    return Said(standing.claim, standing.planned_by, standing.signed_off_on, standing.look_again)


def _row(item: Item, known: Evidence, day: datetime.date, old: Collection[int], about: list[BasePage]) -> Row:
    standing = known.standings.get(item.name)
    proofs = list(standing.proofs.all()) if standing else []
    shown = [
        Shown(proof, known.pages.get(proof.page_id or 0), known.part(proof), faults(known.facts(proof, day, old), day))
        for proof in proofs
    ]
    said, hold = said_of(standing), [each.holds for each in shown]
    return Row(item, standing, shown, effective(said, hold, day), lacks(said, hold, day), about)


def tied_pages() -> dict[str, list[BasePage]]:
    """The open pages that editors tied to each duty: what they are about, and no proof. Remembered."""
    return _tied_at(ContentVersion.current())


@remembered
def _tied_at(version: object) -> dict[str, list[BasePage]]:
    """First those whose editors named the duty first, sections before their pages."""
    readable = open_pages()
    named: Counter[int] = Counter()
    ties: dict[str, list[tuple[int, int, str, BasePage]]] = {}
    for key, duty in PageDuty.objects.order_by("page_id", "sort_order", "pk").values_list("page_id", "duty"):
        if page := readable.get(key):
            ties.setdefault(duty, []).append((named[key], page.depth, page.path, page))
        named[key] += 1
    return {duty: [row[-1] for row in sorted(rows, key=lambda row: row[:-1])] for duty, rows in ties.items()}
