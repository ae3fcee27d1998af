from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import page_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.plain_words import Standing
from pages.plain_words.cms.report import MAY_EDIT, editable, kinds

from .part import DeskPart, Line


class HardToRead(DeskPart):
    """Live pages above the house target, or with many hints about plain words: the worst first."""

    slug = "hard-to-read"
    title = gettext_lazy("Hard to read")
    icon = "glasses"

    def may_see(self, user: User) -> bool:
        return page_permission_policy.user_has_any_permission(user, MAY_EDIT)

    def lines(self, request: OfficersRequest) -> list[Line]:
        return [self._line(standing) for standing in editable(request.user) if standing.needs_work]

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("plain-words")

    def _line(self, standing: Standing) -> Line:
        hints = ", ".join(f"{kind}: {number}" for number, kind in kinds(standing))
        detail = _("Reading grade %(grade).1f. %(found)s") % {"grade": standing.grade, "found": hints}
        return Line(standing.title, reverse("wagtailadmin_pages:edit", args=[standing.pk]), detail)
