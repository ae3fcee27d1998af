"""Makes a backup: all or nothing, while the site runs."""

import zipfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from django.db import DatabaseError
from django.db.models import Model

from pages.core.progress import Say, in_steps, say_nothing

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
from .unfinished import unfinished_file


class Made(NamedTuple):
    """`missing` are files that rows name and that are not there."""

    rows: int
    files: int
    size: int
    missing: list[str]


def back_up(target: Path, say: Say = say_nothing) -> Made:
    """Writes the backup and reads it once more; only then it has its name, and the one that had it before is gone."""
    _refuse_to_overwrite(target)
    try:
        with unfinished_file(target) as unfinished:
            missing = _write(unfinished, say)
            with closing(open_archive(unfinished)) as archive:
                archive.check(say)
                manifest, files = archive.manifest, len(archive.media)
        return Made(sum(manifest.rows.values()), files, target.stat().st_size, missing)
    except OSError as error:
        raise BackupError(f"{error.filename or target}: {error.strerror or type(error).__name__}.") from None
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


def _write(file: Path, say: Say) -> list[str]:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        archive = NewArchive(zipped)
        with one_moment():
            schema = Schema()
            schema.refuse_no_tables()
            schema.refuse_a_newer_database()
            models = kept_models(schema.models_at(schema.applied))
            files: set[str] = set()
            steps = in_steps(models, say, "Reading the rows …")
            rows = {model._meta.label: _add_rows(archive, model, files) for model in steps}
            keys = last_keys(models)
        missing = add_files(archive, sorted(files), say)
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
