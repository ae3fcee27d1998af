import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.core.typed_days import FIRST, LAST, REFUSED

from .april import DAY, VALUE, OfYear
from .model import FactRow
from .proposal import Proposal
from .tax_year import TaxYear

POUNDS = r"£?\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?"
AMOUNT = re.compile(rf"{POUNDS}(?:\s*(?:to|-|–)\s*{POUNDS})?")


class NewValueForm(forms.Form):
    """One line of the table: the new value of a fact. Left empty, nothing is said of the fact."""

    value = forms.CharField(required=False, max_length=80, label=_("New value"))
    valid_from = forms.DateField(required=False, label=_("Right from"), widget=AdminDateInput)
    valid_until = forms.DateField(required=False, label=_("Right until"), widget=AdminDateInput)
    source_url = forms.URLField(required=False, label=_("Link to the source"), assume_scheme="https")

    def __init__(self, data: Mapping[str, Any] | None, line: OfYear, year: TaxYear):
        self.line, self.year = line, year
        known = line.proposal or line.row
        before = line.proposal or line.row or line.before
        first, last = _next_year(line.before, year)
        initial = {
            "value": _typed(line.proposal) if line.proposal else "",
            "valid_from": known.valid_from if known else first,
            "valid_until": known.valid_until if known else last,
            "source_url": before.source_url if before else "",
        }
        super().__init__(data, prefix=f"fact-{line.fact.pk}", initial=initial, label_suffix="")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("value"):
            return cleaned
        first, last = cleaned.get("valid_from"), cleaned.get("valid_until")
        if "valid_from" not in self.errors and not self.year.has(first):
            words = _("Choose a day from 1 April %(first)d to 31 March %(last)d.")
            self.add_error("valid_from", words % {"first": self.year.start, "last": self.year.start + 1})
        for name, day in (("valid_from", first), ("valid_until", last)):
            if day and not FIRST <= day <= LAST:
                self.add_error(name, REFUSED)
        if first and last and last < first:
            self.add_error("valid_until", _("The last day must not be before the first."))
        return cleaned

    def clean_value(self) -> str:
        """An amount where the fact is one. What can't be read stays as it was typed, with a message."""
        typed = self.cleaned_data["value"].strip()
        if typed and self._is_amount() and not AMOUNT.fullmatch(typed):
            raise ValidationError(_("Type pounds and pence: 27.10, or 10 to 20."))
        if {"{", "}"} & set(typed):
            raise ValidationError(_("Write it out: no words in braces here."))
        return typed

    def wanted(self) -> Proposal | None:
        """The proposal as it was typed, unsaved; nothing when the line says nothing new."""
        typed = self.cleaned_data["value"]
        if not typed or not self.has_changed():
            return None
        is_amount, proposal = self._is_amount(), self.line.proposal or Proposal(fact=self.line.fact)
        model = self.line.proposal or self.line.row or self.line.before
        for name in VALUE if model else ():
            setattr(proposal, name, getattr(model, name))
        proposal.amount = proposal.amount_to = None
        proposal.in_words = ""
        if is_amount and (match := AMOUNT.fullmatch(typed)):
            proposal.amount = _pounds(match[1], match[2])
            proposal.amount_to = _pounds(match[3], match[4]) if match[3] else None
        else:
            proposal.in_words = typed
        for name in ("valid_from", "valid_until", "source_url"):
            setattr(proposal, name, self.cleaned_data[name])
        if proposal.period:
            proposal.period = str(self.year)
        proposal.sent_back = ""
        return proposal

    def _is_amount(self) -> bool:
        model = self.line.proposal or self.line.row or self.line.before
        return model is not None and model.amount is not None


def _next_year(before: FactRow | None, year: TaxYear) -> tuple[datetime.date, datetime.date]:
    """The days to begin with: from the day after the last value, as a fund's year may begin on 1 April."""
    first = before.valid_until + DAY if before and before.valid_until else year.first
    if not year.begins <= first <= year.first:
        return year.first, year.last
    return first, first.replace(year=first.year + 1) - DAY


def _pounds(whole: str, pence: str | None) -> Decimal:
    return Decimal(whole.replace(",", "") + (pence or ""))


def _typed(row: FactRow | Proposal) -> str:
    """A value as somebody would type it again."""
    if row.amount is None:
        return row.in_words
    return f"{row.amount}" if row.amount_to is None else f"{row.amount} to {row.amount_to}"
