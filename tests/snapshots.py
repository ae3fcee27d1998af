"""Copies of the whole test database and the files beside it, so that what is slow to make is made once."""

import fcntl
import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Site

from tests.server import PROJECT, site_environment

DATABASE, FILES, LOCK = "database.sqlite3", "media", "lock"


def migrated(folder: Path) -> Path:
    """A database that all migrations have run on and nothing more, made anew only when a migration has changed."""
    path = folder / f"{_migrations()}.sqlite3"
    with _locked(folder):
        if not path.exists():
            with tempfile.TemporaryDirectory() as site:
                environment = site_environment(site)
                subprocess.run(
                    [sys.executable, "manage.py", "migrate", "-v0"], cwd=PROJECT, env=environment, check=True
                )
                shutil.copy(Path(site) / "db.sqlite3", path)
    return path


def restore(kept: Path) -> None:
    """Puts the copy at `kept` in place of the whole database."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(kept)) as file:
            file.backup(_sqlite())
    else:
        _clone(_name_of(kept), connection.settings_dict["NAME"])
    _forget()


@contextmanager
def made_once(folder: Path, make: Callable[[], object]) -> Iterator[None]:
    """Inside it the database holds what `make` makes; afterwards it is empty again.

    Whoever comes first makes it and keeps a copy in `folder`, for later modules and for the workers beside it.
    """
    with tempfile.TemporaryDirectory() as name:
        empty = Path(name) / DATABASE
        _keep(empty)
        try:
            _fill(folder, make)
            yield
        finally:
            restore(empty)
            _throw_away(empty)


def _fill(folder, make):
    here, there = Path(settings.MEDIA_ROOT), folder / FILES
    with _locked(folder):
        if there.exists():
            restore(folder / DATABASE)
            shutil.copytree(there, here, dirs_exist_ok=True)
        else:
            make()
            _keep(folder / DATABASE)
            here.mkdir(parents=True, exist_ok=True)
            shutil.copytree(here, there)


@contextmanager
def _locked(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _keep(kept: Path) -> None:
    """Copies the database to `kept`; PostgreSQL has its copies beside it, each named for its path."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(kept)) as file:
            _sqlite().backup(file)
    else:
        _clone(connection.settings_dict["NAME"], _name_of(kept))


def _throw_away(kept: Path) -> None:
    if connection.vendor != "sqlite":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {_name_of(kept)}")


def _clone(source: str, target: str) -> None:
    """PostgreSQL copies a database while nobody is connected to it."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {target} TEMPLATE {source}")


def _name_of(kept: Path) -> str:
    return f"kept_{hashlib.sha256(bytes(kept)).hexdigest()[:16]}"


def _migrations() -> str:
    files = [file for app in apps.get_app_configs() for file in Path(app.path, "migrations").glob("*.py")]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(files))).hexdigest()[:16]


def _sqlite() -> sqlite3.Connection:
    connection.ensure_connection()
    return connection.connection


def _forget():
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
