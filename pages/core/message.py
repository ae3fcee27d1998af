"""Messages go out behind the answer: whoever saves, approves or signs off never waits for a mail server."""

import logging
from functools import partial
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives, mailers
from django.db.transaction import on_commit
from django.tasks import task

from .inline import finished, finished_html

logger = logging.getLogger(__name__)

HTML = "text/html"


class NotMailedError(Exception):
    """The mail server refused or did not answer; of its own words, which may repeat the message, only their kind."""


def can_be_mailed() -> bool:
    return "default" in mailers


def finish(message: EmailMessage) -> EmailMessage:
    """The message with its words in braces finished. Not for one that repeats what a visitor typed."""
    message.subject, message.body = finished(str(message.subject)), finished(str(message.body))
    return message


def mail_later(message: EmailMessage) -> None:
    """Has the message mailed once what it speaks of is kept."""
    finish(message)
    html = next((part.content for part in getattr(message, "alternatives", []) if part.mimetype == HTML), "")
    words: dict[str, Any] = {
        "subject": str(message.subject),
        "body": str(message.body),
        "sender": message.from_email,
        "to": list(message.to),
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "html": finished_html(str(html)),
    }
    on_commit(partial(mail.enqueue, **words), robust=True)


@task
def mail(subject: str, body: str, sender: str, to: list[str], headers: dict[str, str], html: str) -> None:
    """Mails one message. It fails when that can't be done, so that it is tried again."""
    message = EmailMultiAlternatives(subject, body, sender, to, headers=headers)
    if html:
        message.attach_alternative(html, HTML)
    send_now(message)


def send_now(message: EmailMessage) -> None:
    """For work that is done behind the answer already."""
    try:
        message.send()
    except Exception as error:  # noqa: BLE001 (whatever it is, it is told by its kind only)
        logger.error("A message could not be mailed: %s.", type(error).__name__)
        raise NotMailedError(type(error).__name__) from None
