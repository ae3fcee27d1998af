"""One line of the table of new values: what is typed of a fact, tried out as it would stand when it is confirmed."""

import datetime
import re
from collections.abc import Mapping
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.core.typed_addresses import refuse_inside
from pages.core.typed_days import FIRST, LAST, REFUSED
from pages.core.vocabulary import Bound

from .april import DAY, VALUE, OfYear, placed
from .model import FactRow
from .pounds import POUNDS, pounds
from .proposal import Proposal
from .tax_year import TaxYear
from .value import BOUND_WORDS

TAKE_BACK = _("Type the value, or press “Take it back” above if nothing is to wait any more.")
MEANWHILE = _("Somebody has typed this line meanwhile: it says so beside “Waits”. Send yours again to replace it.")
ONE_OR_TWO = re.compile(rf"{POUNDS}(?:\s*(?:to|-|–)\s*{POUNDS})?")


class NewValueForm(forms.Form):
    """One line of the table: the new value of a fact. Left as it was shown, nothing is said of the fact.

    What was shown comes back with what is typed, so that a line somebody else has typed meanwhile is not overwritten.
    """

    value = forms.CharField(required=False, max_length=80, label=_("New value"))
    valid_from = forms.DateField(required=False, label=_("Right from"), widget=AdminDateInput)
    valid_until = forms.DateField(required=False, label=_("Right until"), widget=AdminDateInput)
    source = forms.CharField(required=False, max_length=120, label=_("Who says so"))
    source_url = forms.URLField(
        required=False, label=_("Link to it"), assume_scheme="https", validators=[refuse_inside]
    )

    def __init__(self, data: Mapping[str, Any] | None, line: OfYear, year: TaxYear):
        self.line, self.year = line, year
        known = line.proposal or line.row
        before = line.proposal or line.row or line.before
        first, last = _next_year(line.before, year)
        initial = {
            "value": _typed(line.proposal) if line.proposal else "",
            "valid_from": known.valid_from if known else first,
            "valid_until": known.valid_until if known else last,
            "source": before.source if before else "",
            "source_url": before.source_url if before else "",
        }
        super().__init__(data, prefix=f"fact-{line.fact.pk}", initial=initial, label_suffix="")
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.has_changed():
            return cleaned
        if self._was_typed_meanwhile():
            self._show_what_is_there_now()
            self.add_error("value", MEANWHILE)
        elif "value" not in self.errors and not cleaned.get("value"):
            self.add_error("value", TAKE_BACK if self.line.proposal else _("Type the new value too."))
        elif not self.errors:
            self._check(cleaned)
        return cleaned

    def clean_value(self) -> str:
        """An amount where the fact is one. What can't be read stays as it was typed, with a message."""
        typed = self.cleaned_data["value"].strip()
        model = self._model()
        if {"{", "}"} & set(typed):
            raise ValidationError(_("Write it out: no words in braces here."))
        if not typed or model is None or model.amount is None:
            return typed
        if not (match := ONE_OR_TWO.fullmatch(typed)):
            raise ValidationError(_("Type pounds and pence: 27.10, or 10 to 20."))
        if match[3] and model.bound != Bound.EXACTLY:
            how_sure = BOUND_WORDS[model.bound] % {"amount": "£20"}
            raise ValidationError(_("One amount only: it is said as “%(words)s”."), params={"words": how_sure})
        if match[3] and pounds(match, 3) <= pounds(match):
            raise ValidationError(_("The second amount must be more than the first."))
        return typed

    def wanted(self) -> Proposal | None:
        """The proposal as it was typed, unsaved; nothing when the line says nothing new."""
        return self._proposal(self.cleaned_data) if self.has_changed() else None

    def _check(self, cleaned: dict[str, Any]) -> None:
        """Says now what would stop a second officer from confirming it."""
        first, last = cleaned.get("valid_from"), cleaned.get("valid_until")
        if not self.year.has(first):
            words = _("Choose a day from 1 April %(first)d to 31 March %(last)d.")
            self.add_error("valid_from", words % {"first": self.year.start, "last": self.year.start + 1})
        if last and not FIRST <= last <= LAST:
            self.add_error("valid_until", REFUSED)
        elif first and last and last < first:
            self.add_error("valid_until", _("The last day must not be before the first."))
        if not cleaned["source"]:
            self.add_error("source", _("Say who says so: GOV.UK, a letter of 3 March 2026."))
        if self.errors:
            return
        proposal = self._proposal(cleaned)
        try:
            proposal.full_clean(exclude=["fact", "typed_by"], validate_constraints=False)
            placed(proposal)
        except ValidationError as error:
            self.add_error("value" if hasattr(error, "error_dict") else "valid_until", error.messages)

    def _proposal(self, cleaned: dict[str, Any]) -> Proposal:
        proposal, model = copy(self.line.proposal) or Proposal(fact=self.line.fact), self._model()
        for name in VALUE if model else ():
            setattr(proposal, name, getattr(model, name))
        proposal.amount = proposal.amount_to = None
        proposal.in_words = ""
        if model and model.amount is not None and (match := ONE_OR_TWO.fullmatch(cleaned["value"])):
            proposal.amount = pounds(match)
            proposal.amount_to = pounds(match, 3) if match[3] else None
        else:
            proposal.in_words = cleaned["value"]
        for name in ("valid_from", "valid_until", "source", "source_url"):
            setattr(proposal, name, cleaned[name])
        if proposal.period:
            proposal.period = str(self.year)
        proposal.sent_back = ""
        return proposal

    def _was_typed_meanwhile(self) -> bool:
        """True where what was shown, and came back, is not what waits now."""
        return any(
            field.has_changed(self[name].initial, self.data.get(self[name].html_initial_name))
            for name, field in self.fields.items()
        )

    def _show_what_is_there_now(self) -> None:
        now = {self[name].html_initial_name: self[name].initial for name in self.fields}
        self.data = dict(self.data.items()) | now

    def _model(self) -> Proposal | FactRow | None:
        """What says of which kind the new value is."""
        return self.line.proposal or self.line.row or self.line.before


def _next_year(before: FactRow | None, year: TaxYear) -> tuple[datetime.date, datetime.date]:
    """The days to begin with: from the day after the last value, as a fund's year may begin on 1 April."""
    first = before.valid_until + DAY if before and before.valid_until else year.first
    if not year.begins <= first <= year.first:
        return year.first, year.last
    return first, first.replace(year=first.year + 1) - DAY


def _typed(row: FactRow | Proposal) -> str:
    """A value as somebody would type it again."""
    if row.amount is None:
        return row.in_words
    amounts = (row.amount, row.amount_to)
    return " to ".join(str(amount).removesuffix(".00") for amount in amounts if amount is not None)
