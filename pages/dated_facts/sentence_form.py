"""The form behind the button “Right until” in running text: until which day a sentence is right, and who says so."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pages.dated_facts.sentences import LONGEST_ADDRESS, LONGEST_SOURCE, RightUntil, right_until

PAST = _("%(day)s is past: readers are told at once that this may have changed. If that is what you mean, save again.")


class SentenceForm(forms.Form):
    """A day that is past is taken when it is sent a second time, so that nobody types one by mistake."""

    until = forms.CharField(
        label=_("The last day it is right"),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
        help_text=_("After it, readers are told that this may have changed."),
    )
    source = forms.CharField(
        label=_("Who says so"),
        max_length=LONGEST_SOURCE,
        required=False,
        help_text=_("GOV.UK, a letter of 3 March 2026."),
    )
    url = forms.CharField(
        label=_("Link to the source"),
        max_length=LONGEST_ADDRESS,
        required=False,
        widget=forms.TextInput(attrs={"type": "url"}),
        help_text=_("Where it can be looked up again. Leave it empty for a letter."),
    )
    past = forms.CharField(required=False, widget=forms.HiddenInput)

    right: RightUntil

    def __init__(self, *args: Any, today: datetime.date | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today or timezone.localdate()

    def clean(self) -> None:
        """Says by field what is wrong, and asks once about a day that is past."""
        super().clean()
        if self.errors:
            return
        typed = [self.cleaned_data[name] for name in ("until", "source", "url")]
        self.right = right_until(*typed)
        day = self.right.until
        if day < self.today and self.cleaned_data["past"] != day.isoformat():
            self.data = dict(self.data.items()) | {"past": day.isoformat()}
            raise ValidationError({"until": PAST % {"day": date_format(day, "j F Y")}})
