"""What a page says in tables and in amounts, as half a page of paper has room for it."""

import datetime
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.models import Page

from pages.content.blocks.comparison import Cell, ComparisonValue
from pages.core.vocabulary import Arrangement
from pages.dated_facts import ends, shown

FACTS, COMPARISON = "facts", "comparison"
MOST_AMOUNTS = 6


class Amount(NamedTuple):
    """What something is, and how much or when."""

    label: str
    words: SafeString


def tables_on(page: Page) -> list[StreamValue.StreamChild]:
    """The tables of a page, those that hold here first."""
    streams = (getattr(page, name, None) or [] for name in ("here", "body"))
    return [block for stream in streams for block in stream if block.block_type in {FACTS, COMPARISON}]


def amounts_on(page: Page, day: datetime.date) -> list[Amount]:
    """What the page says from the register of dated facts, but for what stands in its tables."""
    in_tables = {
        row["amount"].pk
        for table in tables_on(page)
        if table.block_type == FACTS
        for row in table.value["rows"]
        if row["amount"]
    }
    used, known = ends.dated().get(page.pk), shown.facts()
    facts = [known[key] for key in (used.facts if used else ()) if key in known and key not in in_tables]
    amounts = [Amount(fact.label, mark_safe(shown.html_of(fact, day))) for fact in facts]
    return [amount for amount in amounts if amount.words][:MOST_AMOUNTS]


def own_answers(table: ComparisonValue, arrangement: str) -> list[tuple[str, Cell]]:
    """Each question with the answer for one kind of arrangement; none where the table does not have the kind."""
    if arrangement not in Arrangement.values:
        return []
    name = str(Arrangement(arrangement).label).partition(":")[0]
    answers = ((question, cell) for question, cells in table.lines() for cell in cells)
    return [(question, cell) for question, cell in answers if name in cell.kinds]
