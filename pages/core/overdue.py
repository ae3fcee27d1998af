"""Which pages nobody has checked in time, as readers are told. From memory: it asks the database nothing."""

import datetime
from collections.abc import Iterable

from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.open_pages import open_pages


def overdue(day: datetime.date) -> dict[int, BasePage]:
    """The pages that readers can open and that are overdue for a check on `day`, by their keys."""
    return {page.pk: page for page in _late(open_pages().values(), day)}


def unchecked_since(pages: Iterable[Page], day: datetime.date) -> datetime.date | None:
    """The earliest day on which one of the overdue pages was checked last, or nothing when none is overdue."""
    return min((page.last_check for page in _late(pages, day)), default=None)


def _late(pages: Iterable[Page], day: datetime.date) -> list[BasePage]:
    return [page for page in pages if isinstance(page, BasePage) and page.is_overdue(day)]
