from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pages.content.contact import Answers, Contact
from pages.content.example_numbers import is_example
from pages.core.vocabulary import Provider
from pages.council.model import UrgentHelp
from pages.set_up.every_council import every_council

from .step import StepForm, field_of

OWN = "out-of-hours"  # the slug of the council's own line
IN_DANGER = "emergency"  # the slug of whom to ring when somebody is in danger
MOST = 5  # lines that the leaflet's flap has room for


class AtNightForm(StepForm):
    """Whom to ring when the Navigators are away: national lines, and the council's own."""

    lines = forms.MultipleChoiceField(
        label=_("Lines for all of England"),
        help_text=_("On every page and on the leaflet, in this order. There is room for five, your own among them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own_words = field_of(
        UrgentHelp, "words", label=_("A short question"), help_text=_("Worried about a child at night?")
    )
    own_name = field_of(Contact, "name", label=_("Who answers"), help_text=_("Emergency duty team"))
    own_phone = field_of(
        Contact,
        "phone",
        label=_("Their number"),
        help_text=_("With digits and spaces only."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    own_hours = field_of(Contact, "hours", label=_("When they answer"), help_text=_("Every night, 5pm to 9am"))

    needed = {
        "own_words": _("Type the question that leads to your own line."),
        "own_name": _("Say who answers at your own line."),
        "own_phone": _("Type the number of your own line."),
    }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = [  # type: ignore[attr-defined]
            (slug, f"{line.words} {line.contact.name}: {line.contact.phone or line.contact.text_number}")
            for slug, line in self.national.items()
        ]

    @cached_property
    def national(self) -> dict[str, UrgentHelp]:
        """The lines of every council whose contact the national layer has, with their questions."""
        lines = every_council().urgent_help
        contacts = {
            contact.slug: contact for contact in Contact.objects.filter(slug__in=[row.contact for row in lines])
        }
        return {
            row.contact: UrgentHelp(words=row.words, young_words=row.young_words, contact=contacts[row.contact])
            for row in lines
            if row.contact in contacts
        }

    def kept(self) -> dict[str, Any]:
        rows = UrgentHelp.objects.filter(settings_id=self.council.pk).select_related("contact")
        own = next((row for row in rows if row.contact.slug == OWN), None)
        chosen = [row.contact.slug for row in rows if row.contact.slug in self.national]
        kept: dict[str, Any] = {"lines": chosen if rows else list(self.national)}
        if own:
            names = ("name", "phone", "hours")
            kept |= {"own_words": own.words} | {f"own_{name}": getattr(own.contact, name) for name in names}
        return kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        has_own = any(cleaned.get(name) for name in (*self.needed, "own_hours"))
        for name, words in self.needed.items() if has_own else ():
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, words)
        if IN_DANGER in self.national and IN_DANGER not in cleaned.get("lines", []):
            self.add_error("lines", _("Keep the line for danger: it leads to 999 on every page and on paper."))
        if len(cleaned.get("lines", [])) + has_own > MOST:
            self.add_error("lines", _("There is room for five lines, your own among them. Leave one out."))
        return cleaned

    def fill_council(self) -> None:
        self.council.young_people_contact = Contact.objects.filter(slug=every_council().young_people_contact).first()

    def save_the_rest(self) -> None:
        rows = [self.national[slug] for slug in self.cleaned_data["lines"]]
        rows_before = UrgentHelp.objects.filter(settings_id=self.council.pk)
        young_words = dict(rows_before.values_list("contact", "young_words"))
        if self.cleaned_data["own_phone"]:
            rows.insert(1, UrgentHelp(words=self.cleaned_data["own_words"], contact=self._own()))
        rows_before.delete()
        for order, row in enumerate(rows):
            row.settings_id, row.sort_order = self.council.pk, order
            row.young_words = young_words.get(row.contact.pk, row.young_words)
            row.save()

    def _own(self) -> Contact:
        typed = self.cleaned_data
        values = {
            "name": typed["own_name"],
            "phone": typed["own_phone"],
            "hours": typed["own_hours"],
            "answers": Answers.WHEN_WE_ARE_CLOSED,
            "purpose": str(_("For when a child may not be safe and the council’s offices are closed.")),
            "provider": Provider.COUNCIL,
            "example": is_example(typed["own_phone"]),
            "last_checked": timezone.localdate(),
        }
        return Contact.objects.update_or_create(slug=OWN, defaults=values)[0]
