import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.core.vocabulary import Voice
from pages.heard.comment import COMMENT_LENGTH

STAMP = signing.Signer(salt="comment")
GOOD_FOR = datetime.timedelta(days=2)


class CommentForm(forms.Form):
    """Takes what somebody thinks of the offer, and nothing about them but, if they like, which kind of reader they are.

    A signed stamp shows that the form is ours, in place of the CSRF cookie. It changes once a day, so that the page
    with the form on it keeps its ETag. Whoever is stopped keeps what they typed.
    """

    text = forms.CharField(
        label=_("What do you want to tell us?"),
        help_text=_("Please give no names, numbers or addresses: not yours, not the child’s. We can’t write back."),
        max_length=COMMENT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        error_messages={
            "required": _("Write what you want to tell us."),
            "max_length": _("Make it shorter: %(limit_value)d characters at most."),
        },
    )
    role = forms.ChoiceField(
        label=_("Which of these are you?"),
        help_text=_("You do not have to say."),
        choices=[("", _("I’d rather not say")), *Voice.choices],
        required=False,
        error_messages={"invalid_choice": _("Pick one of the list, or leave it.")},
    )
    website = forms.CharField(
        label=_("Leave this box empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, day: datetime.date):
        super().__init__(data, auto_id="comment-%s", label_suffix="")
        self.day = day
        self.initial["stamp"] = STAMP.sign(str(day))

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("Empty the last box. It is there to stop machines. Then send it again."))
        return ""

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self._stamp_is_good(self.cleaned_data.get("stamp", "")):
            self.data = dict(self.data.items()) | {"stamp": self.initial["stamp"]}
            self.add_error(None, _("This page had been open for a long time. Please send it once more."))
        return self.cleaned_data

    def _stamp_is_good(self, stamp: str) -> bool:
        try:
            return self.day - GOOD_FOR <= datetime.date.fromisoformat(STAMP.unsign(stamp)) <= self.day
        except (signing.BadSignature, ValueError):
            return False
