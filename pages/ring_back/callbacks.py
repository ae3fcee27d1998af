"""Requests to be rung: stored first, mailed then, deleted on the day we promised. No detail of one is ever logged."""

import datetime
import logging
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from pages.core.keep_once import keep_once
from pages.core.may_be_down import may_be_down
from pages.ring_back import mail as callback_mail
from pages.ring_back.model import Callback, CallbackStatus

logger = logging.getLogger(__name__)

LONGEST_WAIT = datetime.timedelta(hours=1)


class Round(NamedTuple):
    """What one round of mailing did."""

    sent: int = 0
    failed: int = 0


class Deleted(NamedTuple):
    """How many requests were deleted, and how many of those nobody had answered."""

    deleted: int
    unanswered: int


@sensitive_variables()
def store(details: dict[str, str], token: str) -> None:
    """Keeps a request for good before anybody is told that we have it. The same form sent twice is kept once.

    `details` are field values of Callback; `token` is that of the form it came from.
    """
    words = "\0".join([token, *(details[name] for name in sorted(details))])
    key = salted_hmac("callback", words, algorithm="sha256").hexdigest()
    keep_once(logger, "A request to be rung", Callback, {"request_key": key}, details)


def send_waiting(now: datetime.datetime, most: int = 100) -> Round:
    """Mails what waits to be mailed, longest due first. It stops at a failure: the mail server is likely down.

    What could not be sent is tried again after 1, 2, 4 … minutes, at last every hour, until somebody answers it.
    Raises NowhereToSendError, and counts no try, while there is nowhere to send to.
    """
    callback_mail.check()
    sent = 0
    for callback in _due(now)[:most]:
        if not _claim(callback, now):
            continue
        if not _mailed(callback):
            return Round(sent, 1)
        Callback.objects.filter(pk=callback.pk).update(mailed_at=timezone.now())
        sent += 1
    return Round(sent)


def note_answer(callback: Callback, user: User, now: datetime.datetime) -> None:
    """Writes down who has answered and when, or forgets it when the request is set to wait again."""
    answered = callback.status == CallbackStatus.ANSWERED
    callback.answered_by, callback.answered_at = (user, now) if answered else (None, None)


def unmailed() -> int:
    """How many requests nobody has had a message about."""
    return _unmailed().count()


def delete_old(now: datetime.datetime, days: int) -> Deleted:
    """Deletes what was asked more than `days` days ago, answered or not: that is what we promised."""
    old = Callback.objects.filter(asked_at__lt=now - datetime.timedelta(days=days))
    unanswered = old.filter(status=CallbackStatus.WAITING).count()
    deleted, _by_model = old.delete()
    return Deleted(deleted, unanswered)


def _unmailed() -> QuerySet[Callback]:
    return Callback.objects.filter(mailed_at=None, status=CallbackStatus.WAITING)


def _due(now: datetime.datetime) -> QuerySet[Callback]:
    return _unmailed().filter(next_attempt_at__lte=now).order_by("next_attempt_at", "pk")


def _claim(callback: Callback, now: datetime.datetime) -> bool:
    """Takes the request for this process until its next attempt is due: a second process can't mail it meanwhile.

    One that is killed before it has mailed leaves the claim behind, and the next round finds it run out.
    """
    wait = min(datetime.timedelta(minutes=2 ** min(callback.attempts, 10)), LONGEST_WAIT)
    return bool(
        Callback.objects.filter(pk=callback.pk, mailed_at=None, attempts=callback.attempts).update(
            attempts=callback.attempts + 1, next_attempt_at=now + wait
        )
    )


def _mailed(callback: Callback) -> bool:
    with may_be_down(logger, "Request %s could not be mailed", callback.pk, level=logging.ERROR):
        callback_mail.send(callback)
        return True
    return False
