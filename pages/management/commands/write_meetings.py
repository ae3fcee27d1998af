from typing import Any

from django.utils import timezone

from pages import groups
from pages.groups import meeting_totals
from pages.management.needs import CommandOnTables


class Command(CommandOnTables):
    help = (
        "Writes down the meetings of groups that are over, for the yearly report, and tells the calendars of followers "
        "what is gone. Run it every day."
    )

    def handle(self, **options: Any) -> None:
        groups.keep(timezone.now())
        self.stdout.write(f"{meeting_totals.write(timezone.now())} meetings written down.")
