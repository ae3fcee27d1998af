"""Wagtail's messages to officers: about approval and comments."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage

from pages.core.message import can_be_mailed, mail_later


class OfficersConnection:
    """A mail connection that never holds or breaks the page an officer is working on, nor asks for a mail server.

    Wagtail 8.0 mails before it answers, lets a mail server's refusal, or a site without one, end in a server error
    after the work is saved, and opens its connection in a way that Django 6.1 calls outdated. What could not be sent
    is on the desk anyway.
    """

    def open(self) -> None:
        """Nothing is opened here: whoever does the work behind the answer does."""

    def close(self) -> None:
        """See `open`."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if not can_be_mailed():
            return 0
        for message in messages:
            mail_later(message)
        return len(messages)


def officers_connection(**options: Any) -> OfficersConnection:
    """Stands in for the `get_connection` that wagtail.admin.mail calls."""
    return OfficersConnection()
