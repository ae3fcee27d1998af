"""What on a page will stop being true, or has: its dated facts and its dated sentences. The day decides."""

import datetime
from typing import NamedTuple

from wagtail.models import Page

from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.remembered import remembered
from pages.dated_facts.sentences import DatedSentence, sentences_in
from pages.dated_facts.shown import facts, used_in, used_on


class Ending(NamedTuple):
    """Words of a page with their last right day. `fact` is the key of the dated fact; a sentence has none."""

    words: str
    until: datetime.date
    source: str = ""
    url: str = ""
    fact: int | None = None


class Dated(NamedTuple):
    """What on a page has its day: the keys of its dated facts, and its sentences as they were written."""

    facts: tuple[int, ...]
    sentences: tuple[DatedSentence, ...]


def dated_in(page: Page) -> Dated:
    """What has its day on a page as it is in memory: in its texts, blocks, steps and what holds here."""
    return Dated(tuple(used_in(page)), tuple(sentences_in(page)))


def past(dated: Dated, day: datetime.date) -> list[Ending]:
    """What of it is past its last right day on `day`: first the facts, then the sentences."""
    known = facts()
    used = [known[key] for key in dated.facts if key in known]
    old = [(fact, row) for fact in used if (row := fact.on(day)) and row.is_out_of_date(day)]
    of_facts = [
        Ending(f"{fact.label}: {row.words}", row.valid_until, fact=fact.pk) for fact, row in old if row.valid_until
    ]
    return [*of_facts, *(ending_of(sentence) for sentence in dated.sentences if sentence.is_out_of_date(day))]


def ending_of(sentence: DatedSentence) -> Ending:
    return Ending(finished(sentence.words), *sentence.right)


def out_of_date_in(page: Page, day: datetime.date) -> list[Ending]:
    """What on a page, as it is in memory, is past its last right day on `day`, with its words."""
    return past(dated_in(page), day)


def dated() -> dict[int, Dated]:
    """What has its day on every page that readers can open; remembered for each version of the content."""
    return _dated_at(ContentVersion.current())


def changed(day: datetime.date) -> set[int]:
    """The keys of the pages that readers can open with something on them past its day. Asks no page."""
    return {key for key, known in dated().items() if past(known, day)}


@remembered
def _dated_at(version: object) -> dict[int, Dated]:
    opened = list(Page.objects.live().public().filter(depth__gt=1).order_by("path").specific())
    used = used_on(opened)
    found = {page.pk: Dated(tuple(used[page.pk]), tuple(sentences_in(page))) for page in opened}
    return {key: known for key, known in found.items() if any(known)}
