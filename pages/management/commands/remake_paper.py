from typing import Any

from django.core.management.base import CommandError

from pages.core.lease import TakenError, holding
from pages.management.needs import CommandOnOffer
from pages.paper import booklet, leaflet
from pages.paper.model import PAPER_IS_MADE, Paper


class Command(CommandOnOffer):
    help = "Makes the leaflets and the whole offer again where the day has changed what they say. Run it every day."

    def handle(self, **options: Any) -> None:
        try:
            with holding(PAPER_IS_MADE):
                leaflet.remake()
            if booklet.print_if_stale():
                self.stdout.write("The whole offer was printed.")
        except TakenError:
            raise CommandError("Other paper is being made: try again in a minute.") from None
        if failed := [f"{paper}: {paper.problem}" for paper in Paper.objects.failed()]:
            raise CommandError("\n".join(["Readers still get the last good one of:", *failed]))
