"""The offer as the search knows it, worked out once for each version of the content."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.text import capfirst
from wagtail.models import Page
from wagtail.search import index as search_fields

from pages.content.contact import Contact
from pages.content.glossary_page import GlossaryPage
from pages.content.glossary_term import GlossaryTerm
from pages.content.section import SectionPage
from pages.content.support import AbstractSupportPage
from pages.core.inline import finished
from pages.core.remembered import remembered
from pages.core.ties import PageNeed, RelatedPage
from pages.core.vocabulary import Topic
from pages.council.council import current_council
from pages.dated_facts import shown as facts
from pages.dated_facts.ends import Dated, dated
from pages.search.synonym import Synonym

from .entry import RUNNING_TEXT, Text
from .hit import Hit
from .index import SearchIndex
from .numbers import contacts_of_pages, numbers_in, numbers_of, owners
from .sentences import sentences_of
from .synonyms import GLOSSARY, OFFICERS, Synonyms
from .text import stems

OF_A_CONTACT = 0.3
HERE, NUMBER = 0.9, 3  # what only the council says is said once, and is what a page is about
TITLE_ENDS = re.compile(r"[:(,–?]")
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
TOPIC, SECTION = 1.3, 0.6
TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


class Term(NamedTuple):
    """A word of the glossary and what it means."""

    slug: str
    term: str
    meaning: str


@dataclass(frozen=True)
class Offer:
    """What can be found, by primary key, and the index that ranks it."""

    index: SearchIndex
    hits: dict[int, Hit]
    topics: dict[str, int]
    sentences: dict[int, list[str]]
    terms: dict[tuple[str, ...], Term]
    glossary: int | None
    owners: dict[str, str]
    dated: dict[int, Dated]


_last: Offer | None = None  # what it knows of a page is taken over while the page says the same


@remembered
def offer_at(version: object) -> Offer:
    """The offer of one version of the content; only the pages whose words changed are read anew."""
    global _last
    before = {entry.text.pk: entry for entry in _last.index.entries} if _last else {}
    pages = list(Page.objects.live().public().filter(depth__gt=1).order_by("path").specific())
    topics = {page.slug: page.pk for page in pages if page.slug in Topic.values}
    about = _topics_of(pages, topics)
    sections = {page.path: page for page in pages if isinstance(page, SectionPage)}
    contacts = contacts_of_pages(pages)
    texts = [_text(page, about[page.pk], contacts[page.pk]) for page in pages]
    hits = {page.pk: _hit(page, sections) for page in pages}
    sentences = {page.pk: sentences_of(page) for page in pages}
    glossary = next((page.pk for page in pages if isinstance(page, GlossaryPage)), None)
    index = SearchIndex(texts, _synonyms(), before)
    _last = Offer(index, hits, topics, sentences, _terms(), glossary, owners(), dated())
    return _last


def _terms() -> dict[tuple[str, ...], Term]:
    """The words of the glossary by each of their spellings, as stems."""
    terms = {}
    for row in GlossaryTerm.objects.order_by("-slug"):
        term = Term(row.slug, finished(row.term), finished(row.meaning))
        terms.update({stems(finished(spelling)): term for spelling in row.spellings})
    return terms


def _synonyms() -> Synonyms:
    synonyms = Synonyms()
    for row in Synonym.objects.order_by("slug"):
        synonyms.add(finished(row.words), finished(row.means), OFFICERS)
    for term in GlossaryTerm.objects.order_by("slug"):
        also = finished(f"{term.also_called},{term.search_words}")
        synonyms.add(also, finished(term.term), GLOSSARY)
    return synonyms


def _topics_of(pages: list[Page], topics: dict[str, int]) -> dict[int, list[int]]:
    """The topic pages that each page is a part of, the nearest first.

    A support names its needs and a section holds its topics. A guide belongs to its section when that is a topic,
    or else to the topic it relates to, in its own section rather than in another.
    """
    needs, related = defaultdict(list), defaultdict(list)
    for page, topic in PageNeed.objects.order_by("page", "sort_order").values_list("page", "topic"):
        needs[page].append(topics.get(topic))
    for page, other in RelatedPage.objects.order_by("page", "sort_order").values_list("page", "related_page"):
        related[page].append(other)
    by_path = {page.path: page for page in pages}
    children = defaultdict(list)
    for page in pages:
        children[page.path[: -page.steplen]].append(page.pk)
    known = set(topics.values())
    nearest_first = {}
    for page in pages:
        above = page.path[: -page.steplen]
        if isinstance(page, SectionPage):
            near = children[page.path]
        elif isinstance(page, AbstractSupportPage):
            near = needs[page.pk]
        elif isinstance(by_path.get(above), SectionPage):
            here = [pk for pk in related[page.pk] if pk in children[above]]
            near = [by_path[above].pk, *here, *children[above], *related[page.pk]]
        else:
            near = []
        nearest_first[page.pk] = [pk for pk in dict.fromkeys(near) if pk in known and pk != page.pk]
    return nearest_first


def _text(page: Page, topics: list[int], contacts: list[Contact]) -> Text:
    names = [finished(page.title), *finished(getattr(page, "search_words", "")).split(",")]
    worth = TOPIC if page.slug in Topic.values else SECTION if isinstance(page, SectionPage) else 1
    parts = list(_parts(page))
    numbers = frozenset(numbers_of(contacts).union(*(numbers_in(part) for part, _weight in parts)))
    parts += [(finished(f"{each.name}. {each.purpose}"), OF_A_CONTACT) for each in contacts]
    parts.append((" ".join(sorted(numbers)), NUMBER))
    return Text(page.pk, page.path, parts, names, worth, topics, numbers, list(_titles(page)))


def _titles(page: Page) -> Iterator[str]:
    """The ways to write its title: whole, up to its colon or bracket, and its short form.

    A page for young people has no such beginning: who types “court” is most likely grown up.
    """
    title = finished(page.title)
    short = finished(getattr(page, "short_title", ""))
    before = title if current_council().speaks_to_young_people(page) else TITLE_ENDS.split(title)[0]
    for written in (title, before, short):
        yield from (written, ARTICLE.sub("", written))


def _parts(page: Page) -> Iterator[tuple[str, float]]:
    """Pairs of text and weight, from the search fields that the page's own class names."""
    for field in type(page).get_searchable_search_fields():
        if type(field) is search_fields.SearchField:
            value = field.get_value(page)
            text = value if isinstance(value, str) else " ".join(map(str, value or []))
            usual = HERE if field.field_name == "here" else RUNNING_TEXT
            yield finished(TAG.sub(" ", text)), field.boost or usual
    known = facts.facts()
    for fact in (known[key] for key in facts.used_in(page) if key in known):
        yield " ".join([fact.label, *(row.words for row in fact.rows)]), RUNNING_TEXT


def _hit(page: Page, sections: dict[str, SectionPage]) -> Hit:
    section = next((own for path, own in sections.items() if page.path.startswith(path) and own != page), None)
    kind = capfirst(str(page._meta.verbose_name).removesuffix(" page"))
    where = finished(section.menu_title) if section else ""
    last_checked = getattr(page, "last_check", None)
    title, summary = finished(page.title), finished(page.search_description)
    return Hit(page.pk, title, page.url, summary, kind, where, page.slug, last_checked)
