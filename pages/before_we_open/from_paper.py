"""Papers that readers can't get, or get only as they were."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.owners import owner_of, users_by_key
from pages.paper.leaflet import live_leaflet
from pages.paper.model import LEAFLETS, Paper, PaperFormat

from .loose_end import THE_LEAD, Kind, LooseEnd, key_of

GROUP = gettext_lazy("On paper")


def paper_ends() -> Iterator[LooseEnd]:
    """One that readers can't get is dead, and blocks; one whose last good form they still get does not."""
    leaflet = live_leaflet()
    owners = {paper_format: owner_of(leaflet, users_by_key([leaflet])) for paper_format in LEAFLETS} if leaflet else {}
    owners[PaperFormat.OFFER] = THE_LEAD
    papers = {paper.format: paper for paper in Paper.objects.defer("pdf")}
    for paper_format, owner in owners.items():
        paper = papers.get(paper_format)
        is_dead = paper is None or paper.made_at is None
        problem = paper.problem if paper else _("It was not made yet.")
        if is_dead or problem:
            yield LooseEnd(
                key_of("paper", paper_format),
                Kind.PAPER,
                str(GROUP),
                str(paper_format.label),
                _("Why can’t readers get it?") if is_dead else _("Why can’t it be made as the site is now?"),
                reverse("papers"),
                context=problem,
                owner=owner,
                blocks=is_dead,
            )
