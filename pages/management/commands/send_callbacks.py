from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from pages.management.needs import CommandOnTables
from pages.ring_back import callbacks
from pages.ring_back.mail import NowhereToSendError


class Command(CommandOnTables):
    help = "Mails the requests to be rung that no message has gone out about. Run it every minute."

    def handle(self, **options: Any) -> None:
        try:
            done = callbacks.send_waiting(timezone.now())
        except NowhereToSendError as error:
            if waiting := callbacks.unmailed():
                raise CommandError(f"{waiting} waiting to be mailed. {error}") from None
            return
        if done.sent and options["verbosity"]:
            self.stdout.write(f"{done.sent} mailed.")
        if done.failed:
            raise CommandError(f"The mail server refused or did not answer. {callbacks.unmailed()} waiting.")
