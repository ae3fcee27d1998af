"""What a signer does with a link: answers for each draft, and says when they have finished."""

import datetime

from django.db import transaction

from pages.sign_off.model import SignOff, SignOffPage

from .log import log_answer


class ClosedError(Exception):
    """The answer came too late: the link has run out, was withdrawn, or the signer had said they were done."""


@transaction.atomic
def answer(entry: SignOffPage, verdict: str, comment: str, now: datetime.datetime) -> None:
    """Keeps an answer, or one that the signer has thought over, and writes it into the page's history."""
    entry.sign_off = _open(entry.sign_off_id, now)
    if (entry.verdict, entry.comment) == (verdict, comment):
        return
    entry.verdict, entry.comment, entry.answered_at = verdict, comment, now
    entry.save(update_fields=["verdict", "comment", "answered_at"])
    log_answer(entry)


@transaction.atomic
def finish(sign_off: SignOff, now: datetime.datetime) -> SignOff:
    """From now on the answers stay as they are."""
    sign_off = _open(sign_off.pk, now)
    sign_off.finished_at = now
    sign_off.save(update_fields=["finished_at"])
    return sign_off


def _open(pk: int, now: datetime.datetime) -> SignOff:
    sign_off = SignOff.objects.select_for_update().get(pk=pk)
    if sign_off.finished_at or not sign_off.link_works(now):
        raise ClosedError
    return sign_off
