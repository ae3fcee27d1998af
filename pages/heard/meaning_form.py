import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pages import search
from pages.search.synonym import Synonym


class MeaningForm(forms.ModelForm):
    """What words that found nothing mean: from then on the search finds by them what pages call it."""

    class Meta:
        model = Synonym
        fields = ["words", "means"]

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.day = day

    def clean_words(self) -> str:
        return _phrases(self.cleaned_data["words"])

    def clean_means(self) -> str:
        means = _phrases(self.cleaned_data["means"])
        for phrase in means.split(", "):
            if not search.search(phrase, self.day):
                words = _("No page says “%(phrase)s”. Use words that are on the page they need.")
                raise forms.ValidationError(words, params={"phrase": phrase})
        return means


def _phrases(text: str) -> str:
    return ", ".join(dict.fromkeys(phrase for part in text.split(",") if (phrase := " ".join(part.split()))))
