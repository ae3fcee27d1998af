from typing import Any

from django.utils import timezone

from pages.consultation.forget import forget_answers
from pages.management.needs import CommandOnTables


class Command(CommandOnTables):
    help = "Deletes the answers to consultations a year after their reports were published. Run it every day."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{forget_answers(timezone.now())} answers to consultations deleted.")
