from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.content.contact import Contact
from pages.content.example_numbers import is_example
from pages.core.vocabulary import Weekday
from pages.council.model import CouncilSettings
from pages.council.opening_model import OpeningHours
from pages.set_up.council import ensure_navigators
from pages.set_up.every_council import every_council
from pages.set_up.hours import in_words, spells_of

from .step import StepForm, field_of


class HoursField(forms.CharField):
    """The spells of one day, as text."""

    def clean(self, value: str) -> list:
        return spells_of(super().clean(value))


class WhoAnswersForm(StepForm):
    """Whom carers ring, and when somebody answers."""

    own = ("navigator_meaning", "closed_on_bank_holidays", "ring_back_days")
    council_words = ("navigator_name", "navigator_article", "navigators_name")
    of_contact = ("name", "phone", "email", "cost")

    name = field_of(
        Contact,
        "name",
        _("Type what the people who answer are called."),
        label=_("What the people who answer are called"),
        help_text=_("As families know them: Family Help Navigators, Kinship team."),
    )
    navigator_meaning = field_of(
        CouncilSettings,
        "navigator_meaning",
        _("Say in a sentence what they do."),
        label=_("What they do, in a sentence or two"),
        help_text=_("What stands in braces becomes what you call one of them."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    phone = field_of(
        Contact,
        "phone",
        _("Type the number that families ring."),
        label=_("Their number"),
        help_text=_("With digits and spaces only. It is the largest thing on every page."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    cost = field_of(Contact, "cost", label=_("What it costs to ring, if you know"), help_text="")
    email = field_of(Contact, "email", label=_("Their e-mail, if families may write"), help_text="")
    ring_back_days = field_of(
        CouncilSettings,
        "ring_back_days",
        _("Say within how many days you ring back."),
        label=_("Who asks to be rung is rung within so many days"),
    )
    closed_on_bank_holidays = field_of(
        CouncilSettings, "closed_on_bank_holidays", label=_("Nobody answers on bank holidays")
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for day in Weekday:
            self.fields[day.value] = HoursField(label=day.label, required=False, max_length=80)
            self.initial[day.value] = in_words(self._spells(day))

    def kept(self) -> dict[str, Any]:
        navigators = self._navigators()
        kept = super().kept() | {name: getattr(navigators, name) for name in self.of_contact}
        return kept | {"navigator_meaning": self.council.navigator_meaning or every_council().navigators.meaning}

    def days(self) -> list[forms.BoundField]:
        return [self[day.value] for day in Weekday]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        typed_right = not any(day.value in self.errors for day in Weekday)
        if typed_right and not any(cleaned.get(day.value) for day in Weekday):
            self.add_error(Weekday.MONDAY.value, _("Say when somebody answers, on one day at least."))
        return cleaned

    def fill_council(self) -> None:
        navigators = self._navigators()
        for name in self.of_contact:
            setattr(navigators, name, self.cleaned_data[name])
        navigators.example, navigators.last_checked = is_example(navigators.phone), timezone.localdate()
        navigators.save()
        self.council.navigators = navigators

    def save_the_rest(self) -> None:
        OpeningHours.objects.filter(settings_id=self.council.pk).delete()
        spells = [(day, *spell) for day in Weekday for spell in self.cleaned_data[day.value]]
        for order, (day, opens, closes) in enumerate(spells):
            OpeningHours.objects.create(
                settings_id=self.council.pk, day=day, opens=opens, closes=closes, sort_order=order
            )

    def _navigators(self) -> Contact:
        return self.council.navigators or ensure_navigators()

    def _spells(self, day: Weekday) -> list:
        rows = OpeningHours.objects.filter(settings_id=self.council.pk, day=day).order_by("opens")
        return list(rows.values_list("opens", "closes"))
