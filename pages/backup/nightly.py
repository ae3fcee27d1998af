"""A folder of backups, one a night, of which the oldest go."""

import datetime
import re
from contextlib import suppress
from pathlib import Path

from .archive import open_archive
from .errors import BackupError

NAME = re.compile(r"kinship-\d{4}-\d\d-\d\d-\d{4}\.zip")


def name_at(moment: datetime.datetime) -> str:
    return f"kinship-{moment:%Y-%m-%d-%H%M}.zip"


def delete_oldest(newest: Path, keep: int) -> list[Path]:
    """Deletes the oldest backups beside the newest one until so many are left, and gives them.

    Nothing is deleted that is no backup, whatever it is called; nor the newest, whatever the clock says.
    """
    names = (file for file in newest.parent.iterdir() if NAME.fullmatch(file.name) and file != newest)
    others = sorted(file for file in names if _is_backup(file))
    old = others[: max(0, len(others) + 1 - keep)]
    try:
        for file in old:
            file.unlink()
    except OSError as error:
        raise BackupError(f"{error.filename} can't be deleted: {error.strerror}.") from None
    return old


def _is_backup(file):
    if file.is_file() and not file.is_symlink():
        with suppress(BackupError):
            open_archive(file).close()
            return True
    return False
