from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from pages.paper.booklet import PrintSize

NUMBER = RegexValidator(r"^\+?[0-9][0-9 ]*$", _("Type the number with digits and spaces only: 01632 960 123."))


class PackForm(forms.Form):
    """What a Navigator can have printed on a pack: their own name and number, which are kept nowhere."""

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
    size = forms.ChoiceField(
        label=_("How big should the letters be?"),
        choices=PrintSize,
        initial=PrintSize.ORDINARY,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean_size(self) -> PrintSize:
        return PrintSize(self.cleaned_data["size"] or PrintSize.ORDINARY)
