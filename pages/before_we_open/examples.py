"""The details of a page that are marked as examples, each with its place in the editor and the sentence around it."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.text import capfirst
from wagtail.models import Page

from pages.content.examples import has_example
from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.groups.model import GroupPage
from pages.plain_words import Passage, passages
from pages.plain_words.sentences import sentences


class Example(NamedTuple):
    """One detail to confirm: its words, where they stand, and what stands around them."""

    words: str
    path: str
    label: str
    context: str


def examples_live() -> dict[int, list[Example]]:
    """Those that readers see, by the keys of their pages. Remembered: don't change it."""
    return _live_at(ContentVersion.current())


@remembered
def _live_at(version: object) -> dict[int, list[Example]]:
    pages = Page.objects.live().filter(depth__gt=1).specific()
    return {page.pk: examples for page in pages if (examples := examples_in(page))}


def examples_in(page: Page) -> list[Example]:
    """Those of a page as it stands in memory. One that only fields hold which nobody reads names the page alone."""
    if not has_example(page):
        return []
    return [*_of_details(page), *_in_texts(page)] or [Example("", "", "", "")]


def _of_details(page: Page) -> Iterator[Example]:
    if getattr(page, "example_details", False):
        field, place = page._meta.get_field("example_details"), ""
        if isinstance(page, GroupPage):
            place = ", ".join(filter(None, (page.when_it_meets(), page.venue_name, page.venue_address)))
        yield Example("", field.name, capfirst(str(field.verbose_name)), place)


def _in_texts(page: Page) -> Iterator[Example]:
    for passage in passages(page):
        for words in dict.fromkeys(passage.marks):
            yield Example(words, passage.where.path, passage.where.label, _around(passage, words))


def _around(passage: Passage, words: str) -> str:
    """The sentence, or the sentences, in which the words stand; nothing where they are all of it."""
    for line in passage.lines:
        at = line.text.find(words)
        if at >= 0:
            end = at + len(words)
            meets = [(first, last) for first, last in sentences(line.text) if first < end and at < last]
            around = line.text[meets[0][0] : max(end, meets[-1][1])].strip() if meets else line.text
            return around if around.strip(".!?") != words.strip(".!?") else ""
    return ""
