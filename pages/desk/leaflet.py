from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import Paper

from .part import DeskPart, Line


class LeafletProblems(DeskPart):
    """A change elsewhere no longer fits the paper, so readers still get the last good one."""

    slug = "leaflet-problems"
    title = gettext_lazy("Paper that could not be made again")
    icon = "doc-full"

    def may_see(self, user: User) -> bool:
        leaflet = LeafletPage.objects.live().first()
        return leaflet is not None and leaflet.permissions_for_user(user).can_edit()

    def lines(self, request: OfficersRequest) -> list[Line]:
        leaflet = LeafletPage.objects.live().first()
        url = reverse("wagtailadmin_pages:edit", args=[leaflet.pk]) if leaflet else ""
        return [Line(_words(paper), url, paper.problem, serious=True) for paper in Paper.objects.failed()]


def _words(paper: Paper) -> str:
    """What readers get instead."""
    old, none = _("%(paper)s: readers still get the last good one"), _("%(paper)s: readers can't get it")
    return (old if paper.made_at else none) % {"paper": paper.get_format_display()}
