import hashlib
import os
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from pages.content.home import HomePage
from pages.site.demonstration import give_pages_an_owner, make_log_ins


class Command(BaseCommand):
    help = "Prepares the demonstration: database, offer, static files, log-ins. `make run` calls it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folders", nargs="+", type=Path, help="folders to load the first time, a national layer before an offer"
        )
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, folders: list[Path], host: str, port: int, **options: Any) -> None:
        password = os.environ.get("DEMONSTRATION_PASSWORD", "")
        if not settings.DEMONSTRATION or not password:
            raise CommandError("This is for demonstrations: set DEMONSTRATION=1 and DEMONSTRATION_PASSWORD.")
        self.refuse_a_port_in_use(host, port)
        self.refuse_an_older_database()
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        is_new = not HomePage.objects.exists()
        if not is_new:
            self.say("The offer is there already: nothing is loaded over it.")
        else:
            for folder in folders:
                self.say(f"Loading what is in {folder} …")
                call_command("load_offer", folder)
        self.collect_static_files()
        names = make_log_ins(password)
        if is_new:
            give_pages_an_owner()
        self.say("")
        self.say(f"The site:  {settings.SITE_URL}/")
        self.say(f"The CMS:   {settings.SITE_URL}/cms/")
        self.say(f"Password:  {password}   (the same for all, for this demonstration only)")
        for name, role in names.items():
            self.say(f"  {name:<16} {role}")
        self.say("")
        self.say("Press Ctrl+C to stop.")

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def refuse_an_older_database(self) -> None:
        """The tables were made anew in one step once: what was made before can't follow."""
        made = {name for app, name in MigrationRecorder(connection).applied_migrations() if app == "pages"}
        known = {name for app, name in MigrationLoader(connection).disk_migrations if app == "pages"}
        if made - known:
            raise CommandError(f"{settings.DATA_DIR} is of an older version of this site. Delete it and try again.")

    def refuse_a_port_in_use(self, host: str, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Port {port} can't be used ({error}). Try another: PORT={port + 1} make run"
                ) from None

    def collect_static_files(self) -> None:
        """Collects only when our files or the lock have changed, since it takes a while."""
        state = hashlib.sha256()
        for file in [settings.BASE_DIR / "requirements/prod.txt", *sorted((settings.BASE_DIR / "static").rglob("*"))]:
            if file.is_file():
                state.update(str(file).encode() + file.read_bytes())
        made = settings.STATIC_ROOT / ".made-from"
        if made.is_file() and made.read_text() == state.hexdigest():
            return
        self.say("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        made.write_text(state.hexdigest())
