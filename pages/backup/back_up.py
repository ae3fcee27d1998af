"""Makes a backup: all or nothing, while the site runs."""

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from django.db import DatabaseError
from django.db.models import Model

from .archive import MANIFEST, SETTINGS, NewArchive, open_archive, part_of
from .errors import BackupError
from .last_keys import last_keys
from .manifest import new_manifest
from .media import add_files, file_columns
from .moment import one_moment
from .rows import as_line, read_rows
from .schema import Schema
from .settings_text import settings_text
from .tables import kept_models


class Made(NamedTuple):
    """`missing` are files that rows name and that are not there."""

    rows: int
    files: int
    size: int
    missing: list[str]


def back_up(target: Path) -> Made:
    """Writes the backup and reads it once more; only then it has its name, and the one that had it before is gone."""
    _refuse_to_overwrite(target)
    try:
        with _beside(target) as unfinished:
            missing = _write(unfinished)
            with closing(open_archive(unfinished)) as archive:
                archive.check()
                manifest, files = archive.manifest, len(archive.media)
        return Made(sum(manifest.rows.values()), files, target.stat().st_size, missing)
    except OSError as error:
        raise BackupError(f"{error.filename or target}: {error.strerror}.") from None
    except DatabaseError as error:
        # The database's own words may repeat a whole row.
        raise BackupError(f"The database can't be read ({type(error).__name__}).") from None


def _refuse_to_overwrite(target: Path) -> None:
    if target.is_dir():
        raise BackupError(f"{target} is a folder.")
    if not target.parent.is_dir():
        raise BackupError(f"There is no folder {target.parent}.")
    if target.exists() or target.is_symlink():
        try:
            open_archive(target).close()
        except BackupError:
            raise BackupError(f"{target} is there already and is no backup: nothing is written over it.") from None


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A file that only its owner can read, and that gets the target's name when all is well."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    unfinished = Path(name)
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


def _keep_the_name(folder: Path) -> None:
    """A new name is safe from a power cut only when its folder has been written too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(file: Path) -> list[str]:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        archive = NewArchive(zipped)
        with one_moment():
            schema = Schema()
            schema.refuse_no_tables()
            schema.refuse_a_newer_database()
            models = kept_models(schema.models_at(schema.applied))
            files: set[str] = set()
            rows = {model._meta.label: _add_rows(archive, model, files) for model in models}
            keys = last_keys(models)
        missing = add_files(archive, sorted(files))
        archive.add(SETTINGS, settings_text())
        manifest = new_manifest(migrations=schema.applied, rows=rows, last_keys=keys, checksums=archive.checksums)
        zipped.writestr(MANIFEST, manifest.as_json())
    return missing


def _add_rows(archive: NewArchive, model: type[Model], files: set[str]) -> int:
    """Writes the rows of one table, gathers the files they name, and counts them."""
    count = 0
    columns = file_columns(model)
    with archive.part(part_of(model._meta.label)) as write:
        for row in read_rows(model):
            write(as_line(row))
            files.update(row[column] for column in columns if row[column])
            count += 1
    return count
