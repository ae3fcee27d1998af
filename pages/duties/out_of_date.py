"""What the day makes of a page: dated facts that were right until an earlier day, and those that are examples now.

Whether a page is out of date is one call, so that other dated things can join.
"""

import datetime
from collections.abc import Collection

from pages.dated_facts.shown import facts


def is_out_of_date(used: Collection[int], day: datetime.date) -> bool:
    """True when one of the dated facts that a page uses, by their keys, was last right before `day`."""
    known = facts()
    return any(known[key].is_out_of_date(day) for key in used if key in known)


def example_facts(day: datetime.date) -> frozenset[int]:
    """The keys of the dated facts that are examples on `day`."""
    rows = ((key, fact.on(day)) for key, fact in facts().items())
    return frozenset(key for key, row in rows if row is not None and row.example)
