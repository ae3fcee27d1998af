"""What the day makes of a page beside `dated_facts.ends`: which dated facts are examples on it."""

import datetime

from pages.dated_facts.shown import facts


def example_facts(day: datetime.date) -> frozenset[int]:
    """The keys of the dated facts that are examples on `day`."""
    rows = ((key, fact.on(day)) for key, fact in facts().items())
    return frozenset(key for key, row in rows if row is not None and row.example)
