"""Paper is made behind the answer, one at a time for the whole site."""

import datetime

from django.conf import settings
from django.tasks import task

from pages.core.lease import TakenError, holding
from pages.core.tasks import PAPER, PUT_OFF, enqueue_once
from pages.paper import booklet, leaflet
from pages.paper.model import PAPER_IS_MADE

WAIT = datetime.timedelta(seconds=15)  # until somebody else's paper may be done


@task(queue_name=PAPER, priority=10)
def make_leaflets() -> str:
    """Makes each leaflet again if what it says has changed. They are quick, so they come before the book."""
    try:
        with holding(PAPER_IS_MADE):
            leaflet.remake()
    except TakenError:
        enqueue_once(make_leaflets, WAIT)
        return PUT_OFF
    return ""


@task(queue_name=PAPER)
def print_offer() -> str:
    """Makes the whole offer again if anything has changed. What changes meanwhile asks for it anew."""
    try:
        with holding(PAPER_IS_MADE):
            leaflet.remake()
        booklet.print_if_stale()
    except TakenError:
        enqueue_once(print_offer, WAIT)
        return PUT_OFF
    return ""


def print_offer_now() -> None:
    """Has the whole offer made as soon as the printer is free, also when it waits for more changes to come."""
    print_offer.enqueue()


def print_offer_soon() -> None:
    """Has the whole offer made in a while, so that many changes make one printing."""
    if settings.PRINT_OFFER_AFTER is not None:
        enqueue_once(print_offer, datetime.timedelta(seconds=settings.PRINT_OFFER_AFTER))
