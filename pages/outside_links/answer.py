"""What an answer to a link means, and when a link that does not work is called dead."""

import datetime
from http import HTTPStatus
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.outside_links.model import OutsideLink

GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
DAYS_TO_DEAD = 3
TIMES_GONE = 2


class Answer(NamedTuple):
    """What came of asking for an address; `counts` is False when it says nothing about the link."""

    works: bool
    words: str
    status: int | None = None
    counts: bool = True


def answer_of(status: int) -> Answer:
    """What an HTTP status says of a link, in words for officers."""
    if status < 400:
        return Answer(True, _("It works."), status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Answer(False, _("Its site asked us to come back later."), status, counts=False)
    if status in GONE:
        words = _("The page is not there")
    elif status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        words = _("Its site would not let us in")
    elif status >= 500:
        words = _("Its site is broken")
    else:
        words = _("Its site did not understand us")
    return Answer(False, f"{words} ({status}).", status)


def note(link: OutsideLink, answer: Answer, now: datetime.datetime) -> None:
    """Writes an answer down on the link, unsaved.

    A link is dead when it failed on three different days with no success between, or when its site has said twice
    in a row that the page is gone. One that an officer left stays left until its site gives another answer.
    """
    day = timezone.localdate(now)
    failed_today = link.failures > 0 and link.last_tried is not None and timezone.localdate(link.last_tried) == day
    same_as_before = link.status == answer.status
    link.last_tried, link.answer = now, answer.words
    if not answer.counts:
        return
    link.status = answer.status
    if answer.works:
        link.failures = link.gone = 0
        link.left_because, link.dead_since = "", None
        return
    if link.left_because and same_as_before:
        return
    link.left_because = ""
    link.failures += 0 if failed_today else 1
    link.gone = link.gone + 1 if answer.status in GONE else 0
    if link.failures >= DAYS_TO_DEAD or link.gone >= TIMES_GONE:
        link.dead_since = link.dead_since or day
