from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from pages.core.saying_command import SayingCommand
from pages.management.needs import CommandOnTables
from pages.offer_files.errors import PackError
from pages.offer_files.load import load_offer


class Command(SayingCommand, CommandOnTables):
    help = "Loads an offer from a folder of text files: all of it, or nothing if anything in it is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--overwrite", action="store_true", help="also replace what editors have changed since the last load"
        )

    def handle(self, *, folder: Path, overwrite: bool, **options: Any) -> None:
        try:
            report = load_offer(folder, overwrite, say=self.say)
        except PackError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from None
        for line in report.lines():
            self.say(line)
