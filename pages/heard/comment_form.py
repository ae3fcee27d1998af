import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from pages.heard.comment import COMMENT_LENGTH
from pages.heard.from_anybody import FromAnybodyForm

STAMP = signing.Signer(salt="comment")
GOOD_FOR = datetime.timedelta(days=2)


class CommentForm(FromAnybodyForm):
    """Takes what somebody thinks of the offer. Whoever is stopped keeps what they typed.

    The stamp changes once a day, so that the page with the form on it keeps its ETag.
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

    def __init__(self, data: Mapping[str, Any] | None = None, *, day: datetime.date):
        super().__init__(data, auto_id="comment-%s", label_suffix="")
        self.order_fields(["text", "role", "leave_empty", "stamp"])
        self.day = day
        self.initial["stamp"] = STAMP.sign(str(day))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self._stamp_is_good(self.cleaned_data.get("stamp", "")):
            self.ask_to_send_again()
        return self.cleaned_data

    def _stamp_is_good(self, stamp: str) -> bool:
        try:
            return self.day - GOOD_FOR <= datetime.date.fromisoformat(STAMP.unsign(stamp)) <= self.day
        except (signing.BadSignature, ValueError):
            return False
