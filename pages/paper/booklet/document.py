"""The HTML of each booklet."""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from pages.content.explain import label_examples
from pages.content.glossary_term import GlossaryTerm
from pages.core.overdue import unchecked_since
from pages.council.colour import shades
from pages.council.shown import Council
from pages.money import amounts as money
from pages.paper.frame import language_tag as _language_tag

from .entries import Entry
from .prose import link_up, paths

WORDS = "<!-- words -->"
SHEETS = ("css/pdf/paper.css", "css/pdf/booklet.css")
LARGE_SHEET = "css/pdf/booklet-large.css"
OFFER_SHEET = "css/pdf/booklet-offer.css"


class PrintSize(models.TextChoices):
    """How big the letters of a pack are; the value stands in its address."""

    ORDINARY = "ordinary", gettext_lazy("Ordinary letters")
    LARGE = "large", gettext_lazy("Large print")


class Navigator(NamedTuple):
    """Who gives a pack to a family, as they typed it: printed, and kept nowhere."""

    name: str = ""
    number: str = ""


@dataclass
class Part:
    """One section of the whole offer: its own page, if it has one, and the pages in it."""

    title: str
    anchor: str
    page: Page | None = None
    entries: list[Entry] = field(default_factory=list)
    guests: list[Page] = field(default_factory=list)
    see_also: list[tuple[Page, str]] = field(default_factory=list)  # the guests, each with its place in the book


def pack_html(
    entries: list[Entry], council: Council, printed: datetime.date, size: PrintSize, navigator: Navigator
) -> str:
    """A pack: a cover with the date and a person to ring, then each page of the list."""
    sheets = [*SHEETS, LARGE_SHEET] if size == PrintSize.LARGE else SHEETS
    context = {"entries": entries, "navigator": navigator, "printed": printed, "size": size}
    context["unchecked_since"] = unchecked_since([entry.page for entry in entries], printed)
    anchors = {path: entry.anchor for entry, path in _with_paths(entries)}
    return _finished("paper/booklet/pack.html", context, council, sheets, anchors)


def offer_html(parts: list[Part], words: list[GlossaryTerm], council: Council, printed: datetime.date) -> str:
    """The whole offer: a cover, the contents, every section, and the words explained."""
    entries = [entry for part in parts for entry in part.entries]
    anchors = {path: entry.anchor for entry, path in _with_paths(entries)}
    sections = {part.page.pk: part.anchor for part in parts if part.page}
    anchors |= {path: sections[key] for key, path in paths([part.page for part in parts if part.page]).items() if path}
    anchors[council.places.get("glossary", "")] = "words"
    for part in parts:
        part.see_also = [(page, anchors[path]) for page, path in _guests(part) if path in anchors]
    context = {"parts": parts, "words": words, "printed": printed}
    context["unchecked_since"] = unchecked_since([*(part.page for part in parts), *(e.page for e in entries)], printed)
    return _finished("paper/booklet/offer.html", context, council, [*SHEETS, OFFER_SHEET], anchors)


def _with_paths(entries: list[Entry]) -> list[tuple[Entry, str]]:
    path_of = paths([entry.page for entry in entries])
    return [(entry, path_of[entry.page.pk]) for entry in entries]


def _guests(part: Part) -> list[tuple[Page, str]]:
    path_of = paths(part.guests)
    return [(page, path_of[page.pk]) for page in part.guests]


def _finished(template, context, council, sheets, anchors):
    """The document with its words explained, its links led to paper, its examples marked and old amounts too."""
    language = settings.LANGUAGE_CODE
    colours = shades(council.brand_colour)
    with translation.override(language):
        shared = {
            "council": council,
            "navigators": council.navigators,
            "colours": colours,
            "variables": f"--brand: {colours.brand}; --deep: {colours.deep}",
            "stylesheets": [settings.STATIC_URL + name for name in sheets],
            "language": _language_tag(language),
            "direction": "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
        }
        explained = council.explainer.explain(render_to_string(template, context | shared))
        html = label_examples(link_up(explained.html, anchors), _("example"))
        html = money.with_warnings(html, context["printed"])
        words = render_to_string("paper/booklet/words.html", {"words": explained.terms}) if explained.terms else ""
        return mark_safe(html.replace(WORDS, words))
