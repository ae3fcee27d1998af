from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from pages.management.needs import CommandOnOffer
from pages.offer_files.errors import PackError
from pages.offer_files.export import export_offer


class Command(CommandOnOffer):
    help = "Writes the offer that readers can see into a folder of text files, which load_offer reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="a new or empty folder, or one with an offer to bring up to date")
        parser.add_argument(
            "--layer", default="", help="write this national layer, in place of what is the council’s own"
        )

    def handle(self, *, folder: Path, layer: str, **options: Any) -> None:
        try:
            left_out = export_offer(folder, layer)
        except PackError as error:
            raise CommandError(f"Nothing was exported.\n{error}") from None
        for path in left_out:
            self.stdout.write(f"Left out, not everybody can read it: {path}")
        self.stdout.write(f"The offer is in {folder}.")
