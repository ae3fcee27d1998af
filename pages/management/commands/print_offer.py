import os
import signal
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from pages.paper import booklet


class Command(BaseCommand):
    help = "Makes the PDF of the whole offer again if anything that readers can see has changed."

    def add_arguments(self, parser: CommandParser) -> None:
        gently = "let the computer's other work go first, and leave it to another printing if one is under way"
        parser.add_argument("--gently", action="store_true", help=gently)

    def handle(self, *, gently: bool, **options: Any) -> None:
        try:
            made = self.print_gently() if gently else booklet.print_if_stale()
        except booklet.PrintingError:
            self.stdout.write("Another printing of the offer is under way.")
        else:
            self.stdout.write("The offer was printed." if made else "Nothing has changed: the offer is as it was.")

    def print_gently(self) -> bool:
        """Prints while others work. The system ends this process when one printing takes too much work.

        What counts is the processor's time: on a busy machine a process that stands back waits long, and is not lost.
        """
        os.nice(10)
        limit = partial(signal.setitimer, signal.ITIMER_PROF)
        try:
            return booklet.print_alone(partial(limit, booklet.LONGEST_PRINTING))
        finally:
            limit(0)
