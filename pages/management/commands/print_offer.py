import os

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Makes the PDF of the whole offer again if anything that readers can see has changed."

    def add_arguments(self, parser):
        parser.add_argument("--gently", action="store_true", help="let the computer's other work go first")

    def handle(self, *, gently, **options):
        from pages.services import booklet

        if gently:
            os.nice(10)
        made = booklet.print_if_stale()
        self.stdout.write("The offer was printed." if made else "Nothing has changed: the offer is as it was.")
