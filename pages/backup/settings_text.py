"""The settings of the site, for whoever sets it up again; never what must stay secret."""

import re

from kinship_offer import env

WRITTEN = (
    "SITE_URL",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "CACHE_URL",
    "DATA_DIR",
    "MAIL_URL",
    "MAIL_FROM",
    "SSO_ISSUER",
    "SSO_CLIENT_ID",
    "SSO_NAME",
    "SSO_EMAIL_DOMAINS",
    "TRUSTED_PROXIES",
    "WEB_CONCURRENCY",
    "DEBUG",
    "DEMONSTRATION",
)
SECRET = ("SECRET_KEY", "HEALTH_TOKEN", "SSO_SECRET")

# To the last @, for a password may hold any sign; and all that stands behind a question mark.
WITH_A_PASSWORD = re.compile(r"://.*@")
OPTIONS = re.compile(r"\?.*")


def settings_text() -> str:
    lines = [
        "# The settings of this site when the backup was made.",
        "# Keys and passwords are not here: where you see …, one was taken out.",
        *map(_line, WRITTEN),
        *(f"# {name} is secret." for name in SECRET),
    ]
    return "\n".join(lines) + "\n"


def without_password(value: str) -> str:
    return OPTIONS.sub("?…", WITH_A_PASSWORD.sub("://…@", value))


def _line(name: str) -> str:
    value = env.text(name)
    return f"{name}={without_password(value)}" if value else f"# {name} was not set."
