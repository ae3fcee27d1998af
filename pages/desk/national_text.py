from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import page_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.layers import cms as layers

from .part import DeskPart, Line


class NewNationalText(DeskPart):
    """New texts of the national layer that wait for a person, because the page was changed here."""

    slug = "national-text"
    title = gettext_lazy("New national text")
    icon = "globe"

    def may_see(self, user: User) -> bool:
        return page_permission_policy.user_has_permission(user, "change")

    def lines(self, request: OfficersRequest) -> list[Line]:
        words = _("Version %(version)s, since %(day)s. Compare it with your page.")
        return [
            Line(
                waiting.page.get_admin_display_title(),
                reverse(layers.NAME, args=[waiting.pk]),
                words % {"version": waiting.version, "day": date_format(waiting.came_at, "j F Y")},
            )
            for waiting in layers.waiting_for(request.user)
        ]
