"""Work that waits until a visitor's answer has gone out, in the same process. It may be lost: what it does must be
found again by a command that runs on a schedule."""

import logging
from contextvars import ContextVar
from typing import Any

from django.core.signals import request_finished
from django.dispatch import receiver
from django.utils import timezone

from pages.core.may_be_down import may_be_down
from pages.ring_back import callbacks
from pages.visits.tally import tally

logger = logging.getLogger(__name__)

_to_mail = ContextVar("callbacks_to_mail", default=False)


def mail_callbacks() -> None:
    """Asks for one try at mailing, once this request is done with. `send_callbacks` makes all further tries."""
    _to_mail.set(True)


@receiver(request_finished)
def _work(**kwargs: Any) -> None:
    if not _to_mail.get():
        return
    _to_mail.set(False)
    with may_be_down(logger, "No request to be rung could be mailed", level=logging.ERROR):
        callbacks.send_waiting(timezone.now(), most=3)


@receiver(request_finished)
def _write_counts(**kwargs: Any) -> None:
    tally.write_if_due()
