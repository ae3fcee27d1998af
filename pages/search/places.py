"""Places of the site that are no pages of the offer, by the names that people type."""

from collections.abc import Callable
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from .text import EMPTY, stem, stems

EMPTY_STEMS = frozenset(map(stem, EMPTY))


class Place(NamedTuple):
    title: str
    url: str


# The name of a place's address, its title, and what else it is called, with commas.
PLACES: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
    "find": (lambda: _("Find what fits"), lambda: _("finder, help finder, questionnaire")),
    "my-list": (lambda: _("My list"), lambda: _("my saved pages, saved pages")),
    "law": (lambda: _("How this offer meets the law"), lambda: _("how we meet the law, how you meet the law")),
    "ask-us-to-ring": (lambda: _("Ask us to ring you"), lambda: _("ask us to ring, ask you to ring me")),
}


def place_named(query: str) -> Place | None:
    """The place that a query names, whole and alone; nothing when it names none."""
    typed = stems(query)
    for name, (title, also) in PLACES.items():
        known = [stems(words) for words in (title(), *also().split(","))]
        if typed and (typed in known or _telling(typed) in [told for each in known if len(told := _telling(each)) > 1]):
            return Place(title(), reverse(name))
    return None


def _telling(typed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in typed if each not in EMPTY_STEMS)
