"""Keeps the secrets that stand in addresses, and what people type as one, out of everything the server writes down."""

import logging
import re

SECRET = re.compile(r"(/sign-off/|/useful/said/|/sign-in/invitation/|/sign-in/new-password/[0-9A-Za-z]+-)[^/\s?#\"']+")

# What leads nowhere, or only nearly to a page, is no address of ours: it is what somebody typed or pasted.
NOT_OURS = frozenset({301, 308, 404, 410})
TYPED = "/…"


def without_secrets(text: str) -> str:
    return SECRET.sub(r"\1…", text)


class WithoutSecrets(logging.Filter):
    """Django and gunicorn both log the address of what they could not answer, or of everything.

    Of an address that is not ours the access log has a line without it, and Django's own would say nothing more.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", None) in NOT_OURS:
            return False
        record.msg, record.args = without_secrets(record.getMessage()), ()
        return True
