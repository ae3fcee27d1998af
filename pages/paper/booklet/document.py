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
from pages.core.html.tree import parse_document, written
from pages.core.overdue import unchecked_since
from pages.council.shown import Council
from pages.dated_facts import shown as facts
from pages.paper.frame import in_frame

from .entries import Entry
from .prose import codes_by_path, link_up, paths
from .word_index import MOST_PAGES, Word

WORDS = "<!-- words -->"
INDEX = "<!-- index -->"
SHEETS = ("css/pdf/paper.css", "css/components/letter-blanks.css", "css/pdf/booklet.css")
LARGE_SHEET = "css/pdf/booklet-large.css"
SHORT_SHEET = "css/pdf/booklet-short.css"
OFFER_SHEET = "css/pdf/booklet-offer.css"


class PrintSize(models.TextChoices):
    """How big the letters of a pack are; the value stands in its address."""

    ORDINARY = "ordinary", gettext_lazy("Ordinary letters")
    LARGE = "large", gettext_lazy("Large print")


class PackLength(models.TextChoices):
    """How much of each page is in a pack; the value stands in its address."""

    WHOLE = "whole", gettext_lazy("Whole: everything that these pages say")
    SHORT = "short", gettext_lazy("Short: about half a page for each")


class Navigator(NamedTuple):
    """Who gives a pack to a family, and what they know of it, as they typed it: printed, and kept nowhere."""

    name: str = ""
    number: str = ""
    note: str = ""
    arrangement: str = ""

    @property
    def note_lines(self) -> list[str]:
        return [line for line in self.note.splitlines() if line.strip()]


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
    entries: list[Entry],
    council: Council,
    printed: datetime.date,
    size: PrintSize,
    navigator: Navigator,
    length: PackLength = PackLength.WHOLE,
) -> str:
    """A pack: a cover with the date and a person to ring, then each page of the list."""
    sheets = [*SHEETS]
    if length == PackLength.SHORT:
        sheets.append(SHORT_SHEET)
    if size == PrintSize.LARGE:
        sheets.append(LARGE_SHEET)
    context = {"entries": entries, "navigator": navigator, "printed": printed, "size": size, "length": length}
    context["unchecked_since"] = unchecked_since([entry.page for entry in entries], printed)
    anchors = {path: entry.anchor for entry, path in _with_paths(entries)}
    return _finished("paper/booklet/pack.html", context, council, sheets, anchors)


def offer_html(parts: list[Part], words: list[GlossaryTerm], council: Council, printed: datetime.date) -> str:
    """The whole offer: a cover, the contents, every section, the words explained, and the place of the index."""
    entries = [entry for part in parts for entry in part.entries]
    anchors = {path: entry.anchor for entry, path in _with_paths(entries)}
    sections = {part.page.pk: part.anchor for part in parts if part.page}
    anchors |= {path: sections[key] for key, path in paths([part.page for part in parts if part.page]).items() if path}
    if glossary := council.places.get("glossary"):
        anchors[glossary] = "words"
    for part in parts:
        part.see_also = [(page, anchors[path]) for page, path in _guests(part) if path in anchors]
    context = {"parts": parts, "words": words, "printed": printed}
    context["unchecked_since"] = unchecked_since([*(part.page for part in parts), *(e.page for e in entries)], printed)
    return _finished("paper/booklet/offer.html", context, council, [*SHEETS, OFFER_SHEET], anchors)


def with_index(html: str, index: list[Word]) -> str:
    """The whole offer with its index, which only laying it out tells."""
    with translation.override(settings.LANGUAGE_CODE):
        return html.replace(INDEX, render_to_string("paper/booklet/index.html", {"index": index, "most": MOST_PAGES}))


def _with_paths(entries: list[Entry]) -> list[tuple[Entry, str]]:
    path_of = paths([entry.page for entry in entries])
    return [(entry, path_of[entry.page.pk]) for entry in entries]


def _guests(part: Part) -> list[tuple[Page, str]]:
    path_of = paths(part.guests)
    return [(page, path_of[page.pk]) for page in part.guests]


def _finished(template, context, council, sheets, anchors):
    """The document with its words explained, its links led to paper, its examples marked and old amounts too."""
    language = settings.LANGUAGE_CODE
    tree = parse_document(in_frame(template, context, council=council, language=language, sheets=sheets))
    with translation.override(language):
        terms = council.explainer.explain(tree, on_paper=True)
        facts.warn_of_old(tree, context["printed"])
        link_up(tree, anchors, codes_by_path())
        label_examples(tree, _("example"), _("to be confirmed"))
        by_letter = sorted(terms, key=lambda term: term["term"].casefold())
        words = render_to_string("paper/booklet/words.html", {"words": by_letter}) if terms else ""
        return mark_safe(written(tree).replace(WORDS, words))
