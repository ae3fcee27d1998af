import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection

from .unfit import UnfitError, in_a_line

MEGABYTE = 1024 * 1024
# Less, and the next printing or upload may be the last; and what is soon too little.
TOO_LITTLE, RATHER_LITTLE = 100 * MEGABYTE, 1000 * MEGABYTE


def can_be_written() -> None:
    """Where the database and uploads lie, a file can be written, and is on the disk."""
    for folder, name in _folders().items():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(bytes(4096))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise UnfitError(
                f"{folder} ({name}) can't be written to: {error.strerror or in_a_line(error)}. "
                "Give it to the user that the site runs as, or set DATA_DIR or DATABASE_URL to another place."
            ) from None


def has_room() -> None:
    _ask_for(TOO_LITTLE)


def has_plenty_of_room() -> None:
    _ask_for(RATHER_LITTLE)


def _ask_for(wanted: int) -> None:
    for folder, name in _folders().items():
        try:
            free = shutil.disk_usage(folder).free
        except OSError:
            continue  # can_be_written says so
        if free < wanted:
            raise UnfitError(
                f"Only {free // MEGABYTE} MB are free at {folder} ({name}). "
                f"Make room: {wanted // MEGABYTE} MB are wanted."
            )


def _folders() -> dict[Path, str]:
    folders = {Path(settings.DATA_DIR): "DATA_DIR", Path(settings.MEDIA_ROOT): "for uploads"}
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():  # type: ignore[attr-defined]  # SQLite's own
        folders.setdefault(Path(connection.settings_dict["NAME"]).parent, "DATABASE_URL")
    return folders
