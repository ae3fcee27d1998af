from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from pages import yearly_report
from pages.management.needs import CommandOnOffer
from pages.yearly_report import EARLIEST, LATEST, CouncilYear


class Command(CommandOnOffer):
    help = "Writes the yearly report for Cabinet and scrutiny into a folder: report.html, report.pdf and report.csv."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--year", type=int, help="the year it begins in: 2026 for April 2026 to March 2027")

    def handle(self, *, folder: Path, year: int | None, **options: Any) -> None:
        day = timezone.localdate()
        if year is not None and not EARLIEST <= year <= LATEST:
            raise CommandError(f"--year must be from {EARLIEST} to {LATEST}.")
        report = yearly_report.yearly_report(CouncilYear.of(day) if year is None else CouncilYear(year), day)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "report.html").write_text(yearly_report.as_html(report), encoding="utf-8")
            (folder / "report.pdf").write_bytes(yearly_report.as_pdf(report))
            (folder / "report.csv").write_text(yearly_report.spreadsheet(report), encoding="utf-8", newline="")
        except OSError as error:
            raise CommandError(f"{folder} can't be written: {error.strerror}.") from error
        if report.state:
            self.stdout.write(report.state)
        self.stdout.write(f"{folder}: the report of {report.year}, as HTML, PDF and CSV.")
