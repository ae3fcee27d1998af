from typing import Any

from django import forms


class StampField(forms.CharField):
    """The hidden stamp of a form. Whatever stands in it, only the form that reads it says whether it is good."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any):
        super().__init__(required=False, **kwargs)
        self.validators = []  # an unseen character in it is a bad stamp, not a mistake of who typed
