"""Dated facts as readers meet them: the words, the mark of an example, and the warning when they are old."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from django.db import models
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.rich_text import EmbedHandler

from pages.core.content_version import ContentVersion
from pages.core.html.tree import Tree, append
from pages.core.lazy_text import LazyText
from pages.core.remembered import remembered
from pages.dated_facts.model import DatedFact

LONGEST_KEY = 18  # digits
OLD = _("this may have changed, please check")


class Fact(NamedTuple):
    """A fact as it is remembered; `until` is the last day it is right, if anybody knows."""

    pk: int
    slug: str
    label: str
    words: str
    until: datetime.date | None
    example: bool

    def is_out_of_date(self, day: datetime.date) -> bool:
        return self.until is not None and self.until < day


def facts() -> dict[int, Fact]:
    """Every amount by its key, remembered for each version of the content, so that no paragraph asks for its own."""
    return _facts_at(ContentVersion.current())


@remembered
def _facts_at(version: object) -> dict[int, Fact]:
    return {fact.pk: fact_of(fact) for fact in DatedFact.objects.all()}


def fact_of(fact: DatedFact) -> Fact:
    return Fact(fact.pk, fact.slug, fact.label, fact.words, fact.valid_until, fact.example)


def html_of(amount: Fact, first: bool = False) -> str:
    """The amount in a page, with the day that `warn_of_old` asks for; `first` begins with a capital letter."""
    words = amount.words[:1].upper() + amount.words[1:] if first else amount.words
    until = f' data-until="{amount.until.isoformat()}"' if amount.until else ""
    html = f'<span class="fact"{until}>{escape(words)}</span>'
    return f"<mark>{html}</mark>" if amount.example else html


def warn_of_old(tree: Tree, day: datetime.date, warning: LazyText = OLD) -> None:
    """Puts the words of `warning` after each amount whose last right day is before `day`."""
    for span in tree.css("span.fact[data-until]"):
        if span.attrs.sget("data-until") < day.isoformat():
            span.attrs["class"] = "fact fact--old"
            append(span, f" <small>({escape(warning)})</small>")
        del span.attrs["data-until"]


def used_in(page: Page) -> list[int]:
    """The keys of the amounts that a page uses in its texts and tables, each once."""
    keys = []
    for field in page._meta.concrete_fields:
        if hasattr(field, "extract_references"):
            for model, key, *_path in field.extract_references(field.value_from_object(page)):
                if model is DatedFact:
                    keys.append(int(key))
    return list(dict.fromkeys(keys))


def out_of_date(day: datetime.date) -> list[int]:
    """The keys of the amounts whose last right day is before `day`."""
    return sorted(amount.pk for amount in facts().values() if amount.is_out_of_date(day))


class FactHandler(EmbedHandler):
    """Writes the amounts that running text uses by name, from memory."""

    identifier = "fact"

    @staticmethod
    def get_model() -> type[models.Model]:
        return DatedFact

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        known = facts()
        return [html_of(known[key]) if key in known else "" for key in map(key_of, attrs_list)]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[models.Model], str, str, str]]:
        if key := key_of(attrs):
            yield DatedFact, str(key), "", ""


def key_of(attrs: dict[str, str]) -> int | None:
    """The key in an element of rich text; nothing when it can't be one."""
    key = attrs.get("id") or ""
    return int(key) if key.isascii() and key.isdigit() and len(key) <= LONGEST_KEY else None
