"""The parts of a page that can prove something: the whole, each heading of its texts, and the fields that are one.

Read from what the database holds, not from the blocks: so a page with many contacts asks for none of them.
"""

import re
from collections.abc import Collection, Iterator
from itertools import chain, count
from typing import Any, NamedTuple

from django.utils.html import strip_tags
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from pages.core.inline import facts_named_in, finished
from pages.dated_facts.shown import by_name
from pages.groups.model import GroupPage

WHOLE, HERE = "", "what-holds-here"
MARK = "<mark>"
HEADING = re.compile(r"(<h2[^>]*>.*?</h2>)", re.DOTALL)
EMBED = re.compile(r"<embed[^>]*>")
ID = re.compile(r'\bid="(\d{1,18})"')
# What blocks call a dated fact that they choose.
OF_FACTS = ("amount", "fact")
# Fields that readers see under a heading of their own, by the name of the part.
FIELDS = {"how-to-get-it": "steps", "what-happens-next": "what_next", "what-it-costs": "cost"}


class PagePart(NamedTuple):
    """One part: its name for good, what officers and readers call it, where it begins, and its words.

    `facts` are the keys of its dated facts: which of them are examples, the day says.
    """

    key: str
    label: str
    anchor: str
    words: str
    has_example: bool
    facts: frozenset[int] = frozenset()

    def on(self, example_facts: Collection[int]) -> "PagePart":
        """The part on a day on which these facts are examples."""
        return self._replace(has_example=self.has_example or not self.facts.isdisjoint(example_facts))


class Piece(NamedTuple):
    """What stands under one heading, as it is stored: texts, and the keys of contacts and dated facts."""

    texts: list[str]
    contacts: set[int]
    facts: set[int]

    def has_example(self, contacts: Collection[int]) -> bool:
        return any(MARK in text for text in self.texts) or not self.contacts.isdisjoint(contacts)


def parts_of(page: Page, examples: Collection[int] = ()) -> dict[str, PagePart]:
    """Every part, the whole page first; `examples` are the keys of contacts whose details are examples."""
    parts: dict[str, PagePart] = {}
    whole = _piece([])
    for key, label, anchor, piece, extra in _pieces(page):
        name = next(name for name in chain([key], (f"{key}-{n}" for n in count(2))) if name not in parts)
        _add(whole, piece)
        if label:
            parts[name] = _part(name, label, anchor, piece, extra or piece.has_example(examples))
    is_example = whole.has_example(examples) or bool(getattr(page, "example_details", False))
    return {WHOLE: _part(WHOLE, _("The whole page"), "", whole, is_example)} | parts


def _part(key: str, label: str, anchor: str, piece: Piece, has_example: bool) -> PagePart:
    words = " ".join(strip_tags(finished(text)) for text in piece.texts)
    return PagePart(key, finished(label), anchor, " ".join(words.split()), has_example, frozenset(piece.facts))


def _pieces(page: Page) -> Iterator[tuple[str, str, str, Piece, bool]]:
    """Name, label, anchor and content of each part in reading order; what has no label is of the whole page only."""
    yield "", "", "", _piece([page.title, page.search_description]), False
    if isinstance(page, GroupPage):
        yield "when-it-meets", _("When and where it meets"), "", _piece([]), page.example_details
    yield from _headed(page, "body", "")
    for key, name in FIELDS.items():
        if value := _raw(page, name):
            yield key, capfirst(str(page._meta.get_field(name).verbose_name)), "", _piece(value), False
    reasons = [row.reason for name in ("eligibility", "here_reasons") for row in _rows(page, name)]
    if reasons:
        yield "who-can-get-it", _("Who can get it"), "", _piece(reasons), False
    yield from _here(page)
    contacts = {row.contact_id for name in ("contacts", "here_contacts") for row in _rows(page, name)}
    if contacts:
        yield "contacts", _("Contacts"), "", Piece([], contacts, set()), False
    known = {"body", "here", *FIELDS.values()}
    for field in page._meta.concrete_fields:
        if isinstance(field, RichTextField | StreamField) and field.name not in known:
            yield "", "", "", _piece(_raw(page, field.name)), False


def _here(page: Page) -> Iterator[tuple[str, str, str, Piece, bool]]:
    raw = _raw(page, "here")
    if not raw:
        return
    yield HERE, _("What holds here"), "", _piece(raw), False
    asked = {row.key: row.question for row in _rows(page, "questions")}
    for block in raw:
        if block["type"] == "answer":
            key = block["value"].get("question", "")
            yield f"answer-{key}", asked.get(key, key), "", _piece(block), False
    yield from _headed(page, "here", HERE)


def _headed(page: Page, field: str, prefix: str) -> Iterator[tuple[str, str, str, Piece, bool]]:
    """What stands under each heading of a text of blocks; what comes before the first is of the whole only."""
    heading, piece = "", _piece([])
    for block in _raw(page, field):
        for bit in HEADING.split(block["value"]["text"]) if block["type"] == "text" else [block]:
            if isinstance(bit, str) and HEADING.fullmatch(bit):
                yield _name(heading, prefix), heading, slugify(heading), piece, False
                heading, piece = " ".join(strip_tags(bit).split()), _piece([])
            else:
                _add(piece, _piece(bit))
    yield _name(heading, prefix), heading, slugify(heading), piece, False


def _name(heading: str, prefix: str) -> str:
    return "-".join(filter(None, (prefix, slugify(heading) or "part")))


def _raw(page: Page, field: str) -> Any:
    """A field's value as the database has it."""
    value = getattr(page, field, None)
    raw = getattr(value, "raw_data", None)
    return list(raw) if raw is not None else value or []


def _rows(page: Page, relation: str) -> list[Any]:
    return list(getattr(page, relation).all()) if hasattr(page, relation) else []


def _piece(raw: Any) -> Piece:
    piece = Piece([], set(), set())
    _gather(raw, piece)
    return piece


def _gather(raw: Any, piece: Piece) -> None:
    if isinstance(raw, str):
        piece.texts.append(raw)
        if named := facts_named_in(raw):
            piece.facts.update(fact.pk for name, fact in by_name().items() if name in named)
        for embed in EMBED.findall(raw):
            piece.facts.update(int(key) for key in ID.findall(embed) if 'embedtype="fact"' in embed)
    elif isinstance(raw, dict):
        for name, value in raw.items():
            if name in ("contact", *OF_FACTS) and isinstance(value, int):
                (piece.contacts if name == "contact" else piece.facts).add(value)
            elif name not in ("id", "type"):
                _gather(value, piece)
    elif isinstance(raw, list | tuple):
        for value in raw:
            _gather(value, piece)


def _add(piece: Piece, other: Piece) -> None:
    piece.texts.extend(other.texts)
    piece.contacts.update(other.contacts)
    piece.facts.update(other.facts)
