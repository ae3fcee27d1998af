"""A file that is being written, and those that were left when their writing was killed."""

import fcntl
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".unfinished-backup-"
NAME = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")


@contextmanager
def unfinished_file(target: Path) -> Iterator[Path]:
    """A file beside the target that only its owner can read, and that gets the target's name when all is well."""
    _delete_left(target.parent)
    handle, unfinished = _new_file(target.parent)
    try:
        yield unfinished
        os.fsync(handle)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)
    _keep_the_name(target.parent)


def _new_file(folder: Path) -> tuple[int, Path]:
    """Locked as long as it is written, which tells it from one that was left."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=PREFIX)
        with suppress(OSError):  # not every disk has locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        if Path(name).exists():
            return handle, Path(name)
        os.close(handle)  # another backup took it for one that was left before it was locked


def _delete_left(folder: Path) -> None:
    """They hold what people told us, and no number of backups to keep counts them."""
    for file in folder.iterdir():
        if NAME.fullmatch(file.name) and file.is_file() and not file.is_symlink():
            # Whoever can't lock it, or may not delete it, leaves it to its writer.
            with suppress(OSError), file.open("r+b") as left:
                fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
                file.unlink()


def _keep_the_name(folder: Path) -> None:
    """A new name is safe from a power cut only when its folder has been written too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
