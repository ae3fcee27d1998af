"""Wagtail's messages to officers: about approval and comments."""

import logging
from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage, mailers

from pages.core.may_be_down import may_be_down

logger = logging.getLogger(__name__)


class OfficersConnection:
    """A mail connection that never breaks the page an officer is working on, nor asks for a mail server to be set.

    Wagtail 8.0 lets a mail server's refusal, or a site without one, end in a server error after the work is saved,
    and opens its connection in a way that Django 6.1 calls outdated. What could not be sent is on the desk anyway.
    """

    def open(self) -> None:
        """Opened for each message: a server that does not answer is met in one place only."""

    def close(self) -> None:
        """See `open`."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if "default" not in mailers:
            return 0
        with may_be_down(logger, "A message to officers could not be mailed", level=logging.ERROR):
            return mailers.default.send_messages(messages) or 0
        return 0


def officers_connection(**options: Any) -> OfficersConnection:
    """Stands in for the `get_connection` that wagtail.admin.mail calls."""
    return OfficersConnection()
