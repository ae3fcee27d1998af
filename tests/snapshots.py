"""Copies of the whole test database, so that what is slow to make is made once."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Site

DATABASE, LOCK = "database.sqlite3", "lock"
PROJECT = Path(__file__).resolve().parents[1]


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


def site_environment(folder: Path | str, **settings: str) -> dict[str, str]:
    """The environment of a site in a process of its own, with all it keeps in `folder`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "kinship_offer.settings",
        "DATABASE_URL": "",
        "DATA_DIR": str(folder),
        "SECRET_KEY": "only-for-tests-" + "abcdefghij" * 5,
        "SITE_URL": "http://localhost:8000",
        "DEBUG": "0",
        "DEMONSTRATION": "0",
        "MAIL_URL": "console",
        **settings,
    }


def restore(path: Path) -> None:
    """Puts the copy at `path` in place of the whole database."""
    with closing(sqlite3.connect(path)) as kept:
        kept.backup(_database())
    _forget()


class States:
    """Puts the test database in the state that a test begins with; each state is made only once.

    `makers` gives for each state the one it is made from, if any, and what makes it. On SQLite whoever comes first
    keeps a copy in `folder`, for later tests and for the workers beside it. On a database that can't be copied a state
    stands in a transaction until another is asked for.
    """

    def __init__(self, folder: Path, makers: dict[str, tuple[str, Callable[[], object]]]) -> None:
        self.folder, self.makers = folder, makers
        self._state = ""
        self._transactions = ExitStack()

    def bring(self, state: str) -> None:
        """Puts the database in this state, unless it is in it."""
        if state == self._state:
            return
        self.leave()
        if connection.vendor == "sqlite":
            restore(self._kept(state))
        else:
            self._begin(state)
        self._state = state

    def file(self, state: str) -> Path:
        """A database in this state, for a site of its own to begin with a copy of it."""
        self.bring(state)
        return self._kept(state)

    def leave(self) -> None:
        """From now on the database is in no state that is known, so that the next one is brought anew."""
        self._transactions.close()
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
                with closing(sqlite3.connect(folder / DATABASE)) as kept:
                    _database().backup(kept)
        return folder / DATABASE

    def _begin(self, state):
        base, make = self.makers[state]
        if base:
            self._begin(base)
        self._transactions.enter_context(_taken_back())
        make()


@contextmanager
def _taken_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _locked(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrations() -> str:
    files = [file for app in apps.get_app_configs() for file in Path(app.path, "migrations").glob("*.py")]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(files))).hexdigest()[:16]


def _database() -> sqlite3.Connection:
    connection.ensure_connection()
    return connection.connection


def _forget():
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
