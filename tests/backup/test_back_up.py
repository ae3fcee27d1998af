"""A backup is whole or not there; it can be made while the site runs, and only its owner can read it."""

import fcntl
import json
import shutil
import signal
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from pages.backup import back_up as making
from pages.backup.archive import open_archive
from pages.backup.back_up import back_up
from pages.backup.errors import BackupError
from pages.core.content_version import ContentVersion
from tests import factories
from tests.backup.sites import Site


@pytest.fixture(autouse=True)
def real_migrations(settings, tmp_path):
    settings.MIGRATION_MODULES = {}
    settings.MEDIA_ROOT = tmp_path / "media"


in_a_database = pytest.mark.django_db(transaction=True)


def rows_of(file, label):
    with zipfile.ZipFile(file) as zipped:
        return [json.loads(line) for line in zipped.read(f"database/{label}.jsonl").splitlines()]


@in_a_database
def test_only_its_owner_can_read_it(home, tmp_path):
    back_up(tmp_path / "backup.zip")

    assert (tmp_path / "backup.zip").stat().st_mode & 0o777 == 0o600


@in_a_database
def test_it_says_what_made_it(home, tmp_path):
    made = back_up(tmp_path / "backup.zip")

    with closing(open_archive(tmp_path / "backup.zip")) as archive:
        manifest = archive.manifest
    assert manifest.site == "http://localhost:8000"
    assert manifest.versions.keys() == {"site", "django", "wagtail", "database"}
    assert ("pages", "0001_initial") in manifest.migrations
    assert manifest.rows["pages.HomePage"] == 1
    assert sum(manifest.rows.values()) == made.rows


@in_a_database
def test_uploads_are_in_it_and_pictures_in_other_sizes_are_not(home, tmp_path):
    image, document = factories.make_image(), factories.make_document()
    image.get_rendition("width-10")

    back_up(tmp_path / "backup.zip")

    with closing(open_archive(tmp_path / "backup.zip")) as archive:
        assert sorted(archive.media) == sorted([document.file.name, image.file.name])


@in_a_database
def test_a_file_that_is_lost_is_named_and_keeps_nothing_back(home, tmp_path, capsys):
    document = factories.make_document()
    document.file.storage.delete(document.file.name)

    call_command("backup", tmp_path / "backup.zip")

    assert f"though the database names it: {document.file.name}" in capsys.readouterr().err
    assert rows_of(tmp_path / "backup.zip", "wagtaildocs.Document")


@in_a_database
def test_a_folder_gets_one_named_for_the_moment_and_keeps_so_many(home, tmp_path, capsys, time_machine):
    for day in ("2026-11-24", "2026-11-25", "2026-11-26"):
        time_machine.move_to(f"{day} 03:15 +0000", tick=False)
        call_command("backup", tmp_path, keep=2)

    assert sorted(file.name for file in tmp_path.glob("*")) == [
        "kinship-2026-11-25-0315.zip",
        "kinship-2026-11-26-0315.zip",
    ]
    assert "Deleted: " in capsys.readouterr().out


@in_a_database
def test_one_that_fails_leaves_the_last_one_and_nothing_else(home, tmp_path, monkeypatch):
    back_up(tmp_path / "backup.zip")
    before = (tmp_path / "backup.zip").read_bytes()

    def no_space(*words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "add_files", no_space)
    with pytest.raises(BackupError, match=r"backup\.zip: No space left on device"):
        back_up(tmp_path / "backup.zip")

    assert (tmp_path / "backup.zip").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["backup.zip"]


@in_a_database
def test_one_that_is_stopped_leaves_the_last_one_and_nothing_else(home, tmp_path, monkeypatch):
    back_up(tmp_path / "backup.zip")
    before = (tmp_path / "backup.zip").read_bytes()

    with monkeypatch.context() as patched, pytest.raises(SystemExit, match="Stopped"):
        patched.setattr(making, "add_files", lambda *words: signal.raise_signal(signal.SIGTERM))
        call_command("backup", tmp_path / "backup.zip")

    assert (tmp_path / "backup.zip").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["backup.zip"]
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@in_a_database
def test_what_a_killed_one_left_goes_with_the_next_and_what_another_writes_stays(home, tmp_path):
    killed, written = tmp_path / ".unfinished-backup-abcd1234", tmp_path / ".unfinished-backup-efgh5678"
    for file in (killed, written, tmp_path / ".unfinished-backup-plans.odt"):
        file.write_text("what people told us")

    with written.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        back_up(tmp_path / "backup.zip")

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        written.name,
        ".unfinished-backup-plans.odt",
        "backup.zip",
    ]


@in_a_database
def test_one_that_is_being_written_is_not_taken_for_one_that_was_left(home, tmp_path, monkeypatch):
    def another_meanwhile(*words):
        monkeypatch.undo()
        back_up(tmp_path / "other.zip")
        return []

    monkeypatch.setattr(making, "add_files", another_meanwhile)
    back_up(tmp_path / "backup.zip")

    assert sorted(file.name for file in tmp_path.iterdir()) == ["backup.zip", "other.zip"]


@in_a_database
def test_it_says_what_it_is_at(home, tmp_path, capsys):
    factories.make_document()

    call_command("backup", tmp_path / "backup.zip")

    assert capsys.readouterr().out.splitlines()[:-1] == [
        "Reading the rows …",
        "Copying the uploads (1) …",
        "Checking the file …",
    ]


@in_a_database
def test_one_that_cannot_be_read_again_is_not_kept(home, tmp_path, monkeypatch):
    class LosesHalf(making.NewArchive):
        def add(self, name, text):
            super().add(name, text)
            self.checksums[name] = "0" * 64

    monkeypatch.setattr(making, "NewArchive", LosesHalf)
    with pytest.raises(BackupError, match=r"settings\.txt is not what was written"):
        back_up(tmp_path / "backup.zip")

    assert list(tmp_path.iterdir()) == []


@in_a_database
def test_a_database_that_is_newer_than_the_code_is_not_half_kept(home, tmp_path):
    MigrationRecorder(connection).record_applied("pages", "0099_from_the_future")
    MigrationRecorder(connection).record_applied("an_app_of_old", "0001_initial")

    with pytest.raises(BackupError, match=r"newer than this code: it has pages\.0099_from_the_future\. "):
        back_up(tmp_path / "backup.zip")


@in_a_database
def test_making_one_changes_nothing(home, tmp_path):
    version = ContentVersion.current()

    back_up(tmp_path / "backup.zip")

    assert ContentVersion.current() == version


def test_another_file_is_never_written_over(db, tmp_path):
    (tmp_path / "letter.odt").write_text("Dear all")

    with pytest.raises(CommandError, match=r"letter\.odt is there already and is no backup"):
        call_command("backup", tmp_path / "letter.odt")

    assert (tmp_path / "letter.odt").read_text() == "Dear all"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["nowhere/backup.zip"], "There is no folder nowhere"),
        (["backup.zip", "--keep", "3"], "--keep needs a folder that is there: backup.zip is none"),
        ([".", "--keep", "0"], "--keep must be 1 or more"),
        ([".", "--keep", "-3"], "--keep must be 1 or more"),
    ],
)
def test_a_command_that_makes_no_sense_is_answered(db, words, problem, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CommandError, match=problem):
        call_command("backup", *words)

    assert list(tmp_path.iterdir()) == []


# Each round is one transaction: a group, a closing with its comment, and a tag, read at the beginning, in the middle
# and at the end of a backup. Whoever had to wait for the backup would fail.
WRITER = """
import itertools, pathlib, sqlite3, sys

database = sqlite3.connect(sys.argv[1], timeout=0.3, isolation_level=None)
database.execute("PRAGMA synchronous = OFF")
for number in itertools.count():
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO auth_group (name) VALUES (?)", [f"round {number}"])
    closing = database.execute(
        "INSERT INTO pages_closing (told_by, label, count, how, sentence, at) "
        "VALUES ('comment', ?, 1, 'other', 'Done', '2026-11-26 03:15:00')", [f"round {number}"]
    ).lastrowid
    database.execute(
        "INSERT INTO pages_comment (text, role, day, key, closing_id) VALUES (?, '', '2026-11-26', ?, ?)",
        ["words " * 50, f"round {number}", closing],
    )
    database.execute("INSERT INTO taggit_tag (name, slug) VALUES (?, ?)", [f"round {number}", f"round-{number}"])
    database.execute("COMMIT")
    if pathlib.Path(sys.argv[2]).exists():
        break
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database.")
def test_while_others_write_it_holds_one_moment_and_nobody_waits(migrated, tmp_path):
    site, end = Site(tmp_path / "site"), tmp_path / "end"
    database = site.folder / "db.sqlite3"
    shutil.copy(migrated, database)
    writer = subprocess.Popen([sys.executable, "-c", WRITER, database, end], stderr=subprocess.PIPE, text=True)

    made = site.manage("backup", tmp_path / "backup.zip")
    end.touch()
    _out, problems = writer.communicate(timeout=30)

    assert (made.returncode, made.stderr) == (0, "")
    assert (writer.returncode, problems) == (0, "")
    groups, closings, comments, tags = (
        rows_of(tmp_path / "backup.zip", label)
        for label in ("auth.Group", "pages.Closing", "pages.Comment", "taggit.Tag")
    )
    rounds = [f"round {number}" for number in range(len(closings))]
    assert len(rounds) > 10
    assert [row["name"] for row in groups if row["name"].startswith("round")] == rounds
    assert [row["name"] for row in tags] == [row["key"] for row in comments] == rounds
    assert {row["closing_id"] for row in comments} == {row["id"] for row in closings}
