"""Dated sentences: words in running text that carry their last right day, and who says so.

Rich text keeps one as `<span data-until="2028-03-31" data-source="GOV.UK" data-source-url="https://…">Words.</span>`.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField

from pages.core.typed_addresses import why_not_for_readers

UNTIL, SOURCE, SOURCE_URL = "data-until", "data-source", "data-source-url"
LONGEST_SOURCE, LONGEST_ADDRESS = 120, 500
EARLIEST, LATEST = datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SENTENCE = re.compile(rf"<span\b(?=[^>]*\b{UNTIL}=)([^>]*)>(.*?)</span>", re.DOTALL)
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
ADDRESS = re.compile(r"(?:^|\s)(?:[a-z][a-z0-9+.-]*:\S|www\.|//)", re.IGNORECASE)
_is_address = URLValidator(schemes=["http", "https"])


class RightUntil(NamedTuple):
    """How long a sentence is right, and who says so. The address is empty when the source can't be opened."""

    until: datetime.date
    source: str
    url: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """As rich text keeps it."""
        kept = {UNTIL: self.until.isoformat(), SOURCE: self.source}
        return kept | {SOURCE_URL: self.url} if self.url else kept


class DatedSentence(NamedTuple):
    words: str
    right: RightUntil

    def is_out_of_date(self, day: datetime.date) -> bool:
        return self.right.until < day


def right_until(until: str, source: str, url: str = "") -> RightUntil:
    """What somebody typed, checked. A ValidationError says by field what is wrong; a day that is past is not."""
    problems: dict[str, Any] = {}
    day, source, url = _day(until.strip()), " ".join(source.split()), url.strip()
    if day is None:
        problems["until"] = _("Type the last day on which it is right, between 2000 and 2100.")
    if not source:
        problems["source"] = _("Say who says so: GOV.UK, a letter of 3 March 2026.")
    elif len(source) > LONGEST_SOURCE:
        problems["source"] = _("The name of the source is too long: %(most)d characters at most.") % {
            "most": LONGEST_SOURCE
        }
    elif not source.isprintable():
        problems["source"] = _("There are signs in the name of the source that nobody can see. Type it again.")
    elif ADDRESS.search(source):
        problems["source"] = _("Give the source a name; its address has a place of its own.")
    elif {"{", "}"} & set(source):
        problems["source"] = _("Write it out: no words in braces here.")
    if url and not _leads_somewhere(url):
        problems["url"] = _("This is no address of a page: it begins with https:// or http://.")
    elif url and (said := why_not_for_readers(url)):
        problems["url"] = said
    if problems or day is None:
        raise ValidationError(problems)
    return RightUntil(day, source, url)


def right_until_of(attributes: Mapping[str, str | None]) -> RightUntil | None:
    """What an element of rich text carries; nothing when it is not right, for then its words are like any other."""
    try:
        return right_until(*(attributes.get(name) or "" for name in (UNTIL, SOURCE, SOURCE_URL)))
    except ValidationError:
        return None


def sentences_in(entry: models.Model) -> list[DatedSentence]:
    """The dated sentences in the running text of a page, in whichever field or block they stand."""
    return [
        sentence
        for field in entry._meta.concrete_fields
        if isinstance(field, RichTextField | StreamField)
        for sentence in _in_value(field.get_prep_value(field.value_from_object(entry)))
    ]


def sentences_of(html: str) -> Iterator[DatedSentence]:
    """The dated sentences in rich text as the database keeps it."""
    if UNTIL not in html:
        return
    for attributes, inside in SENTENCE.findall(html):
        right = right_until_of({name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)})
        if right and (words := " ".join(unescape(TAG.sub("", inside)).split())):
            yield DatedSentence(words, right)


def _in_value(value: object) -> Iterator[DatedSentence]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for child in value:
            yield from _in_value(child)
    elif isinstance(value, str):
        yield from sentences_of(value)


def _day(typed: str) -> datetime.date | None:
    if not ISO_DAY.fullmatch(typed):
        return None
    try:
        day = datetime.date.fromisoformat(typed)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _leads_somewhere(address: str) -> bool:
    if len(address) > LONGEST_ADDRESS or not address.isprintable():
        return False
    try:
        _is_address(address)
    except (ValidationError, ValueError):
        return False
    return True
