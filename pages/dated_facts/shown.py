"""Dated facts as readers meet them: the words, the mark of an example, and the warning when they are old."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex
from wagtail.rich_text import EmbedHandler

from pages.core.content_version import ContentVersion
from pages.core.html.tree import Node, Tree, append
from pages.core.lazy_text import LazyText
from pages.core.remembered import remembered
from pages.dated_facts import named_in
from pages.dated_facts.model import DatedFact
from pages.dated_facts.row_on import row_on
from pages.dated_facts.sentences import SOURCE, SOURCE_URL, UNTIL, right_until_of

LONGEST_KEY = 18  # digits
OLD = _("this may have changed, please check")
EXAMPLE = _("example")


class Row(NamedTuple):
    """A row as it is remembered. Nobody may know its first or its last right day."""

    words: str
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    example: bool

    def is_out_of_date(self, day: datetime.date) -> bool:
        return self.valid_until is not None and self.valid_until < day


class Fact(NamedTuple):
    """A fact as it is remembered, with all its rows: which of them holds, the day says when somebody reads it."""

    pk: int
    slug: str
    label: str
    rows: tuple[Row, ...]

    def on(self, day: datetime.date) -> Row | None:
        """The row that holds on `day`, or the last that did. Nothing only while the fact has no row at all."""
        return row_on(self.rows, day)

    def is_out_of_date(self, day: datetime.date) -> bool:
        row = self.on(day)
        return row is not None and row.is_out_of_date(day)

    def words_on(self, day: datetime.date) -> str:
        """What it is on `day`, in the middle of a sentence; of what is still to come, from when."""
        row = self.on(day)
        if row is None:
            return ""
        if row.valid_from and row.valid_from > day:
            return _("%(words)s from %(day)s") % {"words": row.words, "day": date_format(row.valid_from, "j F Y")}
        return row.words

    def plain_on(self, day: datetime.date) -> str:
        """The same where there is no mark-up: an example and what may have changed are said in brackets."""
        notes = [str(EXAMPLE)] if (row := self.on(day)) and row.example else []
        notes += [str(OLD)] if self.is_out_of_date(day) else []
        return " ".join([self.words_on(day), *(f"({note})" for note in notes)])


def facts() -> dict[int, Fact]:
    """Every fact by its key, remembered for each version of the content, so that no paragraph asks for its own."""
    return _facts_at(ContentVersion.current())


def by_name() -> dict[str, Fact]:
    """Every fact by the name that texts use."""
    return _names_at(ContentVersion.current())


@remembered
def _facts_at(version: object) -> dict[int, Fact]:
    return {fact.pk: fact_of(fact) for fact in DatedFact.objects.prefetch_related("rows")}


@remembered
def _names_at(version: object) -> dict[str, Fact]:
    return {fact.slug: fact for fact in facts().values()}


def fact_of(fact: DatedFact) -> Fact:
    rows = (Row(row.words, row.valid_from, row.valid_until, row.example) for row in fact.rows.all())
    return Fact(fact.pk, fact.slug, fact.label, tuple(rows))


def html_of(fact: Fact, day: datetime.date, first: bool = False) -> str:
    """The fact in a page, with the day that `warn_of_old` asks for; `first` begins with a capital letter."""
    row, words = fact.on(day), fact.words_on(day)
    if row is None:
        return ""
    words = words[:1].upper() + words[1:] if first else words
    until = f' data-until="{row.valid_until.isoformat()}"' if row.valid_until else ""
    html = f'<span class="fact"{until}>{escape(words)}</span>'
    return f"<mark>{html}</mark>" if row.example else html


def warn_of_old(tree: Tree, day: datetime.date, warning: LazyText = OLD) -> None:
    """Puts the words of `warning` after each amount and dated sentence whose last right day is before `day`.

    A sentence says too where to check: its source, as a link when it has an address.
    """
    for span in tree.css(f"span[{UNTIL}]"):
        if span.attrs.sget(UNTIL) < day.isoformat():
            span.attrs["class"] = "fact fact--old"
            append(span, f" <small>({escape(warning)}{_source_of(span)})</small>")
        for name in (UNTIL, SOURCE, SOURCE_URL):
            if name in span.attrs:
                del span.attrs[name]


def _source_of(span: Node) -> str:
    """Where to check a sentence, with the sign before it; nothing for an amount, whose page names its sources."""
    right = right_until_of(span.attributes)
    if right is None:
        return ""
    source = escape(right.source)
    return f': <a href="{escape(right.url)}">{source}</a>' if right.url else f": {source}"


def used_in(page: Page) -> list[int]:
    """The keys of the facts that a page, as it is in memory, uses in running text, in tables and by name; each once."""
    keys = []
    for field in page._meta.concrete_fields:
        if hasattr(field, "extract_references"):
            for model, key, *_path in field.extract_references(field.value_from_object(page)):
                if model is DatedFact:
                    keys.append(int(key))
    return list(dict.fromkeys([*keys, *_named(page)]))


def used_on(pages: Iterable[Page]) -> dict[int, list[int]]:
    """The same for pages as readers see them, by their keys: one query for all, from the reference index."""
    keys: dict[int, list[int]] = {page.pk: [] for page in pages}
    of_page, of_fact = (ContentType.objects.get_for_model(model) for model in (Page, DatedFact))
    references = ReferenceIndex.objects.filter(to_content_type=of_fact, base_content_type=of_page)
    for page, fact in references.order_by("pk").values_list("object_id", "to_object_id"):
        keys.setdefault(int(page), []).append(int(fact))
    return {page.pk: list(dict.fromkeys([*keys[page.pk], *_named(page)])) for page in pages}


def _named(page: Page) -> list[int]:
    known = by_name()
    named = [*named_in.in_fields(page), *named_in.in_rows(ContentVersion.current()).get(page.pk, [])]
    return [known[name].pk for name in named if name in known]


def said_today(name: str) -> str | None:
    """A fact by its name, as plain text says it today."""
    fact = by_name().get(name)
    return fact.plain_on(timezone.localdate()) if fact else None


def labels() -> dict[str, str]:
    """Every fact by its name, with what it is."""
    return {fact.slug: fact.label for fact in by_name().values()}


def state_on(day: datetime.date) -> list[tuple[int, str]]:
    """What every fact says on `day`, warnings included: what is kept for long is stale when this is another."""
    return sorted((fact.pk, fact.plain_on(day)) for fact in facts().values())


class FactHandler(EmbedHandler):
    """Writes the amounts that running text uses by name, from memory."""

    identifier = "fact"

    @staticmethod
    def get_model() -> type[models.Model]:
        return DatedFact

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        known, today = facts(), timezone.localdate()
        return [html_of(known[key], today) if key in known else "" for key in map(key_of, attrs_list)]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[models.Model], str, str, str]]:
        if key := key_of(attrs):
            yield DatedFact, str(key), "", ""


def key_of(attrs: dict[str, str]) -> int | None:
    """The key in an element of rich text; nothing when it can't be one."""
    key = attrs.get("id") or ""
    return int(key) if key.isascii() and key.isdigit() and len(key) <= LONGEST_KEY else None
