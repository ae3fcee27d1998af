"""Keeps the secrets that stand in addresses out of everything the server writes down."""

import logging
import re

SECRET = re.compile(r"(/sign-off/|/sign-in/invitation/|/sign-in/new-password/[0-9A-Za-z]+-)[^/\s?#\"']+")


def without_secrets(text: str) -> str:
    return SECRET.sub(r"\1…", text)


class WithoutSecrets(logging.Filter):
    """Django and gunicorn both log the address of what they could not answer, or of everything."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_secrets(record.getMessage()), ()
        return True
