import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.permissions import page_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.core.used_in import uses_of
from pages.dated_facts import april, april_cms
from pages.dated_facts.model import DatedFact, FactRow
from pages.dated_facts.tax_year import TaxYear

from .dated_sentences import sentence_lines
from .part import DeskPart, Line


class FactsOutOfDate(DeskPart):
    """Dated facts and sentences past their last right day, then those that end soon, then facts without a day."""

    slug = "facts"
    title = gettext_lazy("Facts out of date")
    icon = "money"

    def may_see(self, user: User) -> bool:
        return _keeps_facts(user) or page_permission_policy.user_has_permission(user, "change")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse(DatedFact.snippet_viewset.get_url_name("list")) if _keeps_facts(request.user) else ""

    def lines(self, request: OfficersRequest) -> list[Line]:
        today = timezone.localdate()
        of_facts = self._of_facts(request.user, today) if _keeps_facts(request.user) else []
        lines = [*of_facts, *sentence_lines(request.user, today)]
        serious = [line for line in lines if line.serious]
        return [*_to_confirm(request.user), *serious, *(line for line in lines if not line.serious)]

    def _of_facts(self, user: User, today: datetime.date) -> list[Line]:
        facts = DatedFact.objects.prefetch_related("rows").order_by("label")
        held = [(fact, row) for fact in facts if (row := fact.row_on(today)) and _is_looked_at(row, today)]
        held.sort(key=lambda pair: (pair[1].valid_until is None, pair[1].valid_until or today, pair[0].label))
        used_in = {fact.pk: self._used(fact, user) for fact, _row in held[: self.most]}
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


def _keeps_facts(user: User) -> bool:
    return user.has_perm("pages.change_datedfact")


def _is_looked_at(row: FactRow, today: datetime.date) -> bool:
    return row.valid_until is None or row.is_out_of_date(today) or row.ends_soon(today)


def _to_confirm(user: User) -> list[Line]:
    """What others have typed for April, for an officer who may confirm it."""
    if not user.has_perm(april_cms.MAY_CONFIRM):
        return []
    years: dict[TaxYear, int] = {}
    for proposal in april.waiting():
        if proposal.valid_from and april.may_confirm(proposal, user):
            year = TaxYear.of_value(proposal.valid_from)
            years[year] = years.get(year, 0) + 1
    words = _("New values for %(year)s")
    return [
        Line(words % {"year": year}, april_cms.address_of(year), _waits(number), serious=True)
        for year, number in sorted(years.items())
    ]


def _waits(number: int) -> str:
    words = ngettext("%(number)d waits for you to confirm it.", "%(number)d wait for you to confirm them.", number)
    return words % {"number": number}
