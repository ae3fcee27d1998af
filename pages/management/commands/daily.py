import traceback
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

CHORES = [
    "send_reminders",
    "delete_old_callbacks",
    "forget_signers",
    "write_meetings",
    "remake_paper",
    "check_links",
]


class Command(BaseCommand):
    help = "Does all that is to be done once a day. One chore that fails keeps none of the others back."

    def handle(self, **options: Any) -> None:
        failed = [chore for chore in CHORES if not self._do(chore)]
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}. The reasons are above.")

    def _do(self, chore: str) -> bool:
        try:
            call_command(chore, stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            self.stderr.write(f"{chore}: {error}")
            return False
        except Exception as error:  # noqa: BLE001 (no chore keeps back another)
            # What an error says may quote a person's details: only its kind and its place are told.
            at = traceback.extract_tb(error.__traceback__)[-1]
            self.stderr.write(f"{chore}: {type(error).__name__} in {at.name}, {at.filename}, line {at.lineno}")
            return False
        return True
