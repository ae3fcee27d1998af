from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.sign_off import forget_signers


class Command(BaseCommand):
    help = "Deletes the names and e-mails of signers a year after their links ended. Run it every day."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{forget_signers(timezone.now())} signers' names and e-mails deleted.")
