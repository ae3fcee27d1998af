from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pages.backup.errors import BackupError
from pages.backup.restore import finish, restore


class Command(BaseCommand):
    help = "Puts a backup back, into an empty place. The settings are yours to set: settings.txt in it has them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="in place of what is there, which is deleted")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = restore(file, replace)
        except BackupError as error:
            raise CommandError(f"Nothing was restored. {error}") from None
        rows, site = sum(manifest.rows.values()), manifest.site
        self.stdout.write(f"{rows} rows of {site} are back as they were on {manifest.made_at}.")
        self.stdout.write("Working out the indexes …")
        self.stdout.flush()
        finish(manifest)
        self.stdout.write("Done. Restart the site, if it runs.")
