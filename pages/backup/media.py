"""Uploaded files: those that rows name, out of their folder and back into it."""

import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage
from django.db.models import FileField, Model

from pages.core.progress import Say, in_steps

from .archive import MEDIA, Archive, NewArchive

UNFINISHED = ".restoring-"


def file_columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.local_concrete_fields if isinstance(field, FileField)]


def add_files(archive: NewArchive, names: Collection[str], say: Say) -> list[str]:
    """Copies the files into the backup. Gives the names of those that are not there.

    A file may be deleted while others are copied, and one that was lost long ago must not keep the rest unsaved.
    """
    missing = []
    for name in in_steps(names, say, f"Copying the uploads ({len(names)}) …"):
        try:
            file = default_storage.open(name)
        except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation):
            missing.append(name)
        else:
            with file:
                archive.copy(f"{MEDIA}{name}", cast(IO[bytes], file))
    return missing


def there_are_files() -> bool:
    root = Path(settings.MEDIA_ROOT)
    return root.is_dir() and any(file.is_file() for entry in _entries(root) for file in (entry, *entry.rglob("*")))


@contextmanager
def laid_out(archive: Archive, say: Say) -> Iterator[Callable[[], None]]:
    """Lays the backup's files out beside the present ones. What it gives puts them in their place.

    When anything fails after that, the present ones are put back; otherwise they are deleted in the end.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root, prefix=UNFINISHED, ignore_cleanup_errors=True) as folder:
        new, old = Path(folder, "new"), Path(folder, "old")
        old.mkdir()
        moves: list[tuple[Path, Path]] = []
        _unpack(archive, new, say)
        try:
            yield lambda: _exchange(root, new, old, moves)
        except BaseException:
            for source, target in reversed(moves):
                target.rename(source)
            raise


def delete_unfinished() -> None:
    """What a restoring that was killed has left."""
    for folder in Path(settings.MEDIA_ROOT).glob(f"{UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(archive, folder, say):
    folder.mkdir()
    storage = FileSystemStorage(location=folder)
    names = archive.media
    for name in in_steps(names, say, f"Unpacking the uploads ({len(names)}) …"):
        with archive.open(f"{MEDIA}{name}") as part:
            storage.save(name, File(part))


def _exchange(root, new, old, moves):
    """Renames entry by entry, for the folder itself may be a disk of its own."""
    for entry in _entries(root):
        _move(entry, old / entry.name, moves)
    for entry in _entries(new):
        _move(entry, root / entry.name, moves)


def _move(source, target, moves):
    source.rename(target)
    moves.append((source, target))


def _entries(folder):
    return [entry for entry in folder.iterdir() if not entry.name.startswith(UNFINISHED)]
