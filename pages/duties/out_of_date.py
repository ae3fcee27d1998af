"""What the day makes of a page: dated facts that were right until an earlier day, and those that are examples now.

Whether a page is out of date is one call, so that other dated things can join.
"""

import datetime

from wagtail.models import Page

from pages.dated_facts.shown import facts, used_in


def is_out_of_date(page: Page, day: datetime.date) -> bool:
    """True when a dated fact on the page was last right before `day`."""
    old = {key for key, fact in facts().items() if fact.is_out_of_date(day)}
    return bool(old) and not old.isdisjoint(used_in(page))


def example_facts(day: datetime.date) -> frozenset[int]:
    """The keys of the dated facts that are examples on `day`."""
    rows = ((key, fact.on(day)) for key, fact in facts().items())
    return frozenset(key for key, row in rows if row is not None and row.example)
