"""A command on an empty database says in a sentence what to type first, whichever command it is."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.db import connection

from pages.management.needs import NO_OFFER, NO_TABLES
from tests.server import PROJECT, site_environment

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database.")

MAKES_THE_TABLES = {"demonstration", "new_council", "restore"}
NEEDS_AN_OFFER = {"export_offer", "leaflet", "note_loose_ends", "print_offer", "remake_paper", "yearly_report"}


def endings(folder, *left_out):
    """What every command but these ended with, on the site that is kept in this folder."""
    command = [sys.executable, "-m", "tests.set_up.every_command", *MAKES_THE_TABLES, *left_out]
    environment = site_environment(folder)
    done = subprocess.run(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, timeout=300, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_without_tables_every_command_says_what_to_type(tmp_path):
    ended = endings(tmp_path)

    assert len(ended) > 15
    assert {name: words for name, words in ended.items() if words != f"CommandError: {NO_TABLES}"} == {}


def test_without_an_offer_a_command_that_shows_it_says_what_to_type(tmp_path, migrated):
    shutil.copy(migrated, tmp_path / "db.sqlite3")

    # `work` runs until it is stopped, and `load_offer` brings an offer.
    ended = endings(tmp_path, "work", "load_offer")

    assert {ended.pop(name) for name in NEEDS_AN_OFFER} == {f"CommandError: {NO_OFFER}"}
    assert {name: words for name, words in ended.items() if not words.startswith(("done:", "CommandError:"))} == {}


@pytest.fixture
def older(tmp_path, migrated):
    """Runs a command on a site with the tables of another release."""
    shutil.copy(migrated, tmp_path / "db.sqlite3")
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database, database:
        database.execute("DELETE FROM django_migrations WHERE app = 'mfa'")

    def run(*words):
        command, environment = [sys.executable, "manage.py", *map(str, words)], site_environment(tmp_path)
        return subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    return run


def test_the_tables_of_another_release_are_named(older):
    done = older("work")

    assert done.returncode == 1
    assert "not those of this release (mfa). Run: manage.py migrate" in done.stderr


def test_a_backup_can_be_made_before_the_tables_are_changed_for_a_new_release(older, tmp_path):
    done = older("backup", tmp_path / "backup.zip")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "backup.zip").stat().st_size
