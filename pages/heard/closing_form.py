from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from pages.core.vocabulary import HowClosed
from pages.heard.closing import Closing

NEEDS_PAGE = (HowClosed.CHANGED_PAGE, HowClosed.ADDED_PAGE)


class ClosingForm(forms.ModelForm):
    """What an officer did about something readers told us, or why nothing is to be done."""

    class Meta:
        model = Closing
        fields = ["how", "page", "sentence"]
        widgets = {"how": forms.RadioSelect, "page": AdminPageChooser}
        help_texts = {"page": _("For a page that you changed or added.")}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["how"]).choices = HowClosed.choices

    def clean_sentence(self) -> str:
        return " ".join(self.cleaned_data["sentence"].split())

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("how") in NEEDS_PAGE and not cleaned.get("page") and "page" not in self.errors:
            self.add_error("page", _("Choose the page that you changed or added."))
        return cleaned
