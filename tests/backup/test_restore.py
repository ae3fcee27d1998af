"""A backup is put back whole or not at all, and never over something else unless that is asked for."""

import json
import re
import shutil
import signal
import sqlite3
import zipfile
from collections import namedtuple
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.core.management.color import no_style
from django.db import OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from wagtail.documents import get_document_model
from wagtail.users.models import UserProfile

from pages.backup import media, refuse
from pages.backup import restore as restoring
from pages.backup.archive import open_archive
from pages.backup.back_up import back_up
from pages.backup.errors import BackupError
from pages.backup.restore import finish, restore
from pages.backup.rows import read_rows
from pages.backup.schema import Schema
from pages.backup.tables import all_models, kept_models
from pages.content.guide import GuidePage
from pages.core.announce import content_changed
from pages.core.content_version import ContentVersion
from pages.search.synonym import Synonym
from tests import factories
from tests.backup.files import forge, rewritten
from tests.backup.sites import Site

Disk = namedtuple("Disk", "total used free")

in_a_database = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def real_migrations(settings, tmp_path):
    settings.MIGRATION_MODULES = {}
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def backup(section, tmp_path):
    """A backup of a site with one guide, one document and one picture; then all of them change."""
    guide = factories.make_guide(section, title="Beds and basics")
    document, image = factories.make_document(title="Rules"), factories.make_image()
    back_up(tmp_path / "backup.zip")
    guide.delete()
    document.file.storage.delete(document.file.name)
    document.delete()
    image.get_rendition("width-10")
    factories.make_document(title="Newer rules")
    factories.make_guide(section, title="Another guide")
    return tmp_path / "backup.zip"


def files():
    root = Path(settings.MEDIA_ROOT)
    return {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def all_there_is():
    """Every row and every file, and nothing that was begun."""
    assert not list(Path(settings.MEDIA_ROOT).glob(".*"))
    return {model._meta.label: list(read_rows(model)) for model in kept_models(apps)}, files()


@in_a_database
def test_rows_and_files_are_back_and_newer_ones_gone(backup):
    restore(backup, replace=True)

    assert GuidePage.objects.get().title == "Beds and basics"
    document = get_document_model().objects.get()
    assert document.title == "Rules" and Path(document.file.path).read_bytes() == b"%PDF-1.7"
    assert sorted(Path(name).parent.name for name in files()) == ["documents", "original_images"]


@in_a_database
def test_nobody_is_told_and_nothing_is_written_besides(backup):
    heard = []
    content_changed.connect(lambda **words: heard.append(words), weak=False, dispatch_uid="test of restoring")
    with zipfile.ZipFile(backup) as zipped:
        counted = json.loads(zipped.read("manifest.json"))["rows"]
    try:
        restore(backup, replace=True)
    finally:
        content_changed.disconnect(dispatch_uid="test of restoring")

    assert heard == [] and mail.outbox == []
    assert {model._meta.label: model._base_manager.count() for model in kept_models(apps)} == counted


@in_a_database
def test_nobody_takes_what_they_remember_for_what_is_there_now(backup):
    with zipfile.ZipFile(backup) as zipped:
        [line] = zipped.read("database/pages.ContentVersion.jsonl").splitlines()

    restore(backup, replace=True)

    assert str(ContentVersion.current()) != json.loads(line)["token"]


@in_a_database
def test_indexes_are_worked_out_again(backup, client):
    document = get_document_model()
    restore(backup, replace=True)
    assert not document.objects.search("Rules")

    finish(open_archive(backup).manifest)

    assert [found.title for found in document.objects.search("Rules")] == ["Rules"]


def begin_again(table):
    """Has the table give out keys from one on, as a new one does."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_by_name_sql(no_style(), [{"table": table, "column": "id"}]):
            cursor.execute(sql)


@in_a_database
def test_the_key_of_a_page_long_gone_is_not_given_out_again(section, tmp_path):
    gone = factories.make_guide(section)
    key = gone.pk
    gone.delete()
    back_up(tmp_path / "backup.zip")
    begin_again("wagtailcore_page")

    restore(tmp_path / "backup.zip", replace=True)

    section = type(section).objects.get(pk=section.pk)
    assert factories.make_guide(section).pk > key
    assert Synonym.objects.create(slug="a", words="a", means="b").pk


@in_a_database
def test_a_database_in_use_is_not_touched(backup):
    before = all_there_is()

    with pytest.raises(CommandError, match=r"database is in use: it has rows in .*--replace takes their place"):
        call_command("restore", backup)

    assert all_there_is() == before


@in_a_database
def test_a_folder_in_use_is_not_touched(backup, monkeypatch):
    monkeypatch.setattr(refuse, "MADE_WITH_THE_TABLES", {model._meta.label for model in apps.get_models(True)})
    before = all_there_is()

    with pytest.raises(BackupError, match=r"There are files in .*media\. --replace takes their place"):
        restore(backup)

    assert all_there_is() == before


def no_rows(rows):
    return []


def twice(rows):
    return [*rows, rows[0]]


def without_a_title(rows):
    return [row | {"title": None} for row in rows]


@in_a_database
@pytest.mark.parametrize(
    ("label", "change", "problem"),
    [
        ("wagtailcore.Locale", no_rows, "rows that point to rows it has not"),
        ("wagtailcore.Page", twice, r"rows of wagtailcore\.Page don't fit \(IntegrityError\)"),
        ("wagtailcore.Page", without_a_title, r"rows of wagtailcore\.Page don't fit \(IntegrityError\)"),
        ("wagtailcore.Site", lambda rows: [{"id": 1}], r"wagtailcore\.Site has other columns"),
    ],
)
def test_rows_that_do_not_fit_leave_all_as_it_was(backup, label, change, problem):
    forge(backup, label, change)
    before = all_there_is()

    with pytest.raises(BackupError, match=problem):
        restore(backup, replace=True)

    assert all_there_is() == before


@in_a_database
def test_a_database_that_fails_at_the_last_moment_leaves_the_files_too(backup, monkeypatch):
    before = all_there_is()

    def fail():
        assert b"%PDF-1.7" in files().values()  # by now the backup's files are in their place
        raise OperationalError

    with monkeypatch.context() as patched:
        patched.setattr(connection, "commit", fail)
        with pytest.raises(BackupError, match=r"database can't be used \(OperationalError\)"):
            restore(backup, replace=True)

    assert all_there_is() == before


@in_a_database
@pytest.mark.parametrize("moves", [0, 1, 2, 3])
def test_files_that_cannot_be_moved_leave_all_as_it_was(backup, monkeypatch, moves):
    before, move, moved = all_there_is(), media._move, []

    def fail_later(source, target, moves_so_far):
        if len(moved) == moves:
            raise OSError(16, "Device or resource busy", str(source))
        moved.append(source)
        move(source, target, moves_so_far)

    monkeypatch.setattr(media, "_move", fail_later)
    with pytest.raises(BackupError, match="Device or resource busy"):
        restore(backup, replace=True)

    assert len(moved) == moves
    assert all_there_is() == before


@in_a_database
def test_what_a_killed_one_left_is_cleared_away(backup):
    left = Path(settings.MEDIA_ROOT, ".restoring-killed", "new")
    left.mkdir(parents=True)

    restore(backup, replace=True)

    assert not left.exists()


@in_a_database
def test_one_that_is_stopped_leaves_all_as_it_was(backup, monkeypatch):
    before = all_there_is()

    def stop():
        assert GuidePage.objects.get().title == "Beds and basics"  # by now the backup's rows are in the tables
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(restoring, "_check_ties", stop)
    with pytest.raises(SystemExit, match="Stopped"):
        call_command("restore", backup, replace=True)

    assert all_there_is() == before


@in_a_database
def test_it_says_what_it_is_at_and_of_which_moment_all_is(backup, capsys):
    forge(backup, "auth.User", list, made_at="2026-07-02T15:17:04.779193+00:00")

    call_command("restore", backup, replace=True)

    *steps, back, index, done = capsys.readouterr().out.splitlines()
    assert steps == ["Checking the file …", "Unpacking the uploads (2) …", "Putting the rows back …"]
    assert re.fullmatch(r"\d+ rows of http://localhost:8000 are back as they were on 2 July 2026, 16:17\.", back)
    assert (index, done) == ("Working out the indexes …", "Done. Restart the site, if it runs.")


@in_a_database
def test_indexes_that_cannot_be_worked_out_keep_nothing_back(backup, monkeypatch):
    monkeypatch.setattr(restoring.cache, "clear", Mock(side_effect=KeyError("a title")))

    with pytest.raises(CommandError, match=r"Rows and files are back, but what follows from them is not \(KeyError\)"):
        call_command("restore", backup, replace=True)

    assert GuidePage.objects.get().title == "Beds and basics"


@pytest.fixture
def half_made(backup):
    """A place where the making of the tables was stopped before the last one; gives the backup for it."""
    with transaction.atomic():
        restoring._delete_rows(all_models(apps))
    shutil.rmtree(settings.MEDIA_ROOT)
    MigrationExecutor(connection).migrate([("wagtailusers", "0014_userprofile_contrast")])
    return backup


@in_a_database
@pytest.mark.parametrize("replace", [False, True])
def test_tables_that_are_missing_are_made(half_made, replace):
    restore(half_made, replace)

    assert GuidePage.objects.get().title == "Beds and basics"
    assert UserProfile.objects.filter(keyboard_shortcuts=True).count() == 0
    assert Schema().applied == open_archive(half_made).manifest.migrations


@in_a_database
def test_tables_that_were_made_for_rows_that_do_not_fit_are_gone_again(half_made):
    forge(half_made, "wagtailcore.Locale", no_rows)
    before = Schema().applied

    with pytest.raises(BackupError, match="rows that point to rows it has not"):
        restore(half_made)

    assert Schema().applied == before
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, "wagtailusers_userprofile")
    assert "keyboard_shortcuts" not in {column.name for column in columns}


@in_a_database
def test_older_tables_with_rows_in_them_are_left_alone(backup):
    MigrationExecutor(connection).migrate([("wagtailusers", "0014_userprofile_contrast")])

    with pytest.raises(BackupError, match="tables are of another version than the backup's"):
        restore(backup, replace=True)

    assert GuidePage.objects.get().title == "Another guide"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="The site has a database of its own.")
@in_a_database
def test_one_that_is_stopped_while_it_makes_the_tables_leaves_none(backup, tmp_path):
    site = Site(tmp_path / "site")

    with site.begin("restore", backup) as restoring_there:
        next(line for line in restoring_there.stdout if line.startswith("Making the tables"))
        restoring_there.terminate()
        _rest, problems = restoring_there.communicate(timeout=60)

    assert (restoring_there.returncode, problems) == (1, "Stopped.\n")
    assert site.tables() == {} and [*site.folder.glob("media/*")] == []


@in_a_database
def test_a_backup_that_lacks_a_table_is_refused(backup):
    with rewritten(backup) as parts:
        del parts["database/pages.Callback.jsonl"]
        about = json.loads(parts["manifest.json"])
        del about["rows"]["pages.Callback"], about["checksums"]["database/pages.Callback.jsonl"]
        parts["manifest.json"] = json.dumps(about)

    with pytest.raises(BackupError, match=r"The backup lacks tables: pages\.Callback\."):
        restore(backup, replace=True)


@in_a_database
def test_a_state_that_no_tables_ever_had_is_refused(backup):
    forge(backup, "auth.User", list, migrations=sorted(Schema().applied - {("wagtailcore", "0040_page_draft_title")}))

    with pytest.raises(BackupError, match="list of migrations has gaps"):
        restore(backup, replace=True)


@in_a_database
def test_a_changed_backup_is_refused_before_anything_happens(backup):
    with rewritten(backup) as parts:
        parts["database/auth.User.jsonl"] += b" "
    before = all_there_is()

    with pytest.raises(CommandError, match=r"Nothing was restored\. It has changed since it was made"):
        call_command("restore", backup, replace=True)

    assert all_there_is() == before


@in_a_database
def test_a_backup_of_a_newer_site_is_refused(backup):
    forge(backup, "auth.User", list, migrations=[*sorted(Schema().applied), ("pages", "0099_from_the_future")])

    with pytest.raises(BackupError, match=r"version that this code does not know: it has pages\.0099_from_the_future"):
        restore(backup, replace=True)


@in_a_database
def test_a_backup_of_an_older_site_does_not_go_into_newer_tables(backup):
    forge(backup, "auth.User", list, migrations=sorted(Schema().applied)[:-1])

    with pytest.raises(BackupError, match="tables are of another version than the backup's"):
        restore(backup, replace=True)


@in_a_database
def test_a_backup_of_other_tables_is_refused(backup):
    with rewritten(backup) as parts:
        parts["database/pages.Gone.jsonl"] = parts["database/pages.Synonym.jsonl"]
        about = json.loads(parts["manifest.json"])
        about["rows"]["pages.Gone"] = about["rows"]["pages.Synonym"]
        about["checksums"]["database/pages.Gone.jsonl"] = about["checksums"]["database/pages.Synonym.jsonl"]
        parts["manifest.json"] = json.dumps(about)

    with pytest.raises(BackupError, match=r"tables that this code does not know: pages\.Gone"):
        restore(backup, replace=True)


@in_a_database
def test_too_little_room_is_seen_beforehand(backup, monkeypatch):
    before = all_there_is()
    monkeypatch.setattr(refuse.shutil, "disk_usage", lambda folder: Disk(10, 9, 1))

    with pytest.raises(BackupError, match=r"too little room on the disk: 1 MB are needed in "):
        restore(backup, replace=True)

    assert all_there_is() == before


@in_a_database
def test_tables_of_an_older_state_have_the_columns_of_then():
    schema = Schema()
    older = schema.known - {("wagtailusers", "0015_userprofile_keyboard_shortcuts")}

    assert schema.models_at(schema.known) is apps
    profile = schema.models_at(older).get_model("wagtailusers", "UserProfile")
    assert {field.name for field in UserProfile._meta.fields} - {field.name for field in profile._meta.fields} == {
        "keyboard_shortcuts"
    }


def test_a_file_that_is_no_backup_is_answered_without_a_traceback(tmp_path):
    site = Site(tmp_path / "site")
    site.environment["MAIL_URL"] = ""  # no word of what has nothing to do with it
    (tmp_path / "letter.zip").write_text("Dear all")

    done = site.manage("restore", tmp_path / "letter.zip")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "CommandError: Nothing was restored. It is cut short, or no backup of this site.\n"


@pytest.mark.slow  # test_tables_of_an_older_state_have_the_columns_of_then stands for it
@pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database.")
def test_a_backup_of_an_older_site_is_brought_up_to_date_in_a_place_without_tables(migrated, tmp_path):
    older, newer = Site(tmp_path / "older"), Site(tmp_path / "newer")
    shutil.copy(migrated, older.folder / "db.sqlite3")
    assert older.manage("migrate", "-v0", "wagtailusers", "0014").returncode == 0
    assert older.manage("backup", tmp_path / "backup.zip").returncode == 0

    done = newer.manage("restore", tmp_path / "backup.zip")

    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(newer.folder / "db.sqlite3")) as database:
        assert database.execute("SELECT keyboard_shortcuts FROM wagtailusers_userprofile").fetchall() == []
        assert database.execute("SELECT title FROM wagtailcore_page WHERE depth = 1").fetchall() == [("Root",)]
