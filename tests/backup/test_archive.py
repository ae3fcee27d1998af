"""Only what was written is believed: a backup that is not whole, or not one, is refused with the reason."""

import json
import stat
import zipfile
from contextlib import closing

import pytest

from pages.backup import archive
from pages.backup.archive import open_archive
from pages.backup.errors import BackupError
from tests.backup.files import PARTS, rewritten, write_backup


@pytest.fixture
def backup(tmp_path):
    return write_backup(tmp_path / "backup.zip")


def check(file):
    with closing(open_archive(file)) as opened:
        opened.check()
        return opened.manifest


def test_a_whole_backup_is_believed(backup):
    assert check(backup).rows == {"pages.Synonym": 2}


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BackupError, match="can't be read: No such file"):
        check(tmp_path / "none.zip")


def test_a_folder(tmp_path):
    with pytest.raises(BackupError, match="can't be read: Is a directory"):
        check(tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK", b"no backup at all" * 100])
def test_a_file_that_is_no_zip(tmp_path, content):
    (tmp_path / "notes.zip").write_bytes(content)

    with pytest.raises(BackupError, match="cut short, or no backup"):
        check(tmp_path / "notes.zip")


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"kind": "holiday", "format": 1}', "[" * 100_000])
def test_a_zip_of_something_else(backup, text):
    with rewritten(backup) as parts:
        parts.pop("manifest.json")
        if text is not None:
            parts["manifest.json"] = text

    with pytest.raises(BackupError, match="no backup of this site"):
        check(backup)


def test_a_newer_format_is_named(backup):
    with rewritten(backup) as parts:
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | {"format": 2})

    with pytest.raises(BackupError, match="newer version of this site: its format is 2, this reads 1"):
        check(backup)


@pytest.mark.parametrize(
    "fields", [{"rows": {"pages.Synonym": "2"}}, {"checksums": []}, {"migrations": ["pages"]}, {"x": 1}]
)
def test_a_list_of_contents_of_another_shape(backup, fields):
    with rewritten(backup) as parts:
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | fields)

    with pytest.raises(BackupError, match="list of contents can't be read"):
        check(backup)


def test_no_cut_leaves_a_backup(backup):
    whole = backup.read_bytes()

    for length in range(0, len(whole), 7):
        backup.write_bytes(whole[:length])
        with pytest.raises(BackupError):
            check(backup)


def test_no_byte_that_has_changed_changes_what_is_restored(backup):
    whole, sound = backup.read_bytes(), check(backup)

    for place, byte in enumerate(whole):
        backup.write_bytes(whole[:place] + bytes([byte ^ 0x80]) + whole[place + 1 :])
        try:
            assert check(backup) == sound, place
        except BackupError:
            continue


def test_rows_that_were_changed_are_named(backup):
    with rewritten(backup) as parts:
        parts["database/pages.Synonym.jsonl"] = b'{"id":1}\n{"id":3}\n'

    with pytest.raises(BackupError, match=r"has changed.*database/pages\.Synonym\.jsonl is not what was written"):
        check(backup)


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_was_taken_out(backup, name):
    with rewritten(backup) as parts:
        del parts[name]

    with pytest.raises(BackupError, match="parts are not those it lists"):
        check(backup)


def test_a_table_with_fewer_rows_than_were_counted(tmp_path):
    file = write_backup(tmp_path / "backup.zip", rows={"pages.Synonym": 3})

    with pytest.raises(BackupError, match=r"not as many rows of pages\.Synonym"):
        check(file)


def test_a_table_that_is_only_counted(tmp_path):
    file = write_backup(tmp_path / "backup.zip", rows={"pages.Synonym": 2, "pages.Comment": 1})

    with pytest.raises(BackupError, match="does not fit its parts"):
        check(file)


def test_a_last_row_that_is_cut_is_a_row(tmp_path):
    parts = PARTS | {"database/pages.Synonym.jsonl": '{"id":1}\n{"id":2}\n{'}

    assert check(write_backup(tmp_path / "backup.zip", parts, rows={"pages.Synonym": 3}))


def test_rows_are_counted_over_all_blocks_that_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "BLOCK", 5)

    assert check(write_backup(tmp_path / "backup.zip"))


def test_a_row_that_fits_in_no_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "BLOCK", 5)
    monkeypatch.setattr(archive, "LONGEST_ROW", 7)

    with pytest.raises(BackupError, match=r"a row of pages\.Synonym that is too long"):
        check(write_backup(tmp_path / "backup.zip"))


def test_a_list_of_contents_that_fits_in_no_memory(backup, monkeypatch):
    monkeypatch.setattr(archive, "LONGEST_LIST", 100)

    with pytest.raises(BackupError, match="list of contents can't be read"):
        check(backup)


def test_a_list_of_contents_that_is_packed_otherwise(backup):
    with zipfile.ZipFile(backup) as zipped:
        parts = {about.filename: zipped.read(about) for about in zipped.infolist()}
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_LZMA) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)

    with pytest.raises(BackupError, match="list of contents can't be read"):
        check(backup)


def test_a_file_that_is_a_folder_too(tmp_path):
    file = write_backup(tmp_path / "backup.zip", PARTS | {"media/documents": "words"})

    with pytest.raises(BackupError, match=r"'media/documents' is a file and a folder"):
        check(file)


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "media/../../evil",
        "/etc/evil",
        "media//evil",
        "media/./evil",
        "media\\..\\evil",
        "evil",
        "media/evil/",
    ],
)
def test_a_part_that_leads_outside(tmp_path, name):
    file = write_backup(tmp_path / "backup.zip", PARTS | {name: "words"})

    with pytest.raises(BackupError, match="holds what no backup holds"):
        check(file)


def test_a_link(backup):
    with zipfile.ZipFile(backup, "a") as zipped:
        link = zipfile.ZipInfo("media/documents/link.pdf")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "/etc/passwd")

    with pytest.raises(BackupError, match="holds what no backup holds"):
        check(backup)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice(backup):
    with zipfile.ZipFile(backup, "a") as zipped:
        zipped.writestr("settings.txt", "another")

    with pytest.raises(BackupError, match="parts are not those it lists"):
        check(backup)
