import datetime

from django.contrib.auth.models import User
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.content.policy import Policy
from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line

SOON = datetime.timedelta(days=30)


class PoliciesToReview(DeskPart):
    """Policies whose review is overdue or due soon, and those that readers can't open."""

    slug = "policies"
    title = gettext_lazy("Policies to review")
    icon = "doc-full"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.change_policy")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse(Policy.snippet_viewset.get_url_name("list"))

    def lines(self, request: OfficersRequest) -> list[Line]:
        today = timezone.localdate()
        without = Q(url="", document=None)
        policies = Policy.objects.filter(Q(next_review__lte=today + SOON) | without).order_by("next_review", "title")
        lines = [self._line(policy, today) for policy in policies]
        return sorted(lines, key=lambda line: not line.serious)

    def _line(self, policy: Policy, today: datetime.date) -> Line:
        overdue, unreadable = policy.is_overdue(today), not policy.url and not policy.document_id
        sentences = []
        if unreadable:
            sentences.append(_("It has no link and no document, so readers cannot open it."))
        if policy.next_review:
            words = _("Its review was due on %(day)s.") if overdue else _("Its review is due on %(day)s.")
            sentences.append(words % {"day": date_format(policy.next_review, "j F Y")})
        sentences.append(_("Owner: %(owner)s") % {"owner": policy.owner})
        url = reverse(Policy.snippet_viewset.get_url_name("edit"), args=[policy.pk])
        return Line(policy.title, url, " ".join(sentences), serious=overdue or unreadable)
