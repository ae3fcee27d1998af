"""Wagtail's messages to officers: about approval and comments."""

import logging

from django.core.mail import mailers

logger = logging.getLogger(__name__)


class OfficersConnection:
    """A mail connection that never breaks the page an officer is working on, nor asks for a mail server to be set.

    Wagtail 8.0 lets a mail server's refusal, or a site without one, end in a server error after the work is saved,
    and opens its connection in a way that Django 6.1 calls outdated. What could not be sent is on the desk anyway.
    """

    def open(self):
        """Opened for each message: a server that does not answer is met in one place only."""

    def close(self):
        """See `open`."""

    def send_messages(self, messages) -> int:
        if "default" not in mailers:
            return 0
        try:
            return mailers.default.send_messages(messages) or 0
        except Exception as error:
            # The server's own words may repeat the message and to whom it went: only the kind of error is logged.
            logger.error("A message to officers could not be mailed: %s.", type(error).__name__)
            return 0


def officers_connection(**options) -> OfficersConnection:
    """Stands in for the `get_connection` that wagtail.admin.mail calls."""
    return OfficersConnection()
