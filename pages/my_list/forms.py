from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from pages.core.typed_form import TypedForm
from pages.core.vocabulary import Arrangement
from pages.paper.booklet import Navigator, PackLength, PrintSize

NUMBER = RegexValidator(r"^\+?(\d *){10,15}$", _("Type the whole number, with digits and spaces only: 01632 960 123."))


class PackForm(TypedForm):
    """What a Navigator can have printed on a pack: who they are, and what is for this family, which is kept nowhere."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    number = forms.CharField(
        label=_("Your number"),
        max_length=20,
        required=False,
        validators=[NUMBER],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    note = forms.CharField(
        label=_("A note to the family"),
        max_length=600,
        required=False,
        error_messages={"max_length": _("Make it shorter: 600 characters at most.")},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    arrangement = forms.ChoiceField(
        label=_("How is the child with them?"),
        choices=[("", _("Do not say")), *Arrangement.choices],
        required=False,
    )
    length = forms.ChoiceField(
        label=_("How much of each page?"),
        choices=PackLength,
        initial=PackLength.WHOLE,
        required=False,
        widget=forms.RadioSelect,
    )
    size = forms.ChoiceField(
        label=_("How big should the letters be?"),
        choices=PrintSize,
        initial=PrintSize.ORDINARY,
        required=False,
        widget=forms.RadioSelect,
    )

    @property
    def navigator(self) -> Navigator:
        """What was typed, as far as it was right."""
        return Navigator(*(self.cleaned_data.get(name, "") for name in Navigator._fields))

    def say_unprintable(self, words: list[str], message: str) -> None:
        """Names the words that can't be printed at the fields that they were typed in."""
        fields = [name for name in ("name", "note") if any(word in self.cleaned_data.get(name, "") for word in words)]
        for name in fields:
            self.add_error(name, message)
        if not fields:
            self.add_error(None, message)

    def clean_length(self) -> PackLength:
        return PackLength(self.cleaned_data["length"] or PackLength.WHOLE)

    def clean_size(self) -> PrintSize:
        return PrintSize(self.cleaned_data["size"] or PrintSize.ORDINARY)
