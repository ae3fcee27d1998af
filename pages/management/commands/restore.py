from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.formats import date_format

from pages.backup.errors import BackupError
from pages.backup.restore import finish, restore
from pages.backup.stopping import cleans_up_when_stopped
from pages.core.saying_command import SayingCommand


class Command(SayingCommand):
    help = "Puts a backup back, into an empty place. The settings are yours to set: settings.txt in it has them."
    requires_system_checks = []  # it must work where not all is well

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="in place of what is there, which is deleted")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        try:
            with cleans_up_when_stopped():
                manifest = restore(file, replace, self.say)
        except BackupError as error:
            raise CommandError(f"Nothing was restored. {error}") from None
        rows, made_at = sum(manifest.rows.values()), date_format(manifest.made_at, "j F Y, H:i")
        self.say(f"{rows} rows of {manifest.site} are back as they were on {made_at}.")
        self.say("Working out the indexes …")
        try:
            finish(manifest)
        except Exception as error:  # noqa: BLE001 (whatever it is, rows and files are back)
            raise CommandError(
                f"Rows and files are back, but what follows from them is not ({type(error).__name__}). Type manage.py "
                "migrate, rebuild_references_index and update_index: one of them will say more."
            ) from None
        self.say("Done. Restart the site, if it runs.")
