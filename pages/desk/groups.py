import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages import groups
from pages.core.officers_request import OfficersRequest
from pages.groups.cms import may_list
from pages.groups.model import GroupPage

from .part import Act, DeskPart, Line


class NextMeetings(DeskPart):
    """When each group meets next, with the way to call the meeting off; those without dates first."""

    slug = "groups"
    title = gettext_lazy("Support groups")
    icon = "group"
    to_do = False

    def may_see(self, user: User) -> bool:
        return True

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("support_groups:index") if may_list(request.user) else ""

    def lines(self, request: OfficersRequest) -> list[Line]:
        now, known = timezone.now(), groups.all_groups()
        pages = GroupPage.objects.in_bulk([group.pk for group in known])
        lines = [self._line(group, pages[group.pk], request.user, now) for group in known if group.pk in pages]
        return sorted(lines, key=lambda line: not line.serious)

    def _line(self, group: groups.Group, page: GroupPage, user: User, now: datetime.datetime) -> Line:
        meeting = group.next_on(now)
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        url = edit if page.permissions_for_user(user).can_edit() else ""
        if meeting is None:
            return Line(group.title, url, _("No dates left. Its page asks readers to ring."), serious=True)
        when = date_format(meeting.start, "l j F, H:i")
        call_off = reverse("call-off", args=[page.pk, meeting.day.isoformat()])
        act = Act(_("Call off this meeting"), url=call_off) if groups.may_cancel(user, page) else None
        if group.runs_out_soon(now):
            return Line(group.title, url, _("%(when)s. Its dates end soon.") % {"when": when}, serious=True, act=act)
        return Line(group.title, url, when, act=act)
