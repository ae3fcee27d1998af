"""Writes into a page's history that a duty is no longer met, and why."""

from wagtail.log_actions import log
from wagtail.models import Page

from pages.models import PageDuty, open_pages
from pages.services.duty_map import gaps
from pages.vocabulary import Duty

TAKEN_AWAY = "pages.duty.taken_away"
NO_LONGER_MET = "pages.duty.no_longer_met"


def taken_away(page: Page, duties: list[Duty], reason: str, user) -> None:
    """An officer takes a page away though it is the last that meets these duties, and says why."""
    log(instance=page, action=TAKEN_AWAY, user=user, data=_data(duties) | {"reason": reason})


def tie_gone(key: int, duty: str) -> None:
    """A page that readers can open was published without this duty: its history says so if nothing else meets it."""
    page = open_pages().get(key)
    if page and duty in gaps():
        log(instance=page, action=NO_LONGER_MET, data=_data([Duty(duty)]))


def page_gone(page: Page) -> None:
    """A page went offline by itself, on the day that was set: its history says which duties nothing meets now."""
    unmet = gaps()
    tied = PageDuty.objects.filter(page_id=page.pk).values_list("duty", flat=True)
    if lost := [duty for duty in unmet if duty.value in set(tied)]:
        log(instance=page, action=NO_LONGER_MET, data=_data(lost))


def _data(duties):
    return {"duties": [duty.value for duty in duties]}
