from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from pages.heard.import_searches import MOST_BYTES, NotImportedError, import_searches
from pages.management.needs import CommandOnTables


class Command(CommandOnTables):
    help = "Counts searches that found nothing elsewhere, from a CSV file: words, and if known how often and which day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            with file.open("rb") as opened:
                done = import_searches(opened.read(MOST_BYTES + 1), timezone.localdate())
        except OSError as error:
            raise CommandError(f"{file} can't be read: {error.strerror}.") from None
        except NotImportedError as error:
            raise CommandError(f"Nothing was stored.\n{error}") from None
        self.stdout.write(f"{done.searches} searches counted; of {done.without_words} of them no words are kept.")
