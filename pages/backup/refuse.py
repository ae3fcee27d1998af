"""Places that a backup is not put into."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from django.apps.registry import Apps
from django.conf import settings
from django.db import connection
from django.db.models import Model

from .archive import DATABASE, MEDIA, Archive
from .errors import BackupError
from .manifest import Manifest
from .media import there_are_files
from .schema import Migrations, Schema
from .tables import all_models, kept_models

# What migrations themselves put into a new database.
MADE_WITH_THE_TABLES = {
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "contenttypes.ContentType",
    "wagtailcore.Collection",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.Locale",
    "wagtailcore.Page",
    "wagtailcore.Site",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowTask",
}
# How much more the database takes than its rows as text: indexes, and on SQLite the log that is written first.
ROOM_FOR_ROWS = 3


def refuse_other_tables(schema: Schema, wanted: Migrations) -> None:
    """Tables that are missing can be made, but only where no rows are that would have to fit into them."""
    if schema.applied == wanted:
        return
    if not schema.applied < wanted or _in_use(kept_models(schema.models_at(schema.applied))):
        raise BackupError(
            "This database's tables are of another version than the backup's. Restore into a database without any: "
            "they are made, and brought up to date."
        )


def refuse_other_models(manifest: Manifest, apps: Apps) -> None:
    if gone := manifest.rows.keys() - {model._meta.label for model in all_models(apps)}:
        raise BackupError(f"The backup has tables that this code does not know: {', '.join(sorted(gone)[:3])}.")
    # Whoever has a table kept that was left out before must give the format a new number, and ask for less of old ones.
    if lacking := {model._meta.label for model in kept_models(apps)} - manifest.rows.keys():
        raise BackupError(f"The backup lacks tables: {', '.join(sorted(lacking)[:3])}.")


def refuse_rows(models: Iterable[type[Model]]) -> None:
    if used := _in_use(models):
        raise BackupError(
            f"This database is in use: it has rows in {', '.join(used[:3])}. --replace takes their place."
        )


def _in_use(models):
    labels = (model._meta.label for model in models if model._base_manager.exists())
    return [label for label in labels if label not in MADE_WITH_THE_TABLES]


def refuse_files() -> None:
    if there_are_files():
        raise BackupError(f"There are files in {settings.MEDIA_ROOT}. --replace takes their place.")


def refuse_too_little_room(archive: Archive) -> None:
    files, rows = archive.size(MEDIA), archive.size(DATABASE) * ROOM_FOR_ROWS
    needs = [(Path(settings.MEDIA_ROOT), files)]
    if connection.vendor == "sqlite":
        needs = [(Path(settings.MEDIA_ROOT), files + rows), (Path(connection.settings_dict["NAME"]), rows)]
    for place, needed in needs:
        folder = next(folder for folder in (place, *place.absolute().parents) if folder.is_dir())
        if shutil.disk_usage(folder).free < needed:
            raise BackupError(
                f"There is too little room on the disk: {needed // 1_000_000 + 1} MB are needed in {folder}."
            )
