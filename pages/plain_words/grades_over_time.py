"""Remembers how hard each page was to read when it was published, so that years can be compared."""

import datetime
import logging
from statistics import median
from typing import NamedTuple

from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.plain_words.grade import page_readability
from pages.plain_words.page_text import read
from pages.plain_words.reading_grade import ReadingGrade

logger = logging.getLogger(__name__)


class Change(NamedTuple):
    """A page's grade at the beginning of a time, and at its end."""

    page: int
    then: float
    now: float


def record(key: int, day: datetime.date) -> None:
    """Writes down the grade of a page that has just been published. It never stops the publishing."""
    try:
        page = Page.objects.get(pk=key).specific
        if not isinstance(page, BasePage):
            return
        whole = page_readability(read(page))
        values = {"grade": round(whole.grade, 2), "words": whole.words}
        if whole.words:
            ReadingGrade.objects.update_or_create(page_id=key, day=day, defaults=values)
    except Exception:
        logger.exception("The reading grade of page %s could not be written down.", key)


def changes(first: datetime.date, last: datetime.date) -> list[Change]:
    """Each page that was measured by `last`: its grade when the time began, or else its first in it, and its last."""
    then: dict[int, float] = {}
    now: dict[int, float] = {}
    for row in ReadingGrade.objects.filter(day__lte=last).order_by("day"):
        if row.day < first or row.page_id not in then:
            then[row.page_id] = row.grade
        now[row.page_id] = row.grade
    return [Change(key, then[key], now[key]) for key in now]


def middle(grades: list[float]) -> float:
    """The grade that half the pages are below."""
    return round(median(grades), 1)
