"""A page as the checks read it."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from django.utils import timezone
from wagtail.models import Page

from pages.content.support import AbstractSupportPage
from pages.core.inline import finished
from pages.core.vocabulary import Answer
from pages.council.council import current_council

from .house import House, house
from .passage import Passage
from .passages import passages
from .rich_text import Line

LIMIT = 7  # United States grades, as Flesch and Kincaid count them
YOUNG_LIMIT = 4


class PageText(NamedTuple):
    """The passages of one page, what it is tied to, and the house it is read by.

    `said_of_a_yes` are the places of reasons whose answer is yes.
    """

    title: str
    passages: list[Passage]
    tied_policies: set[int]
    example_details: str
    is_for_grown_ups: bool
    house: House
    day: datetime.date
    said_of_a_yes: frozenset[str] = frozenset()

    @property
    def limit(self) -> int:
        return LIMIT if self.is_for_grown_ups else YOUNG_LIMIT

    def lines(self) -> Iterator[tuple[Passage, Line]]:
        for passage in self.passages:
            for line in passage.lines:
                yield passage, line

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self.passages)


def read(page: Page) -> PageText:
    """The page as it stands in memory: a draft, a form's unsaved page, or a live one."""
    is_for_young = bool(page.path) and current_council().speaks_to_young_people(page)
    return PageText(
        title=finished(page.title or ""),
        passages=passages(page),
        tied_policies={row.policy_id for row in page.policies.all()},
        example_details=_example_details(page),
        is_for_grown_ups=not is_for_young,
        house=house(),
        day=timezone.localdate(),
        said_of_a_yes=frozenset(_said_of_a_yes(page)),
    )


def _said_of_a_yes(page: Page) -> Iterator[str]:
    if isinstance(page, AbstractSupportPage):
        for relation in ("eligibility", "here_reasons"):
            for number, row in enumerate(getattr(page, relation).all()):
                if row.answer == Answer.YES:
                    yield f"{relation}.{number}.reason"


def _example_details(page: Page) -> str:
    """What is ticked where the details of a page are examples; nothing where they are not."""
    ticked = getattr(page, "example_details", False)
    return str(page._meta.get_field("example_details").verbose_name) if ticked else ""
