from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from pages.management.needs import CommandOnTables
from pages.personal_data.export import as_html, as_json
from pages.personal_data.find import Found, find, may_be_deleted
from pages.personal_data.forget import forget
from pages.personal_data.wanted import TooShortError

WRITERS = {".html": as_html, ".json": as_json}


class Command(CommandOnTables):
    help = "Writes down all that is kept about one person: by an email address, a number, or a whole name."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("who", help="an email address, a number or a whole name")
        parser.add_argument("file", type=Path, help="a new file, .html to read or .json")
        parser.add_argument("--delete", action="store_true", help="deletes what may be deleted, after asking")

    def handle(self, *, who: str, file: Path, delete: bool, **options: Any) -> None:
        if file.suffix not in WRITERS:
            raise CommandError("The file's name must end in .html or .json.")
        try:
            rows = find(who)
        except TooShortError:
            raise CommandError(
                "That is too short: it would find others too. Give a whole name, number or address."
            ) from None
        self._write(file, WRITERS[file.suffix](who, rows))
        self.stdout.write(f"{len(rows)} rows in {file}. Read it before you hand it over: their words may name others.")
        if delete:
            self._delete(rows)

    def _write(self, file: Path, words: str) -> None:
        """For its owner alone, and never over another file."""
        try:
            file.touch(mode=0o600, exist_ok=False)
            file.write_text(words, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file} can't be written: {error.strerror}.") from None

    def _delete(self, rows: list[Found]) -> None:
        chosen = [found for found in rows if may_be_deleted(found)]
        for found in rows:
            self.stdout.write(f"  {found.what} ({found.whose}): {found.line.purpose.on_request.value}")
        if not chosen:
            self.stdout.write("Nothing of it is deleted on request; the file says why each is kept.")
            return
        if input(f"Delete {len(chosen)} of {len(rows)}? It can't be undone. Type yes: ").strip() != "yes":
            self.stdout.write("Nothing was deleted.")
            return
        self.stdout.write(f"{forget(rows)} deleted.")
