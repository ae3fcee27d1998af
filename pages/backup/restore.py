"""Puts a backup back: all of it, or nothing."""

import warnings
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection
from django.db.models import Model

from pages.core.content_version import ContentVersion
from pages.core.progress import Say, in_steps, say_nothing

from .archive import Archive, open_archive, part_of
from .errors import BackupError
from .last_keys import go_on_from
from .manifest import Manifest
from .media import delete_unfinished, laid_out
from .moment import one_change
from .refuse import refuse_files, refuse_other_models, refuse_other_tables, refuse_rows, refuse_too_little_room
from .rows import write_rows
from .schema import Migrations, Schema, bring_up_to_date, make_tables
from .tables import all_models, kept_models


def restore(file: Path, replace: bool = False, say: Say = say_nothing) -> Manifest:
    """Puts rows and files in an empty place, or in place of what is there if `replace` says so. Then `finish` it."""
    with closing(open_archive(file)) as archive:
        try:
            archive.check(say)
            _restore(archive, replace, say)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise BackupError(f"{error.filename or settings.MEDIA_ROOT}: {why}.") from None
        except DatabaseError as error:
            # The database's own words may repeat a whole row.
            raise BackupError(f"The database can't be used ({type(error).__name__}).") from None
        return archive.manifest


def _restore(archive: Archive, replace: bool, say: Say) -> None:
    wanted = archive.manifest.migrations
    schema = Schema()
    schema.refuse_unknown(wanted)
    schema.refuse_gaps(wanted)
    refuse_too_little_room(archive)
    models_then = schema.models_at(wanted)
    refuse_other_models(archive.manifest, models_then)
    refuse_other_tables(schema, wanted)
    missing = wanted - schema.applied
    if not (replace or missing):
        refuse_rows(kept_models(models_then))
    if not replace:
        refuse_files()
    _fill(archive, all_models(models_then), missing, say)


def finish(manifest: Manifest) -> None:
    """Brings the tables of an older backup up to date, and works out what is not kept because it follows from the rest.

    It comes after the restoring itself: rows and files are back by now, whatever happens here.
    """
    if manifest.migrations != Schema().known:
        bring_up_to_date()
    ContentType.objects.clear_cache()
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    cache.clear()


def _fill(archive: Archive, models: list[type[Model]], missing: Migrations, say: Say) -> None:
    """Tables, rows and files change together: until the very end, failing leaves all of them as they were."""
    kept = [model for model in models if model._meta.label in archive.manifest.rows]
    with laid_out(archive, say) as put_in_place, one_change():
        if missing:
            make_tables(missing, say)
        _delete_rows(models)
        for model in in_steps(kept, say, "Putting the rows back …"):
            with archive.open(part_of(model._meta.label)) as lines:
                _load(model, lines)
        ContentVersion.bump()
        _check_ties()
        go_on_from(kept, archive.manifest.last_keys)
        put_in_place()
    delete_unfinished()


def _delete_rows(models: Iterable[type[Model]]) -> None:
    """In any order, as rows are loaded: both databases look at the ties between them only at the end."""
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _load(model, lines):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)  # with one Django says that a moment has no time zone
            write_rows(model, lines)
    except (DatabaseError, OverflowError, UnicodeError) as error:
        raise BackupError(f"The rows of {model._meta.label} don't fit ({type(error).__name__}).") from None


def _check_ties():
    try:
        connection.check_constraints()
    except IntegrityError:
        raise BackupError("The backup has rows that point to rows it has not.") from None
