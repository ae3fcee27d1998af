from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from pages.backup.back_up import back_up
from pages.backup.errors import BackupError
from pages.backup.nightly import delete_oldest, name_at
from pages.backup.stopping import cleans_up_when_stopped
from pages.core.saying_command import SayingCommand
from pages.management.needs import CommandOnTables


class Command(SayingCommand, CommandOnTables):
    help = "Writes database, uploads and settings into one file, while the site runs. manage.py restore puts it back."
    requires_system_checks = []  # it must work where not all is well
    of_this_release = False  # it is made before the tables are changed for a new one

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file, or a folder: then its name is that of the day and minute")
        parser.add_argument("--keep", type=int, help="in a folder: delete the oldest backups but so many")

    def handle(self, *, file: Path, keep: int | None, **options: Any) -> None:
        is_folder = file.is_dir()
        if keep is not None and not is_folder:
            raise CommandError(f"--keep needs a folder that is there: {file} is none.")
        if keep is not None and keep < 1:
            raise CommandError("--keep must be 1 or more.")
        target = file / name_at(timezone.localtime()) if is_folder else file
        try:
            with cleans_up_when_stopped():
                made = back_up(target, self.say)
        except BackupError as error:
            raise CommandError(f"No backup was made. {error}") from None
        self.stdout.write(f"{target}: {made.rows} rows, {made.files} files, {made.size // 1000 + 1} kB.")
        for name in made.missing:
            self.stderr.write(f"Not in it, for it is not there though the database names it: {name}")
        try:
            deleted = delete_oldest(target, keep) if keep else []
        except BackupError as error:
            raise CommandError(f"The backup was made, but an old one is still there. {error}") from None
        for old in deleted:
            self.stdout.write(f"Deleted: {old}")
