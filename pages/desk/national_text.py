from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import page_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.layers import cms as layers
from pages.layers.shared_facts import WaitingFact, waiting_facts

from .part import DeskPart, Line


class NewNationalText(DeskPart):
    """New texts of the national layer that wait for a person, because the page was changed here."""

    slug = "national-text"
    title = gettext_lazy("New national text")
    icon = "globe"

    def may_see(self, user: User) -> bool:
        return page_permission_policy.user_has_permission(user, "change")

    def lines(self, request: OfficersRequest) -> list[Line]:
        return [*self._pages(request.user), *self._facts(request.user)]

    def _pages(self, user: User) -> list[Line]:
        words = _("Version %(version)s, since %(day)s. Compare it with your page.")
        return [
            Line(
                waiting.page.get_admin_display_title(),
                reverse(layers.NAME, args=[waiting.pk]),
                words % {"version": waiting.version, "day": date_format(waiting.came_at, "j F Y")},
            )
            for waiting in layers.waiting_for(user)
        ]

    def _facts(self, user: User) -> list[Line]:
        words = _("The national layer says now: %(words)s. Compare it with yours.")
        return [
            Line(str(fact.entry), reverse(layers.FACT, args=[fact.record.pk]), words % {"words": _national(fact)})
            for fact in waiting_facts()
            if AdminURLFinder(user).get_edit_url(fact.entry)
        ]


def _national(fact: WaitingFact) -> str:
    return "; ".join(f"{each.label}: {each.national or '–'}" for each in fact.differences())
