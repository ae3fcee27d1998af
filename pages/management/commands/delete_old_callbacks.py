from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.council.council import current_council
from pages.ring_back import callbacks


class Command(BaseCommand):
    help = "Deletes the requests to be rung that are older than the council promised to keep them. Run it every day."

    def handle(self, **options: Any) -> None:
        days = current_council().callbacks_kept_days
        done = callbacks.delete_old(timezone.now(), days)
        self.stdout.write(f"{done.deleted} older than {days} days deleted, {done.unanswered} of them never answered.")
