from typing import Any

from django.utils import timezone

from pages.before_we_open import since
from pages.management.needs import CommandOnOffer


class Command(CommandOnOffer):
    help = "Writes down since when something is on the list “Before we open”. Run it every evening."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{since.note(timezone.now())} on the list “Before we open”.")
