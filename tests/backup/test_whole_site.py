"""The proof: a site is put back in an empty place, in other processes, and everything on it is the same."""

import json
import shutil
import sqlite3
from contextlib import closing, suppress

import pytest
from django.apps import apps
from django.db import connection

from pages.backup.tables import LEFT_OUT, all_models
from tests.backup.sites import Site
from tests.postgres import postgres

pytestmark = [
    pytest.mark.xdist_group("backup"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="The sites begin with copies of a database."),
]

# Tables that are not kept, or that say something else in a place of their own.
OTHERS = {"django_migrations", "pages_contentversion", "sqlite_sequence"}


def kept(tables):
    left_out = {model._meta.db_table for model in all_models(apps) if model._meta.label in LEFT_OUT}
    return {
        name: rows for name, rows in tables.items() if name not in OTHERS | left_out and "indexentry_fts" not in name
    }


def last_keys(tables):
    return {name: last for name, last in tables["sqlite_sequence"] if name in kept(tables)}


def as_values(tables):
    """PostgreSQL keeps what JSON says, not how it is written."""
    return {name: sorted((tuple(map(_value, row)) for row in rows), key=repr) for name, rows in tables.items()}


def _value(cell):
    if isinstance(cell, str) and cell[:1] in {"{", "["}:
        with suppress(json.JSONDecodeError):  # a word in braces at the beginning of a text
            return json.dumps(json.loads(cell), sort_keys=True)
    return cell


@pytest.fixture
def site_in(tmp_path, states, django_db_blocker):
    """Makes a site with a database in this state."""

    def make(state):
        site = Site(tmp_path / "site")
        with django_db_blocker.unblock():
            shutil.copy(states.file(state), site.folder / "db.sqlite3")
        return site

    return make


@pytest.fixture
def read(tmp_path):
    """What readers were seen to get, as it was written down."""
    return lambda name: json.loads((tmp_path / name).read_text())


def assert_the_same(pages, again):
    assert pages.keys() == again.keys()
    assert [path for path in pages if pages[path] != again[path]] == []
    assert {path for path, (status, _text) in pages.items() if status != 200} == set()
    assert len([path for path in pages if path.startswith(("/media/", "/documents/"))]) >= 2


def test_a_site_put_back_in_an_empty_place_is_the_same_in_every_row_and_to_every_reader(
    site_in, migrated, read, tmp_path
):
    site, other = site_in("testham_loaded"), Site(tmp_path / "other")
    shutil.copy(migrated, other.folder / "db.sqlite3")

    said = site.run("fill()", f"call_command('backup', '{tmp_path}/b.zip')", f"seen('{tmp_path}/before')")
    other.run(f"call_command('restore', '{tmp_path}/b.zip')", f"seen('{tmp_path}/after')")

    assert "the database names it: documents/lost.pdf" in said
    before, after = site.tables(), other.tables()
    assert kept(after) == kept(before)
    assert last_keys(after) == last_keys(before)
    assert before["django_session"] and not after["django_session"]
    for index in ("wagtailcore_referenceindex", "wagtailsearch_indexentry"):
        assert len(after[index]) >= len(before[index]) > 0, index
    assert after["pages_contentversion"] != before["pages_contentversion"]
    with closing(sqlite3.connect(other.folder / "db.sqlite3")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert_the_same(read("before"), read("after"))


@pytest.mark.slow  # the test above stands for it, from SQLite to SQLite
def test_the_demonstration_goes_from_sqlite_to_postgresql_and_back(site_in, read, tmp_path):
    site, back = site_in("rotherham_loaded"), Site(tmp_path / "returned")
    there_file, back_file = tmp_path / "there.zip", tmp_path / "back.zip"

    site.run("fill()", f"call_command('backup', '{there_file}')", f"seen('{tmp_path}/before')")
    with postgres() as address:
        there = Site(tmp_path / "postgresql", address)
        there.run(f"call_command('restore', '{there_file}')", f"seen('{tmp_path}/there')")
        there.run(f"call_command('backup', '{back_file}')")
    back.run(f"call_command('restore', '{back_file}')", f"seen('{tmp_path}/back')")

    before, after = site.tables(), back.tables()
    assert as_values(kept(after)) == as_values(kept(before))
    assert last_keys(after) == last_keys(before)
    assert_the_same(read("before"), read("there"))
    assert_the_same(read("before"), read("back"))
