import os
import signal
from functools import partial

from django.core.management.base import BaseCommand

from pages.paper import booklet


class Command(BaseCommand):
    help = "Makes the PDF of the whole offer again if anything that readers can see has changed."

    def add_arguments(self, parser):
        gently = "let the computer's other work go first, and leave it to another printing if one is under way"
        parser.add_argument("--gently", action="store_true", help=gently)

    def handle(self, *, gently, **options):
        try:
            made = self.print_gently() if gently else booklet.print_if_stale()
        except booklet.PrintingError:
            self.stdout.write("Another printing of the offer is under way.")
        else:
            self.stdout.write("The offer was printed." if made else "Nothing has changed: the offer is as it was.")

    def print_gently(self):
        """Prints while others work. The system ends this process when one printing takes too long."""
        os.nice(10)
        limit = partial(signal.alarm, booklet.LONGEST_PRINTING)
        limit()
        try:
            return booklet.print_alone(limit)
        finally:
            signal.alarm(0)
