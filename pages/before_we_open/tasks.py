"""Trying takes as long as a mail server or another website takes, so it is done behind the answer."""

import datetime

from django.contrib.auth import get_user_model
from django.tasks import task
from django.utils import timezone

from pages.core.tasks import SLOW

from .loose_ends import current_settings
from .model import Trial, Tried
from .trials import Outcome, try_address, try_mail, try_work

# Until then somebody who presses the button again is told to wait; afterwards the trial is asked for anew.
WAITS = datetime.timedelta(minutes=10)


def ask_for(tried: Tried, officer: int, now: datetime.datetime) -> bool:
    """Asks for a trial, unless it was asked for a moment ago and is not done yet."""
    if Trial.objects.filter(tried=tried, ended_at=None, asked_at__gt=now - WAITS).exists():
        return False
    values = {"asked_at": now, "ended_at": None, "worked": None, "words": ""}
    Trial.objects.update_or_create(tried=tried, defaults=values)
    queue = SLOW if tried == Tried.ADDRESS else try_out.queue_name
    try_out.using(queue_name=queue).enqueue(str(tried), officer)
    return True


@task
def try_out(tried: str, officer: int) -> None:
    """Tries it, and writes down what came of it."""
    worked, words = _outcome(Tried(tried), officer)
    Trial.objects.filter(tried=tried).update(ended_at=timezone.now(), worked=worked, words=words)


def _outcome(tried: Tried, officer: int) -> Outcome:
    if tried == Tried.MAIL:
        return try_mail(get_user_model().objects.get(pk=officer))
    if tried == Tried.WORK:
        return try_work(timezone.now())
    return try_address(current_settings())
