import datetime

from django.contrib.auth.models import User
from django.db.models import Max
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, PageLogEntry

from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line


class RecentEdits(DeskPart):
    """The pages that the officer changed last, to go on with."""

    slug = "recent"
    title = gettext_lazy("Go on with")
    icon = "edit"
    to_do = False

    def may_see(self, user: User) -> bool:
        return True

    def lines(self, request: OfficersRequest) -> list[Line]:
        edits = PageLogEntry.objects.filter(user=request.user, action="wagtail.edit").values("page_id")
        last = {row["page_id"]: row["last"] for row in edits.annotate(last=Max("timestamp")).order_by("-last")[:6]}
        pages = Page.objects.in_bulk(last)
        return [self._line(pages[pk], when) for pk, when in last.items() if pk in pages]

    def _line(self, page: Page, when: datetime.datetime) -> Line:
        state = _("Not published yet.") if page.has_unpublished_changes or not page.live else _("Published.")
        detail = _("%(state)s You changed it %(time)s ago.") % {"state": state, "time": timesince(when)}
        return Line(page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk]), detail)
