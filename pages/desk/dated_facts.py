import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.core.used_in import uses_of
from pages.dated_facts.model import DatedFact

from .part import DeskPart, Line


class FactsOutOfDate(DeskPart):
    """Dated facts past their last right day, then those that end soon, then those without a day."""

    slug = "amounts"
    title = gettext_lazy("Facts out of date")
    icon = "money"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.change_datedfact")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse(DatedFact.snippet_viewset.get_url_name("list"))

    def lines(self, request: OfficersRequest) -> list[Line]:
        today = timezone.localdate()
        facts = list(DatedFact.objects.order_by("valid_until", "label"))
        late = [fact for fact in facts if fact.is_out_of_date(today)]
        soon = [fact for fact in facts if fact.ends_soon(today)]
        undated = [fact for fact in facts if fact.valid_until is None]
        shown = [*late, *soon, *undated]
        used_in = {fact.pk: self._used(fact, request.user) for fact in shown[: self.most]}
        return [self._line(fact, used_in.get(fact.pk, ""), today) for fact in shown]

    def _used(self, fact: DatedFact, user: User) -> str:
        return ", ".join(use.words for use in uses_of(fact, user)) or _("nothing yet")

    def _line(self, fact: DatedFact, used: str, today: datetime.date) -> Line:
        late = fact.is_out_of_date(today)
        if fact.valid_until is None:
            state = _("No date: nobody knows how long it is right.")
        else:
            words = _("Out of date since %(day)s: pages tell readers to check.") if late else _("Right until %(day)s.")
            state = words % {"day": date_format(fact.valid_until, "j F Y")}
        url = reverse(DatedFact.snippet_viewset.get_url_name("edit"), args=[fact.pk])
        return Line(str(fact), url, f"{state} {_('Used in: %(pages)s') % {'pages': used}}", serious=late)
