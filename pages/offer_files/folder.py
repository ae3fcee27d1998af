"""Writes the files of a pack into a folder, and takes away those of pages that are no more."""

import os
import tempfile
from pathlib import Path

from .errors import PackError, Problem
from .offer import INDEX, PAGES, SUFFIX

SIGNS_OF_AN_OFFER = (f"settings{SUFFIX}", f"{PAGES}/{INDEX}{SUFFIX}")


def refuse_other_folders(folder: Path) -> None:
    """Stops before anything is written among files that are not an offer's."""
    if folder.exists() and not folder.is_dir():
        raise PackError([Problem(str(folder), 0, "", "is a file, not a folder")])
    if folder.is_dir() and any(folder.iterdir()) and not all((folder / name).is_file() for name in SIGNS_OF_AN_OFFER):
        raise PackError([Problem(str(folder), 0, "", "has other files in it: choose an empty folder, or an offer’s")])


def write_folder(folder: Path, files: dict[str, str]) -> None:
    """Makes the folder hold just these files of an offer; a file is replaced whole, and only if it differs."""
    try:
        for name, text in files.items():
            _write(folder / name, text.encode())
        for file in sorted((folder / PAGES).rglob(f"*{SUFFIX}")):
            if file.relative_to(folder).as_posix() not in files:
                file.unlink()
        for inside in sorted((path for path in (folder / PAGES).rglob("*") if path.is_dir()), reverse=True):
            if not any(inside.iterdir()):
                inside.rmdir()
    except OSError as error:
        raise PackError(
            [Problem(str(error.filename or folder), 0, "", f"can’t be written: {error.strerror}")]
        ) from None


def _write(file: Path, content: bytes) -> None:
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(unfinished).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(unfinished).replace(file)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
