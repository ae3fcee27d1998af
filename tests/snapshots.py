"""Copies of the whole test database, so that what is slow to make is made once."""

import fcntl
import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Site

from tests.server import PROJECT, site_environment

DATABASE, LOCK = "database.sqlite3", "lock"


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


def restore(copy: Path) -> None:
    """Puts a copy in place of the whole database."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as kept:
            kept.backup(_sqlite())
    else:
        _clone(_name_of(copy), connection.settings_dict["NAME"])
    _forget()


class States:
    """Puts the test database in the state that a test begins with; each state is made only once.

    `makers` gives for each state the one it is made from, if any, and what makes it. Whoever comes first keeps a copy
    in `folder`, for later tests and for the workers beside it.
    """

    def __init__(self, folder: Path, makers: dict[str, tuple[str, Callable[[], object]]]) -> None:
        self.folder, self.makers = folder, makers
        self._state = ""

    def bring(self, state: str) -> None:
        """Puts the database in this state, unless it is in it."""
        if state != self._state:
            self.leave()
            restore(self._kept(state))
            self._state = state

    def file(self, state: str) -> Path:
        """On SQLite a database in this state, for a site of its own to begin with a copy of it."""
        self.bring(state)
        return self._kept(state)

    def leave(self) -> None:
        """From now on the database is in no state that is known, so that the next one is brought anew."""
        self._state = ""
        _forget()

    def _kept(self, state):
        folder = self.folder / state
        base, make = self.makers[state]
        with _locked(folder):
            if not (folder / DATABASE).exists():
                if base:
                    restore(self._kept(base))
                make()
                _keep(folder / DATABASE)
        return folder / DATABASE


def _keep(copy: Path) -> None:
    """Copies the database; PostgreSQL has its copies beside it, named for their paths, where an empty file stands."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as kept:
            _sqlite().backup(kept)
    else:
        _clone(connection.settings_dict["NAME"], _name_of(copy))
        copy.touch()


def _clone(source: str, target: str) -> None:
    """PostgreSQL copies a database while nobody is connected to it."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {target} TEMPLATE {source}")


def _name_of(copy: Path) -> str:
    return f"kept_{hashlib.sha256(bytes(copy)).hexdigest()[:16]}"


@contextmanager
def _locked(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrations() -> str:
    files = [file for app in apps.get_app_configs() for file in Path(app.path, "migrations").glob("*.py")]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(files))).hexdigest()[:16]


def _sqlite() -> sqlite3.Connection:
    connection.ensure_connection()
    return connection.connection


def _forget():
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
