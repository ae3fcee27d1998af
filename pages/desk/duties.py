from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.duties.duty_map import gaps

from .part import DeskPart, Line


class DutiesNotMet(DeskPart):
    """What the law or the guidance asks, and no page gives."""

    slug = "duties-not-met"
    title = gettext_lazy("Duties not met")
    icon = "warning"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.view_pageduty")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("duty-map")

    def lines(self, request: OfficersRequest) -> list[Line]:
        url = reverse("duty-map")
        return [
            Line(str(duty.label), f"{url}#{duty.value}", f"{duty.source.text}: {duty.source.reference}", serious=True)
            for duty in sorted(gaps(), key=lambda duty: not duty.is_law)
        ]
