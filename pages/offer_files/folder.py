"""Writes the files of an offer into a folder, and takes away those of pages that are no more."""

import os
import tempfile
from pathlib import Path

from .errors import PackError, Problem
from .layer_file import LAYER
from .names import ABOUT_PAGES, REGISTERS, SETTINGS
from .offer import HERE, PAGES, SUFFIX

# A folder of an offer has one of these, and one of those beside it.
HEADS = [f"{name}{SUFFIX}" for name in (*SETTINGS, LAYER)]
FILES = [f"{name}{SUFFIX}" for name in (*REGISTERS, *ABOUT_PAGES)]


def refuse_other_folders(folder: Path) -> None:
    """Stops before anything is written among files that are not an offer's."""
    if folder.exists() and not folder.is_dir():
        raise PackError([Problem(str(folder), 0, "", "is a file, not a folder")])
    if folder.is_dir() and any(folder.iterdir()) and not _is_an_offers(folder):
        raise PackError([Problem(str(folder), 0, "", "has other files in it: choose an empty folder, or an offer’s")])


def _is_an_offers(folder: Path) -> bool:
    return any((folder / name).is_file() for name in HEADS) and any(
        (folder / name).exists() for name in (*FILES, PAGES, HERE)
    )


def write_folder(folder: Path, files: dict[str, str]) -> None:
    """Makes the folder hold just these files of an offer; a file is replaced whole, and only if it differs."""
    try:
        for name, text in files.items():
            _write(folder / name, text.encode())
        for file in _of_an_offer(folder):
            if file.relative_to(folder).as_posix() not in files:
                file.unlink()
        folders = [path for name in (PAGES, HERE) for path in (folder / name, *(folder / name).rglob("*"))]
        for inside in sorted((path for path in folders if path.is_dir()), reverse=True):
            if not any(inside.iterdir()):
                inside.rmdir()
    except OSError as error:
        raise PackError(
            [Problem(str(error.filename or folder), 0, "", f"can’t be written: {error.strerror}")]
        ) from None


def _of_an_offer(folder: Path) -> list[Path]:
    inside = [file for name in (PAGES, HERE) for file in sorted((folder / name).rglob(f"*{SUFFIX}"))]
    return inside + [folder / name for name in (*HEADS, *FILES) if (folder / name).is_file()]


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
