"""Reads the mail server from its address."""

from email.utils import parseaddr
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

SCHEMES = {"smtp": (25, {}), "smtp+tls": (587, {"use_tls": True}), "smtps": (465, {"use_ssl": True})}
NONE = "none"  # so it is meant
SECONDS = 10  # a visitor's thread or a scheduled command waits so long for a server that does not answer


def mailers(name: str, value: str) -> dict[str, Any]:
    """Django's MAILERS for a mail URL: smtp+tls://user:password@host:587, or `console`; for NONE or nothing none."""
    if value in {"", NONE}:
        return {}
    if value == "console":
        return {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    try:
        parts = urlsplit(value)
        port, how = SCHEMES[parts.scheme]
        options = how | {"host": parts.hostname, "port": parts.port or port, "timeout": SECONDS}
    except (KeyError, ValueError):
        options = {"host": None}
    if not options["host"]:
        # The value may hold a password: it is not repeated here.
        raise ImproperlyConfigured(f"{name} must look like smtp+tls://user:password@mail.example.gov.uk:587")
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


def sender(name: str, value: str) -> str:
    """Who messages come from: an address, or `The council <kinship@example.gov.uk>`."""
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError:
        raise ImproperlyConfigured(f'{name} is "{value}". It must be an email address.') from None
    return value
