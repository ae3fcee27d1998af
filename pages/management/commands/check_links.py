from typing import Any

from django.core.management.base import CommandError, CommandParser

from pages import outside_links as links
from pages.management.needs import CommandOnTables
from pages.outside_links.rounds import LONGEST, MOST_AT_ONCE


class Command(CommandOnTables):
    help = "Tries the links to other websites that are due, and marks those that are dead. Run it every day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--most", type=int, default=MOST_AT_ONCE, help="how many to try at most")
        parser.add_argument("--seconds", type=int, default=LONGEST, help="how long it may take")

    def handle(self, *, most: int, seconds: int, **options: Any) -> None:
        done = links.check(most=most, seconds=seconds, tell=self.stdout.write)
        if done.offline:
            raise CommandError("No website answered at all: this server may have no way out. Nothing was written down.")
        self.stdout.write(f"{done.tried} links tried, {done.died} newly dead, {done.waiting} left for the next time.")
