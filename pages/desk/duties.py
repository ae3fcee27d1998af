from django.urls import reverse
from django.utils.translation import gettext_lazy

from pages.duties.duty_map import gaps

from .part import DeskPart, Line


class DutiesNotMet(DeskPart):
    """What the law or the guidance asks, and no page gives."""

    slug = "duties-not-met"
    title = gettext_lazy("Duties not met")
    icon = "warning"
    order = 8

    def may_see(self, user):
        return user.has_perm("pages.view_pageduty")

    def see_all(self, request):
        return reverse("duty-map")

    def lines(self, request):
        url = reverse("duty-map")
        return [
            Line(str(duty.label), f"{url}#{duty.value}", f"{duty.source.text}: {duty.source.reference}", serious=True)
            for duty in sorted(gaps(), key=lambda duty: not duty.is_law)
        ]
