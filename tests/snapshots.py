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
from django.db import connection, transaction
from wagtail.models import Site

from tests.served import PROJECT, site_environment

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


def restore(path: Path) -> None:
    """Puts the copy at `path` in place of the whole database."""
    with closing(sqlite3.connect(path)) as kept:
        kept.backup(_database())
    _forget()


@contextmanager
def made_once(folder: Path, make: Callable[[], object]) -> Iterator[None]:
    """Inside it the database holds what `make` makes; afterwards it is empty again.

    Whoever comes first makes it and keeps a copy in `folder`, for later modules and for the workers beside it. On a
    database that can't be copied it is made each time and rolled back.
    """
    if connection.vendor != "sqlite":
        with transaction.atomic():
            make()
            yield
            transaction.set_rollback(True)
        _forget()
        return
    with closing(sqlite3.connect(":memory:")) as empty:
        _database().backup(empty)
        try:
            _fill(folder, make)
            yield
        finally:
            empty.backup(_database())
            _forget()


def _fill(folder, make):
    here, there = Path(settings.MEDIA_ROOT), folder / FILES
    with _locked(folder):
        if there.exists():
            restore(folder / DATABASE)
            shutil.copytree(there, here, dirs_exist_ok=True)
        else:
            make()
            with closing(sqlite3.connect(folder / DATABASE)) as kept:
                _database().backup(kept)
            here.mkdir(parents=True, exist_ok=True)
            shutil.copytree(here, there)


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
