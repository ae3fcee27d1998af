from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.before_we_open import since


class Command(BaseCommand):
    help = "Writes down since when something is on the list “Before we open”. Run it every evening."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{since.note(timezone.now())} on the list “Before we open”.")
