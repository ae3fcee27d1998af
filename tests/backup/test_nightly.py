"""A folder of backups: the oldest of ours go, and nothing else."""

import datetime

import pytest

from pages.backup.nightly import delete_oldest, name_at
from tests.backup.files import write_backup


@pytest.fixture
def folder(tmp_path):
    for day in range(1, 6):
        write_backup(tmp_path / f"kinship-2026-11-0{day}-0315.zip")
    return tmp_path


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_the_name_says_day_and_minute():
    assert name_at(datetime.datetime(2026, 11, 26, 3, 15)) == "kinship-2026-11-26-0315.zip"


def test_so_many_are_kept_with_the_newest_among_them(folder):
    delete_oldest(folder / "kinship-2026-11-05-0315.zip", 2)

    assert names(folder) == ["kinship-2026-11-04-0315.zip", "kinship-2026-11-05-0315.zip"]


def test_fewer_than_wanted_all_stay(folder):
    assert delete_oldest(folder / "kinship-2026-11-05-0315.zip", 30) == []
    assert len(names(folder)) == 5


def test_the_newest_stays_though_the_clock_went_back(folder):
    delete_oldest(folder / "kinship-2026-11-01-0315.zip", 1)

    assert names(folder) == ["kinship-2026-11-01-0315.zip"]


def test_what_is_not_ours_stays(folder, tmp_path_factory):
    elsewhere = write_backup(tmp_path_factory.mktemp("elsewhere") / "kept.zip")
    (folder / "kinship-2020-01-01-0000.zip").write_bytes(b"somebody's holiday")
    (folder / "kinship-2020-01-02-0000.zip").mkdir()
    (folder / "kinship-2020-01-03-0000.zip").symlink_to(elsewhere)
    write_backup(folder / "before-the-move.zip")
    (folder / "notes.txt").write_text("not a backup")

    delete_oldest(folder / "kinship-2026-11-05-0315.zip", 1)

    assert names(folder) == [
        "before-the-move.zip",
        "kinship-2020-01-01-0000.zip",
        "kinship-2020-01-02-0000.zip",
        "kinship-2020-01-03-0000.zip",
        "kinship-2026-11-05-0315.zip",
        "notes.txt",
    ]
    assert elsewhere.exists()
