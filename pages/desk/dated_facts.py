import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.core.used_in import uses_of
from pages.dated_facts.model import DatedFact, FactRow

from .part import DeskPart, Line


class FactsOutOfDate(DeskPart):
    """Dated facts past their last right day, then those that end soon, then those without a day."""

    slug = "facts"
    title = gettext_lazy("Facts out of date")
    icon = "money"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.change_datedfact")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse(DatedFact.snippet_viewset.get_url_name("list"))

    def lines(self, request: OfficersRequest) -> list[Line]:
        today = timezone.localdate()
        facts = DatedFact.objects.prefetch_related("rows").order_by("label")
        held = [(fact, row) for fact in facts if (row := fact.row_on(today)) and _is_looked_at(row, today)]
        held.sort(key=lambda pair: (pair[1].valid_until is None, pair[1].valid_until or today, pair[0].label))
        used_in = {fact.pk: self._used(fact, request.user) for fact, _row in held[: self.most]}
        return [self._line(fact, row, used_in.get(fact.pk, ""), today) for fact, row in held]

    def _used(self, fact: DatedFact, user: User) -> str:
        return ", ".join(use.words for use in uses_of(fact, user)) or _("nothing yet")

    def _line(self, fact: DatedFact, row: FactRow, used: str, today: datetime.date) -> Line:
        late = row.is_out_of_date(today)
        if row.valid_until is None:
            state = _("No date: nobody knows how long it is right.")
        else:
            words = _("Out of date since %(day)s: pages tell readers to check.") if late else _("Right until %(day)s.")
            state = words % {"day": date_format(row.valid_until, "j F Y")}
        url = reverse(DatedFact.snippet_viewset.get_url_name("edit"), args=[fact.pk])
        words = f"{fact.label}: {row.words}"
        return Line(words, url, f"{state} {_('Used in: %(pages)s') % {'pages': used}}", serious=late)


def _is_looked_at(row: FactRow, today: datetime.date) -> bool:
    return row.valid_until is None or row.is_out_of_date(today) or row.ends_soon(today)
