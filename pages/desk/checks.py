from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import page_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.publishing import checking
from pages.publishing.check_button import WORDS, post_attributes

from .part import Act, DeskPart, Line


class OverdueAndDueSoon(DeskPart):
    """Pages that must be checked: what is overdue before what is due soon, the officer's own before others'."""

    slug = "checks"
    title = gettext_lazy("Overdue and due soon")
    icon = "calendar-check"
    nothing = gettext_lazy("Every page is checked. None is due in the next two weeks.")

    def may_see(self, user: User) -> bool:
        return page_permission_policy.user_has_permission(user, "change")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("checks")

    def lines(self, request: OfficersRequest) -> list[Line]:
        rows = [row for row in checking.every_page(timezone.localdate()) if row.state != checking.State.FINE]
        mine = request.user.pk
        rows.sort(key=lambda row: (row.state != checking.State.OVERDUE, not row.owner or row.owner.user != mine))
        return [self._line(row, request.user) for row in rows]

    def _line(self, row: checking.Due, user: User) -> Line:
        page, overdue = row.page, row.state == checking.State.OVERDUE
        when = _("Overdue since %(day)s.") if overdue else _("Due by %(day)s.")
        mine = row.owner is not None and row.owner.user == user.pk
        whose = _("You own it.") if mine else _("Owner: %(name)s.") % {"name": row.owner.name} if row.owner else ""
        return Line(
            page.title,
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            " ".join([when % {"day": date_format(page.next_check, "j F Y")}, whose or _("Nobody owns this page.")]),
            serious=overdue,
            act=Act(WORDS, post_attributes(page)) if checking.may_check(user, page) else None,
        )
