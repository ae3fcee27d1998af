import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.urgent_notice import UrgentNotice
from pages.urgent_notice.cms import MAY_CHANGE

from .part import Act, DeskPart, Line


class UrgentNotices(DeskPart):
    """What every page says on top now, or will, with the way to take it down. All officers know of it."""

    slug = "urgent-notice"
    title = gettext_lazy("Urgent notice")
    icon = "warning"
    to_do = False

    def may_see(self, user: User) -> bool:
        return True

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("urgentnotice:index") if request.user.has_perm(MAY_CHANGE) else ""

    def lines(self, request: OfficersRequest) -> list[Line]:
        now, may_change = timezone.now(), request.user.has_perm(MAY_CHANGE)
        lines = []
        for notice in UrgentNotice.objects.filter(shown_until__gt=now).order_by("shown_from"):
            since, until = (date_format(timezone.localtime(day), "l j F, H:i") for day in _days(notice))
            is_live = notice.is_live(now)
            words = _("On every page, until %(until)s.") if is_live else _("From %(since)s until %(until)s.")
            url = reverse("urgentnotice:edit", args=[notice.pk]) if may_change else ""
            down = reverse("take-down-notice", args=[notice.pk])
            act = Act(_("Take it down"), url=down) if may_change else None
            detail = words % {"since": since, "until": until}
            lines.append(Line(notice.text, url, detail, serious=is_live and may_change, act=act))
        return lines


def _days(notice: UrgentNotice) -> tuple[datetime.datetime, datetime.datetime]:
    return notice.shown_from, notice.shown_until
