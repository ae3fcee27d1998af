from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from pages import before_we_open
from pages.before_we_open.cms import TITLE, may_see
from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line


class StillToFindOut(DeskPart):
    """What is missing, marked as an example or out of date: of all for who answers for the offer, else of one's own."""

    slug = "before-we-open"
    title = TITLE
    icon = "clipboard-list"
    nothing = gettext_lazy("Nothing is missing, and nothing blocks opening.")

    def may_see(self, user: User) -> bool:
        return may_see(user)

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("before_we_open")

    def lines(self, request: OfficersRequest) -> list[Line]:
        """What blocks opening first."""
        ends = before_we_open.of_whom(request.user, before_we_open.loose_ends(timezone.now()))
        ends.sort(key=lambda end: not end.blocks)
        return [Line(end.asks, end.url, f"{end.entry}: {end.kind.label}.", serious=end.blocks) for end in ends]
