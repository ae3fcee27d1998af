#!/usr/bin/env python
import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

VAR = Path(__file__).resolve().parent / "var"
# Its key and password, and the address it is served at now.
DEMONSTRATION, SERVED = VAR / "demonstration.env", VAR / "served.env"
# Whoever sets one of these means a site of their own, not the demonstration.
SERVERS = {"runserver", "testserver"}
OWN_SITE = ("SECRET_KEY", "SECRET_KEY_FILE", "DATABASE_URL", "DATABASE_URL_FILE", "DATA_DIR")


def join_demonstration() -> None:
    """Beside a demonstration that `make run` made, commands work on that one; a server is never started from it."""
    means_another = any(os.environ.get(name, "").strip() for name in OWN_SITE) or os.environ.get("DEBUG") == "1"
    if means_another or SERVERS.intersection(sys.argv) or not DEMONSTRATION.is_file():
        return
    print("SECRET_KEY is not set: using var/demonstration.env, the demonstration that make run made.", file=sys.stderr)
    try:
        files = [file for file in (DEMONSTRATION, SERVED) if file is DEMONSTRATION or file.is_file()]
        lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError):
        raise ImproperlyConfigured("var/demonstration.env can't be read. The one who ran make run can.") from None
    for name, is_line, value in (line.partition("=") for line in [*lines, "DEMONSTRATION=1"]):
        if is_line and not os.environ.get(name, "").strip():
            os.environ[name] = value


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinship_offer.settings")
    os.umask(0o077)  # what a command writes, the database too, is for its owner alone
    try:
        join_demonstration()
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Settings: {error}")
