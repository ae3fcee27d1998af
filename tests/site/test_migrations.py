"""The migrations are all there, and hold no blocks."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.snapshots import PROJECT


@pytest.fixture(autouse=True)
def real_migrations(settings):
    settings.MIGRATION_MODULES = {}


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration(capsys):
    call_command("makemigrations", "--check", "--dry-run", verbosity=1)

    assert "No changes detected" in capsys.readouterr().out


def test_a_change_of_a_block_needs_no_migration():
    for path in (PROJECT / "pages/migrations").glob("0*.py"):
        for arguments in re.findall(r"StreamField\((.*?),", path.read_text()):
            assert arguments == "[]", path.name


@pytest.mark.django_db
def test_the_demonstration_says_to_delete_what_an_older_version_made(settings, monkeypatch):
    settings.DEMONSTRATION = True
    monkeypatch.setenv("DEMONSTRATION_PASSWORD", "only-for-this-test")
    assert MigrationLoader(connection).disk_migrations
    MigrationRecorder(connection).record_applied("pages", "0014_single_words_of_searches")

    with pytest.raises(CommandError, match=r"older version of this site\. Delete it and try again"):
        call_command("demonstration", "fixtures/england", "fixtures/rotherham", port=0)
