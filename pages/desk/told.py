from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.core.officers_request import OfficersRequest
from pages.heard import told
from pages.heard.closing import ToldBy

from .part import DeskPart, Line


class ReadersCouldNotFind(DeskPart):
    """What readers looked for and did not find, said “no” to or wrote to us about, the most pressing first."""

    slug = "told"
    title = gettext_lazy("Readers could not find")
    icon = "search"
    nothing = gettext_lazy("Nothing that readers told us is waiting.")

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.view_closing")

    def lines(self, request: OfficersRequest) -> list[Line]:
        may_close = request.user.has_perm("pages.add_closing")
        return [self._line(group, may_close) for group in told.open_groups(timezone.localdate())]

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("told")

    def _line(self, group: told.Told, may_close: bool) -> Line:
        url = reverse("told-close", args=[group.told_by, group.pk]) if may_close else ""
        if group.told_by == ToldBy.SEARCH:
            words = group.label
            times = ngettext("Looked for once", "Looked for %(count)s times", group.count)
        elif group.told_by == ToldBy.NO:
            words = _("“%(page)s” did not help") % {"page": group.label}
            times = ngettext("One “no”", "%(count)s times “no”", group.count)
        else:
            words, times = group.label, _("A comment on the offer")
        day = date_format(group.last_day, "j F Y")
        detail = _("%(times)s, last on %(day)s.") % {"times": times % {"count": group.count}, "day": day}
        return Line(words, url, detail)
