from typing import Any

from django.utils import timezone

from pages.management.needs import CommandOnTables
from pages.sign_off import forget_signers


class Command(CommandOnTables):
    help = "Deletes the names and e-mails of signers a year after their links ended. Run it every day."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{forget_signers(timezone.now())} signers' names and e-mails deleted.")
