from typing import Any

from pages.management.needs import CommandOnTables
from pages.work import processes


class Command(CommandOnTables):
    help = "Does what waits behind the site: paper, messages, and all that is on the schedule. Let it run all the time."

    def handle(self, **options: Any) -> None:
        self.stdout.write("At work. Ctrl+C stops it.")
        self.stdout.flush()
        processes.run()
