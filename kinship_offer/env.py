"""Reads settings from the environment; what is missing or misspelt stops the start with its name."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()
# The names of all settings that were asked for.
asked: set[str] = set()

# So many do without a cache in common: a limit that each counts for itself is at most twice as wide.
FEW_WORKERS = 2

# As in Django's check security.W009.
LONG_ENOUGH, VARIED_ENOUGH, MADE_FOR_TRYING = 50, 5, "django-insecure-"


def text(name: str, default: str = "") -> str:
    """The variable as it stands, or what is written in the file that `…_FILE` names; `default` when neither is set.

    So no secret need stand in the environment, which every program that the site starts can read.
    """
    asked.add(name)
    value, file = (_env.str(each, default="").strip() for each in (name, f"{name}_FILE"))
    if value and file:
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Keep one of them.")
    return value or (_written_in(file, f"{name}_FILE") if file else default)


def _written_in(file: str, name: str) -> str:
    """What a file says; of one that says nothing only the variable is named, for its path is nobody's business."""
    try:
        value = Path(file).read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError, ValueError):
        raise ImproperlyConfigured(f"{name} names a file that is not there or can't be read.") from None
    if not value:
        raise ImproperlyConfigured(f"{name} names a file that is empty.")
    return value


def required(name: str) -> str:
    """The variable, which must be set."""
    if value := text(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set. The README lists the settings.")


def secret(name: str) -> str:
    """The variable, which must be set and too long to be guessed: Django's own measure, made strict."""
    return _hard_to_guess(name, required(name))


def secret_or_none(name: str) -> str:
    """The variable, too long to be guessed, or nothing when it is unset."""
    value = text(name)
    return _hard_to_guess(name, value) if value else ""


def _hard_to_guess(name: str, value: str) -> str:
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
    # The value may hold a password, and what can't be read of it may be a part of one: neither is repeated.
    value = text(name, default)
    if value.split("://")[0] not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must begin with sqlite:// or postgres://")
    try:
        settings = environ.Env.db_url_config(value)
    except Exception:  # noqa: BLE001 (the parser fails in ways of its own)
        raise ImproperlyConfigured(
            f"{name} can't be read. It must look like postgres://user:password@host:5432/name, "
            "with characters like / : @ # % of the password written as %2F %3A %40 %23 %25."
        ) from None
    if settings["ENGINE"] == "django.db.backends.postgresql":
        settings["ENGINE"] = "kinship_offer.postgresql"
    return settings


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


def count(name: str, default: int = 0, least: int = 0) -> int:
    """A whole number from nought, or from `least`."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal()) or int(value) < least:
        raise ImproperlyConfigured(f'{name} is "{value}". It must be a whole number, {least} or more.')
    return int(value)


def workers() -> int:
    """How many processes answer requests, unless gunicorn's command line says otherwise."""
    return count("WEB_CONCURRENCY", FEW_WORKERS, least=1)


def make_folder(folder: Path, name: str) -> None:
    """Makes the folder that a variable names, unless it is there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{folder} can't be made ({error.strerror}). Set {name} to a place that the site may write to."
        ) from None
