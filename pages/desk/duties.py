from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.duties.duty_map import Row, unmet
from pages.duties.next_step import next_steps
from pages.duties.standing import Claim

from .part import DeskPart, Line


class DutiesNotMet(DeskPart):
    """What the law, the guidance or another checklist asks and is not wholly met, with what would bring it forward."""

    slug = "duties-not-met"
    title = gettext_lazy("Duties not met")
    icon = "warning"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.view_pageduty")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("duty-map")

    def lines(self, request: OfficersRequest) -> list[Line]:
        return [_line(row) for row in unmet(timezone.localdate())]


def _line(row: Row) -> Line:
    steps = next_steps(row)
    where = steps[0].url if steps else reverse("duty-map")
    words = "; ".join(step.words for step in steps[:2])
    return Line(str(row.item.label), where, words, serious=row.state == Claim.NOT)
