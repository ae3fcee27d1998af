from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from pages.management.needs import CommandOnOffer
from pages.paper import leaflet
from pages.paper.model import LEAFLETS, OF_THE_SHEET, PaperFormat
from pages.paper.pdf import PdfError


class Command(CommandOnOffer):
    help = "Writes the leaflet to a file as a PDF, from what is published now."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        forms = [form.value for form in dict.fromkeys([*LEAFLETS, *OF_THE_SHEET])]
        parser.add_argument("--format", choices=forms, default=PaperFormat.FOLDED.value)

    def handle(self, *, file: Path, format: str, **options: Any) -> None:
        page = leaflet.live_leaflet()
        if page is None:
            raise CommandError("There is no leaflet page that readers can see. Publish one first.")
        try:
            pdf = leaflet.make(page, PaperFormat(format), timezone.localdate())
        except PdfError as error:
            raise CommandError(f"The leaflet was not made.\n{error}") from error
        try:
            file.write_bytes(pdf)
        except OSError as error:
            raise CommandError(f"{file} can't be written: {error.strerror}.") from error
        self.stdout.write(f"{file}: {len(pdf) // 1024} KB")
