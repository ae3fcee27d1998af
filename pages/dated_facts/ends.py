"""What on a page will stop being true, or has: its amounts and its dated sentences. The day decides."""

import datetime
from typing import NamedTuple

from wagtail.models import Page

from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.remembered import remembered
from pages.dated_facts.sentences import sentences_in
from pages.dated_facts.shown import facts, used_in


class Ending(NamedTuple):
    """Words of a page with their last right day. `fact` is the key of the dated fact; a sentence has none."""

    words: str
    until: datetime.date
    source: str = ""
    url: str = ""
    fact: int | None = None


def endings_in(page: Page) -> tuple[Ending, ...]:
    """Everything on a page, as it is in memory, that has a last right day: first its amounts, then its sentences."""
    known = facts()
    used = (known[key] for key in used_in(page) if key in known)
    amounts = [Ending(f"{fact.label}: {fact.words}", fact.until, fact=fact.pk) for fact in used if fact.until]
    sentences = [Ending(finished(words), *right) for words, right in sentences_in(page)]
    return (*amounts, *sentences)


def out_of_date_in(page: Page, day: datetime.date) -> list[Ending]:
    """What on a page, in its texts, blocks, steps and what holds here, is past its last right day on `day`."""
    return past(endings_in(page), day)


def past(endings: tuple[Ending, ...], day: datetime.date) -> list[Ending]:
    return [ending for ending in endings if ending.until < day]


def endings() -> dict[int, tuple[Ending, ...]]:
    """The endings of every page that readers can open, by its key; remembered for each version of the content."""
    return _endings_at(ContentVersion.current())


def changed(day: datetime.date) -> set[int]:
    """The keys of the pages that readers can open with something on them past its day. Asks no page."""
    return {key for key, known in endings().items() if past(known, day)}


@remembered
def _endings_at(version: object) -> dict[int, tuple[Ending, ...]]:
    opened = Page.objects.live().public().filter(depth__gt=1).order_by("path").specific()
    found = {page.pk: endings_in(page) for page in opened}
    return {key: known for key, known in found.items() if known}
