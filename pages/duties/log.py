"""Writes into a page's history that a duty is no longer met, and why."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import Page

from pages.core.open_pages import open_pages
from pages.core.ties import PageDuty
from pages.core.vocabulary import Duty
from pages.duties.duty_map import gaps

TAKEN_AWAY = "pages.duty.taken_away"
NO_LONGER_MET = "pages.duty.no_longer_met"


def taken_away(page: Page, duties: list[Duty], reason: str, user: User) -> None:
    """An officer takes a page away though it is the last that meets these duties, and says why."""
    log(instance=page, action=TAKEN_AWAY, user=user, data=_data(duties) | {"reason": reason})


def tie_gone(key: int, duty: str) -> None:
    """A page that readers can open was published without this duty: its history says so if nothing else meets it."""
    page = open_pages().get(key)
    if page and duty in gaps():
        log(instance=page, action=NO_LONGER_MET, data=_data([Duty(duty)]))


def went_by_itself(page: Page) -> None:
    """A page went offline on the day that was set: its history says which duties nothing meets now."""
    _note_what_is_unmet(PageDuty.objects.filter(page=page))


def was_hidden(page: Page) -> None:
    """A page, and those below it, were closed to some readers: their history says which duties nothing meets now."""
    _note_what_is_unmet(PageDuty.objects.filter(page__path__startswith=page.path, page__live=True))


def _note_what_is_unmet(ties: QuerySet[PageDuty]) -> None:
    lost: dict[Page, list[Duty]] = {}
    for tie in ties.filter(duty__in=gaps()).select_related("page").order_by("page__path", "sort_order"):
        lost.setdefault(tie.page, []).append(Duty(tie.duty))
    for page, duties in lost.items():
        log(instance=page, action=NO_LONGER_MET, data=_data(duties))


def _data(duties: list[Duty]) -> dict[str, Any]:
    return {"duties": [duty.value for duty in duties]}
