"""Reads settings from the environment; what is missing or misspelt stops the start with its name."""

from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()

# As in Django's check security.W009.
LONG_ENOUGH, VARIED_ENOUGH, MADE_FOR_TRYING = 50, 5, "django-insecure-"


def text(name: str, default: str = "") -> str:
    """The variable as it stands, or `default` when it is unset or empty."""
    return _env.str(name, default="").strip() or default


def required(name: str) -> str:
    """The variable, which must be set."""
    if value := text(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set. The README lists the settings.")


def secret(name: str) -> str:
    """The variable, which must be set and too long to be guessed: Django's own measure, made strict."""
    value = required(name)
    if len(value) < LONG_ENOUGH or len(set(value)) < VARIED_ENOUGH or value.startswith(MADE_FOR_TRYING):
        raise ImproperlyConfigured(
            f"{name} is too easy to guess: it must have {LONG_ENOUGH} characters or more, {VARIED_ENOUGH} of them "
            "different. This makes one: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    return value


def switch(name: str) -> bool:
    """True for "1", False for "0" or nothing; anything else is an error."""
    value = text(name, "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f'{name} is "{value}". It can be 1 or 0.')
    return value == "1"


def words(name: str) -> list[str]:
    """The parts of a comma-separated list."""
    return [part for part in (part.strip() for part in text(name).split(",")) if part]


def address(name: str, default: str) -> str:
    """A web address: http or https, a host, nothing after it."""
    value = text(name, default).rstrip("/")
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port  # a port that is no number is found by reading it
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"} or value != f"{parts.scheme}://{parts.netloc}":
        raise ImproperlyConfigured(f'{name} is "{value}". It must look like https://kinship.example.gov.uk')
    return value


def database(name: str, default: str) -> dict[str, Any]:
    """Django's settings for a database URL: sqlite or postgres."""
    value = text(name, default)
    if value.split("://")[0] not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must begin with sqlite:// or postgres://")
    try:
        return environ.Env.db_url_config(value)
    except Exception as error:
        raise ImproperlyConfigured(f"{name} can't be read: {error}") from error


def cache(name: str) -> dict[str, str]:
    """Django's settings for a cache: redis://host:6379/0 or rediss://…, or nothing for one in this process."""
    value = text(name)
    if not value:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port  # a port that is no number is found by reading it
    except ValueError:
        host = None
    number = parts.path.removeprefix("/") if host else ""
    if not host or parts.scheme not in {"redis", "rediss"} or parts.query or not (number.isdecimal() or not number):
        # The value may hold a password: it is not repeated here.
        raise ImproperlyConfigured(f"{name} must look like redis://host:6379/0")
    return {"BACKEND": "kinship_offer.shared_cache.ForgivingRedisCache", "LOCATION": value}


def count(name: str, default: int = 0) -> int:
    """A whole number from nought."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f'{name} is "{value}". It must be a whole number.')
    return int(value)
