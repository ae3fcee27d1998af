import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from pages.offer_files.errors import PackError
from pages.set_up import link
from pages.set_up.begin import NotEmptyError, begin
from pages.set_up.finish import NameTakenError, finish_from_command
from pages.set_up.model import SetUp
from pages.set_up.steps import STEPS, missing
from pages.set_up.typed import OPTIONS, TypedError, fill_steps, option_of
from pages.sign_in.mail import invitation_link

ENGLAND = settings.BASE_DIR / "fixtures/england"


class Command(BaseCommand):
    help = (
        "Begins a new council’s offer: makes the tables, loads what holds in all of England, and prints the link to "
        "the screens of the set-up. With options it sets the council up without them; type it again to change some."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--layer", type=Path, default=ENGLAND, help="folder of what holds in all of England")
        parser.add_argument("--ask", action="store_true", help="ask here for everything that no option says")
        for option in OPTIONS:
            several: dict[str, Any] = {"action": "append", "help": f"may be there several times: “{option.shape}”"}
            parser.add_argument(f"--{option.name}", metavar="…", **(several if option.shape else {}))
        parser.add_argument(
            "--administrator", metavar="E-MAIL", help="ends the set-up: the first administrator’s e-mail"
        )

    def handle(self, *, layer: Path, ask: bool, administrator: str | None, **options: Any) -> None:
        typed = {option.key: options[option.key] for option in OPTIONS}
        if ask:
            typed |= self.asked(typed)
            administrator = administrator or self.answer("--administrator (leave empty to go on later)")
        set_up = self.begun(layer)
        if not administrator and not any(value is not None for value in typed.values()):
            self.print_link(set_up)
            return
        with transaction.atomic():
            self.fill(set_up, typed)
            if administrator:
                self.finish(set_up, administrator)
        if not administrator:
            self.say_what_is_left(set_up)

    def begun(self, layer: Path) -> SetUp:
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        if not SetUp.objects.exists() and not layer.is_dir():
            raise CommandError(
                f"There is no folder {layer} with what holds in all of England. Name another: --layer DIR. "
                "Nothing was begun."
            )
        try:
            return begin(layer, self.say)
        except NotEmptyError as error:
            raise CommandError(str(error)) from None
        except PackError as error:
            raise CommandError(f"Nothing was begun, for the national layer can’t be loaded.\n{error}") from None

    def fill(self, set_up: SetUp, typed: dict[str, Any]) -> None:
        try:
            fill_steps(set_up, typed)
        except TypedError as error:
            raise CommandError("Nothing was changed.\n" + "\n".join(error.lines)) from None

    def finish(self, set_up: SetUp, email: str) -> None:
        if set_up.finished_at:
            raise CommandError("There is an administrator already: they invite others in the CMS. Nothing was changed.")
        if left := missing(set_up):
            needed = [option_of(step.slug, name) for step in left for name in step.form(set_up=set_up).required_names()]
            raise CommandError(f"Nothing was changed, for something is still missing: {', '.join(needed)}.")
        try:
            validate_email(email)
            invitation = finish_from_command(set_up, email, timezone.now())
        except (ValidationError, NameTakenError):
            raise CommandError(
                f"--administrator: “{email}” is no e-mail address, or has a log-in already. Nothing was changed."
            ) from None
        self.say(f"The set-up is done. By this link {email} chooses a password, once and within seven days:")
        self.say(invitation_link(invitation))
        self.say(f"Then: {settings.SITE_URL}{reverse('open-the-site')}")

    def print_link(self, set_up: SetUp) -> None:
        if set_up.finished_at:
            self.say(f"The set-up is done. Sign in, and open the offer: {settings.SITE_URL}{reverse('open-the-site')}")
            self.say("Can nobody sign in? manage.py createsuperuser makes a fresh log-in.")
            return
        self.say("Open this link in a browser. It works until the set-up is done, for two weeks; a newer one ends it.")
        self.say(link.new_link(set_up, timezone.now()))

    def say_what_is_left(self, set_up: SetUp) -> None:
        for step in STEPS[:-1]:
            if step.slug in set_up.steps_done:
                self.say(f"Saved: {step.name}")
        left = ", ".join(str(step.name) for step in missing(set_up))
        if set_up.finished_at:
            return
        self.say(f"Still to do: {left}." if left else "Still to do: --administrator E-MAIL, which ends the set-up.")

    def asked(self, typed: dict[str, Any]) -> dict[str, Any]:
        """What somebody answers here; an empty answer leaves a thing as it is."""
        answers: dict[str, Any] = {}
        for option in OPTIONS:
            if typed[option.key] is not None:
                continue
            if not option.shape:
                answers[option.key] = self.answer(f"--{option.name}")
                continue
            rows = []
            while row := self.answer(f"--{option.name}, as “{option.shape}” (leave empty when there is no more)"):
                rows.append(row)
            answers[option.key] = rows or None
        return answers

    def answer(self, words: str) -> str | None:
        self.stdout.write(f"{words}: ", ending="")
        self.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise CommandError("The questions were not answered to the end. Nothing was changed.")
        return line.strip() or None

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
