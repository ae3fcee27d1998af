import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.council.model import CouncilSettings
from pages.council.opening_model import Closure
from pages.council.school_term import SchoolTerm
from pages.set_up.every_council import every_council

from .step import RowForm, StepForm, field_of

ADDRESS = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w./-]*)?", re.IGNORECASE)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DaysForm(RowForm):
    """Some days in a row."""

    first_day = forms.DateField(label=_("First day"), required=False, widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), required=False, widget=DayInput())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day can’t be before the first."))
        return cleaned


class TermForm(DaysForm):
    name = field_of(SchoolTerm, "name", label=_("Half term"), help_text="")

    needed = {
        "name": _("Name the half term: Autumn term 2026, first half."),
        "first_day": _("Say on which day the half term begins."),
        "last_day": _("Say on which day the half term ends."),
    }
    field_order = ["name", "first_day", "last_day"]


class ClosureForm(DaysForm):
    reason = field_of(Closure, "reason", label=_("Why"), help_text="")

    needed = {
        "first_day": _("Say on which day you close."),
        "last_day": _("Say on which day you are closed for the last time."),
    }

    def is_blank(self) -> bool:
        return super().is_blank() and not self.data.get(self.add_prefix("reason"), "").strip()


class DaysAndPaperForm(StepForm):
    """What can wait: the address on paper, the days of schools, the days on which nobody answers."""

    own = ("web_address", "other_formats")
    lists = {
        "terms": forms.formset_factory(TermForm, extra=3, max_num=24),
        "closures": forms.formset_factory(ClosureForm, extra=3, max_num=30),
    }
    kept_as: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
        "terms": (SchoolTerm, ("name", "first_day", "last_day")),
        "closures": (Closure, ("first_day", "last_day", "reason")),
    }

    web_address = field_of(
        CouncilSettings,
        "web_address",
        label=_("Short web address for paper"),
        help_text=_("Without https://, as one types it: barnfield.gov.uk/kinship. Your web team sets it up."),
    )
    other_formats = field_of(
        CouncilSettings,
        "other_formats",
        label=_("How to ask for large print, Easy Read or another language"),
        help_text="",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def kept(self) -> dict[str, Any]:
        kept = super().kept()
        return kept | {"other_formats": kept["other_formats"] or every_council().other_formats}

    def kept_rows(self, name: str) -> list[dict[str, Any]]:
        model, fields = self.kept_as[name]
        return list(model._default_manager.filter(settings_id=self.council.pk).order_by("first_day").values(*fields))

    def clean_web_address(self) -> str:
        address = self.cleaned_data["web_address"]
        if address and not ADDRESS.fullmatch(address):
            raise ValidationError(_("Type it as it stands on paper, without https://: barnfield.gov.uk/kinship."))
        return address

    def save_the_rest(self) -> None:
        for name, (model, _fields) in self.kept_as.items():
            model._default_manager.filter(settings_id=self.council.pk).delete()
            for order, row in enumerate(self.typed_rows(name)):
                model._default_manager.create(settings_id=self.council.pk, sort_order=order, **row)
