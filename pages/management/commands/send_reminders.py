import datetime
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from pages.management.needs import CommandOnTables
from pages.publishing import reminders
from pages.publishing.reminder_mail import NowhereToSendError


class Command(CommandOnTables):
    help = "Mails owners about pages to check, and the kinship lead about those long overdue. Run it every day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--day", type=datetime.date.fromisoformat, help="as if it were this day: 2027-03-31")

    def handle(self, *, day: datetime.date | None, **options: Any) -> None:
        try:
            done = reminders.send(day or timezone.localdate())
        except NowhereToSendError as error:
            raise CommandError(f"Reminders are waiting to be mailed. {error}") from None
        if done.sent:
            self.stdout.write(f"{done.sent} reminders mailed.")
        problems = []
        if done.failed:
            problems.append(f"{done.failed} reminders could not be mailed: they are tried again the next time.")
        if done.without_reader:
            problems.append(
                f"Nobody could be told of {done.without_reader} pages: give them an owner, "
                "or fill in the e-mail of the kinship lead in the council settings."
            )
        if problems:
            raise CommandError("\n".join(problems))
