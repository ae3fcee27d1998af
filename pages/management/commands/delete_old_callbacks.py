from typing import Any

from django.utils import timezone

from pages.management.needs import CommandOnTables
from pages.personal_data import kept_for
from pages.personal_data.table import RING_BACK
from pages.ring_back import callbacks


class Command(CommandOnTables):
    help = "Deletes the requests to be rung that are older than the council promised to keep them. Run it every day."

    def handle(self, **options: Any) -> None:
        days = kept_for(RING_BACK).days
        done = callbacks.delete_old(timezone.now(), days)
        self.stdout.write(f"{done.deleted} older than {days} days deleted, {done.unanswered} of them never answered.")
