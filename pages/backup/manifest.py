"""What is in a backup and what made it."""

import datetime
import json
import tomllib
from dataclasses import asdict, dataclass
from typing import Any

import django
import wagtail
from django.conf import settings
from django.db import connection
from django.utils import timezone

from .errors import BackupError
from .schema import Migrations

KIND = "backup of a Kinship Local Offer"
FORMAT = 1
LAST_KEY = 2**63 - 1  # of the widest column


@dataclass(frozen=True)
class Manifest:
    """`rows` counts those of each table; `checksums` are the SHA-256 of every other part, by its name."""

    made_at: datetime.datetime
    site: str
    versions: dict[str, str]
    migrations: Migrations
    rows: dict[str, int]
    last_keys: dict[str, int]
    checksums: dict[str, str]

    def as_json(self) -> str:
        about = {"kind": KIND, "format": FORMAT} | asdict(self)
        about |= {"made_at": self.made_at.isoformat(), "migrations": sorted(self.migrations)}
        return json.dumps(about, ensure_ascii=False, indent=1)


def new_manifest(**parts: Any) -> Manifest:
    return Manifest(made_at=timezone.localtime(), site=settings.SITE_URL, versions=_versions(), **parts)


def read_manifest(text: bytes) -> Manifest:
    """Refuses what is none, and what a newer version wrote."""
    try:
        about = json.loads(text)
        kind, number = about.pop("kind"), about.pop("format")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        kind, number = None, None
    if kind != KIND or not isinstance(number, int):
        raise BackupError("It is no backup of this site.")
    if number > FORMAT:
        raise BackupError(f"It was made by a newer version of this site: its format is {number}, this reads {FORMAT}.")
    try:
        made_at = timezone.localtime(datetime.datetime.fromisoformat(about["made_at"]))
        migrations = {(app, name) for app, name in about["migrations"]}
        manifest = Manifest(**about | {"made_at": made_at, "migrations": migrations})
        _check(manifest)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        raise BackupError("Its list of contents can't be read.") from None
    return manifest


def _check(manifest):
    words = [manifest.site, *(word for key in manifest.migrations for word in key)]
    for by_name, kind in ((manifest.rows, int), (manifest.last_keys, int), (manifest.checksums, str)):
        words += by_name.keys()
        if not all(type(value) is kind for value in by_name.values()):
            raise TypeError
    if not all(isinstance(word, str) for word in words):
        raise TypeError
    if not manifest.site.isprintable() or not all(0 <= key <= LAST_KEY for key in manifest.last_keys.values()):
        raise ValueError


def _versions():
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "site": project["version"],
        "django": django.get_version(),
        "wagtail": wagtail.__version__,
        "database": connection.vendor,
    }
