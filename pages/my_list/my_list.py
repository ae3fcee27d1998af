"""A reader's own list of pages. It lives in an address, as short codes: nothing of it is kept here."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from itertools import batched

from wagtail.models import Page

from pages import search as searching
from pages.content import where_codes_lead
from pages.content.short_code import CODE
from pages.core.open_pages import open_pages
from pages.core.typed import as_read

MOST_ITEMS = 60
MOST_CHOICES = 8
LONGEST_ADDRESS = 1000
BETWEEN = "."


@dataclass
class Item:
    """One page of a list. `instead_of` is the title of what it replaced."""

    code: str
    page: Page
    url: str
    instead_of: str = ""
    without: str = ""
    up: str = ""
    down: str = ""


@dataclass
class Group:
    """The items of one section; the addresses are those of the list after a change."""

    title: str
    items: list[Item] = field(default_factory=list)
    up: str = ""
    down: str = ""


@dataclass
class MyList:
    """Pages in the reader's order, those of one section together."""

    groups: list[Group]

    @cached_property
    def items(self) -> list[Item]:
        return [item for group in self.groups for item in group.items]

    @cached_property
    def codes(self) -> list[str]:
        return [item.code for item in self.items]

    @property
    def address(self) -> str:
        return address(self.codes)

    def parts(self, most: int) -> list[str]:
        """The addresses of lists that hold these pages in their order, each no more than `most`."""
        return [address(list(codes)) for codes in batched(self.codes, most)]

    @property
    def is_full(self) -> bool:
        return len(self.items) >= MOST_ITEMS

    def __len__(self):
        return len(self.items)

    def title_of(self, code: str) -> str:
        return next((item.page.title for item in self.items if item.code == code), "")


def read_codes(text: str) -> list[str]:
    """The codes in an address: each once, no more than a list may hold, and nothing that can't be a code."""
    parts = text[:LONGEST_ADDRESS].lower().replace(",", BETWEEN).replace(" ", BETWEEN).split(BETWEEN)
    return list(dict.fromkeys(part for part in parts if CODE.match(part)))[:MOST_ITEMS]


def address(codes: list[str]) -> str:
    """The codes as they stand in an address."""
    return BETWEEN.join(codes)


def gather(codes: list[str], sections: list[dict]) -> MyList:
    """The pages behind the codes. `sections` are those of the council: each has a title and a url."""
    destinations = where_codes_lead.find_all(codes)
    by_title: dict[str, Group] = {}
    seen = set()
    for code in codes:
        destination = destinations.get(code)
        if destination is None or destination.page.pk in seen:
            continue
        seen.add(destination.page.pk)
        url = destination.page.url or "/"
        title = next((section["title"] for section in sections if url.startswith(section["url"])), "")
        group = by_title.setdefault(title, Group(title))
        group.items.append(Item(code, destination.page, url, destination.instead_of))
    groups = list(by_title.values())
    _say_what_changes_would_give(groups)
    return MyList(groups)


def choices(query: str, day: datetime.date) -> list[tuple[str, Page]]:
    """Pairs of code and page for what was typed: only what can be listed, those first whose title has the words."""
    opened = open_pages()
    typed = as_read(query).strip()
    named = [page for page in opened.values() if typed in as_read(page.title)]
    hits = [opened[hit.pk] for hit in searching.search(query, day) if hit.pk in opened]
    best_first = [page for page in hits if page in named] + named + hits
    pages = {page.pk: page for page in best_first if getattr(page, "can_be_listed", False)}
    coded = [(where_codes_lead.code_of(page), page) for page in pages.values()]
    return [(code, page) for code, page in coded if code][:MOST_CHOICES]


def chosen(query: str, offered: list[tuple[str, Page]]) -> str:
    """The code of the one page that was clearly meant: its whole title was typed, or nothing else was found."""
    for code, page in offered:
        if len(offered) == 1 or as_read(page.title) == as_read(query).strip():
            return code
    return ""


def _say_what_changes_would_give(groups: list[Group]) -> None:
    by_group = [[item.code for item in group.items] for group in groups]
    everything = [code for codes in by_group for code in codes]
    for place, group in enumerate(groups):
        if place > 0:
            group.up = _joined(_swapped(by_group, place - 1))
        if place < len(groups) - 1:
            group.down = _joined(_swapped(by_group, place))
        for at, item in enumerate(group.items):
            item.without = address([code for code in everything if code != item.code])
            before, own, after = by_group[:place], by_group[place], by_group[place + 1 :]
            if at > 0:
                item.up = _joined([*before, _swapped(own, at - 1), *after])
            if at < len(own) - 1:
                item.down = _joined([*before, _swapped(own, at), *after])


def _swapped[Thing](things: list[Thing], at: int) -> list[Thing]:
    """The things, with the one at this place and the one after it changed about."""
    return [*things[:at], things[at + 1], things[at], *things[at + 2 :]]


def _joined(by_group: list[list[str]]) -> str:
    return address([code for codes in by_group for code in codes])
