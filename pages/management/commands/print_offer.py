from typing import Any

from pages.core.lease import TakenError
from pages.core.saying_command import SayingCommand
from pages.management.needs import CommandOnOffer
from pages.paper import booklet


class Command(SayingCommand, CommandOnOffer):
    help = "Makes the PDF of the whole offer again if anything that readers can see has changed."

    def handle(self, **options: Any) -> None:
        try:
            made = booklet.print_if_stale(self.say)
        except TakenError:
            self.stdout.write("Other paper is being made: try again in a minute.")
        else:
            self.stdout.write("The offer was printed." if made else "Nothing has changed: the offer is as it was.")
