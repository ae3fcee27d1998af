"""Whether a page says something that was right until an earlier day. One call, so that other dated facts can join."""

import datetime

from wagtail.models import Page

from pages.dated_facts.shown import out_of_date, used_in


def is_out_of_date(page: Page, day: datetime.date) -> bool:
    """True when a dated fact on the page was last right before `day`."""
    old = set(out_of_date(day))
    return bool(old) and not old.isdisjoint(used_in(page))
