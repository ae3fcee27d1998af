"""Where the links to other websites are: in the live pages, the contacts, the policies and the other shared facts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit

from django.conf import settings
from django.db import models
from django.db.models import prefetch_related_objects
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from pages.content.contact import Contact
from pages.content.policy import Policy
from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.council.model import CouncilSettings
from pages.dated_facts.model import DatedFact
from pages.outside_links.model import LONGEST_ADDRESS, OutsideLink

HREF = re.compile(r'\b(?:href|data-source-url)="(https?://[^"]+)"', re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
SHARED = (Contact, Policy, DatedFact, CouncilSettings)


class Place(NamedTuple):
    """A page or another entry in which an address stands."""

    entry: models.Model
    words: str


def places() -> dict[str, list[Place]]:
    """Every address with the places it stands in; remembered for each version of the content."""
    return _places_at(ContentVersion.current())


@remembered
def _places_at(version: object) -> dict[str, list[Place]]:
    places_of = defaultdict(list)
    pages = Page.objects.live().filter(depth__gt=1).order_by("path")
    specifics = list(pages.specific())
    prefetch_related_objects([page for page in specifics if isinstance(page, BasePage)], "sources")
    for page, specific in zip(pages, specifics, strict=True):
        for url in addresses_in(specific):
            places_of[url].append(Place(page, page.title))
    for model in SHARED:
        for entry in model.objects.order_by("pk").prefetch_related(*(["rows"] if model is DatedFact else [])):
            for url in addresses_in(entry):
                places_of[url].append(Place(entry, str(entry)))
    return dict(places_of)


def addresses_in(entry: models.Model) -> list[str]:
    """The outside addresses in the fields of a page or an entry, and of its sources, each once."""
    addresses = [address for field in entry._meta.concrete_fields for address in _in_field(field, entry)]
    if isinstance(entry, BasePage):
        addresses += [source.url for source in entry.sources.all()]
    if isinstance(entry, DatedFact):
        addresses += [row.source_url for row in entry.rows.all()]
    return list(dict.fromkeys(filter(None, map(_outside, addresses))))


def dead_links_in(entry: models.Model) -> list[OutsideLink]:
    """The dead links among those of a page or an entry, as it is in memory."""
    addresses = addresses_in(entry)
    return list(OutsideLink.objects.filter(url__in=addresses, dead_since__isnull=False)) if addresses else []


def _in_field(field: models.Field, entry: models.Model) -> Iterator[str]:
    value = field.value_from_object(entry)
    if not value:
        return
    if isinstance(field, models.URLField):
        yield value
    elif isinstance(field, RichTextField):
        yield from HREF.findall(value)
    elif isinstance(field, StreamField):
        yield from _in_block(field.stream_block.get_prep_value(value))


def _in_block(value: object) -> Iterator[str]:
    """The addresses in a stream as the database keeps it, whatever its blocks are."""
    if isinstance(value, dict):
        for child in value.values():
            yield from _in_block(child)
    elif isinstance(value, list):
        for child in value:
            yield from _in_block(child)
    elif isinstance(value, str):
        if ADDRESS.fullmatch(value):
            yield value
        else:
            yield from HREF.findall(value)


def _outside(address: str) -> str:
    """The address without the place in the page; nothing for those of this site, which can't die."""
    address = urldefrag(unescape(address).strip()).url
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return address
    ours = urlsplit(settings.SITE_URL).hostname
    return address if host != ours and len(address.encode()) <= LONGEST_ADDRESS else ""
