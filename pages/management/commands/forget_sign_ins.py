from typing import Any

from django.utils import timezone

from pages.management.needs import CommandOnTables
from pages.sign_in import invitations, log


class Command(CommandOnTables):
    help = "Deletes the log of sign-ins and the invitations that are older than 90 days. Run it every day."

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        lines, links = log.forget_old(now), invitations.forget_old(now)
        self.stdout.write(f"{lines} lines of the log and {links} invitations deleted.")
