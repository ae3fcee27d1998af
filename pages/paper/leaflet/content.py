"""Gathers what goes on each panel. Nothing is typed for paper that is already on the site."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from wagtail.models import Page

from pages.content.section import SectionPage
from pages.core.base_page import BasePage
from pages.core.overdue import unchecked_since
from pages.dated_facts import shown as facts
from pages.paper.leaflet.vocabulary import Panel, Shown
from pages.paper.steps import leads_of

INSIDE = (Panel.INSIDE_LEFT, Panel.INSIDE_MIDDLE, Panel.INSIDE_RIGHT)


class Chosen(Protocol):
    """A page on a panel, as an officer chose it: a `LeafletEntry`, whose module stands on this one."""

    panel: str
    page: Page
    page_id: int | None
    show: str
    amount_id: int | None


@dataclass
class Entry:
    """One page of the offer as paper shows it."""

    title: str
    summary: str = ""
    steps: list[str] = field(default_factory=list)
    icon: str = ""
    fact_label: str = ""
    fact_words: str = ""
    fact_is_old: bool = False
    fact_is_example: bool = False


@dataclass
class Leaflet:
    """Every word on the sheet but the council's own."""

    title: str
    cover_title: str
    cover_words: str
    back_words: str
    inside_heading: str
    language: str
    panels: dict[str, list[Entry]]
    left_out: list[str] = field(default_factory=list)
    unchecked_since: datetime.date | None = None

    @property
    def flap(self) -> list[Entry]:
        return self.panels[Panel.FLAP]

    @property
    def inside(self) -> list[tuple[str, list[Entry]]]:
        """The three inside panels from the left: their names and what is on them."""
        return [(panel.value, self.panels[panel]) for panel in INSIDE]


def gather(leaflet: BasePage, day: datetime.date, entries: Iterable[Chosen] | None = None) -> Leaflet:
    """The words for the sheet of a leaflet page on `day`; `entries` are those of an unsaved form, else the page's own.

    A page that readers can't open on the site is left out of the paper too.
    """
    entries = [entry for entry in (leaflet.entries.all() if entries is None else entries) if entry.page_id]
    keys = [entry.page_id for entry in entries]
    pages = {page.pk: page for page in Page.objects.live().public().filter(pk__in=keys).specific()}
    panels: dict[str, list[Entry]] = {panel: [] for panel in Panel}
    left_out = []
    for entry in entries:
        if entry.page_id not in pages:
            left_out.append(entry.page.title)
        elif entry.panel in panels:
            panels[entry.panel].append(_entry(pages[entry.page_id], entry, day))
    return Leaflet(
        title=leaflet.title,
        cover_title=leaflet.cover_title,
        cover_words=leaflet.cover_words,
        back_words=leaflet.back_words,
        inside_heading=leaflet.inside_heading,
        language=leaflet.locale.language_code,
        panels=panels,
        left_out=left_out,
        unchecked_since=unchecked_since([leaflet, *pages.values()], day),
    )


def _entry(page: Page, chosen: Chosen, day: datetime.date) -> Entry:
    show = chosen.show
    fact = facts.facts().get(chosen.amount_id) if chosen.amount_id else None
    row = fact.on(day) if fact else None
    return Entry(
        title=getattr(page, "menu_title", page.title),
        summary=page.search_description if show in {Shown.SUMMARY, Shown.BOTH} else "",
        steps=leads_of(page) if show in {Shown.STEPS, Shown.BOTH} else [],
        icon=page.icon if isinstance(page, SectionPage) else "",
        fact_label=fact.label if fact else "",
        fact_words=fact.words_on(day) if fact else "",
        fact_is_old=bool(row and row.is_out_of_date(day)),
        fact_is_example=bool(row and row.example),
    )
