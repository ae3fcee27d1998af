from typing import Any

from django.utils import timezone

from pages.groups import meeting_totals
from pages.management.needs import CommandOnTables


class Command(CommandOnTables):
    help = "Writes down the meetings of groups that are over, for the yearly report. Run it every day."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{meeting_totals.write(timezone.now())} meetings written down.")
