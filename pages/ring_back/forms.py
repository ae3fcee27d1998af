import re
import secrets
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.core.honeypot import HoneypotForm
from pages.core.stamp_field import StampField
from pages.core.vocabulary import Topic
from pages.ring_back.model import BestTime, Callback

STAMP = signing.TimestampSigner(salt="ask-us-to-ring")
QUICKEST = 2  # seconds; nobody fills in the form faster
SLOWEST = 24 * 60 * 60
NOT_DIGITS = re.compile(r"[^0-9]")
PHONE_CHARACTERS = re.compile(r"^[0-9+()\s./\-–]+$")

TOO_LONG = _("Make it shorter: %(limit_value)d characters at most.")
LOOKS_LIKE_EMAIL = _("Check the e-mail. It should look like name@example.com.")


class CallbackForm(HoneypotForm):
    """Asks for what we need to ring somebody back, and nothing else.

    Three things keep machines out without a puzzle: a field that people don't see, a signed stamp that says when the
    form was opened, and a limit for each address (in the view). Whoever is stopped by one keeps what they typed.
    """

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("What should we call you? A first name is enough."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={"required": _("Tell us what to call you."), "max_length": TOO_LONG},
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        help_text=_("A number on which it is safe for us to ring you."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
        error_messages={"max_length": TOO_LONG},
    )
    email = forms.EmailField(
        label=_("Or your e-mail"),
        help_text=_("If you would rather not be rung, we can write to you."),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={"invalid": LOOKS_LIKE_EMAIL, "max_length": TOO_LONG},
    )
    best_time = forms.ChoiceField(
        label=_("When is a good time?"),
        choices=BestTime,
        initial=BestTime.ANY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick a time."), "invalid_choice": _("Pick one of these times.")},
    )
    topic = forms.ChoiceField(
        label=_("What is it about?"),
        help_text=_("You do not have to say."),
        choices=[("", _("I will say when you ring")), *Topic.choices],
        required=False,
        error_messages={"invalid_choice": _("Pick one of the list, or leave it.")},
    )
    consent = forms.BooleanField(error_messages={"required": _("Tick the box, so that we may keep this to ring you.")})
    stamp = StampField()

    def __init__(self, data: QueryDict | None = None, *, kept_days: int, **kwargs: Any):
        super().__init__(data, label_suffix="", **kwargs)
        self.token = ""
        self.fields["consent"].label = ngettext(
            "You may keep this to ring me back. You delete it after %(days)s day.",
            "You may keep this to ring me back. You delete it after %(days)s days.",
            kept_days,
        ) % {"days": kept_days}
        if not self.is_bound:
            self.initial["stamp"] = new_stamp()

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"]
        if phone and not (PHONE_CHARACTERS.match(phone) and 10 <= len(NOT_DIGITS.sub("", phone)) <= 15):
            raise ValidationError(_("Check the number. It should look like 01632 960 123."))
        return phone

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if not cleaned.get("phone") and not cleaned.get("email") and not {"phone", "email"} & set(self.errors):
            self.add_error("phone", _("Give us a number or an e-mail, so that we can reach you."))
        self._check_stamp(cleaned.get("stamp", ""))
        return cleaned

    def _check_stamp(self, stamp: str) -> None:
        """Finds the form's own token. A stamp that is missing, old or too fresh only asks to send once more."""
        try:
            self.token = STAMP.unsign(stamp, max_age=SLOWEST)
        except signing.BadSignature:
            self.renew_stamp()
            self.add_error(None, _("This page had been open for a long time. Please send it once more."))
            return
        try:
            STAMP.unsign(stamp, max_age=QUICKEST)
        except signing.SignatureExpired:
            return
        self.add_error(None, _("That was very quick. Please check what you typed and send it once more."))

    def renew_stamp(self) -> None:
        # `items()` gives what was typed in each field; unpacking a QueryDict would give lists.
        self.data = dict(self.data.items(), stamp=new_stamp())

    def details(self) -> dict[str, str]:
        """What was typed, as the fields of a Callback."""
        names = {field.name for field in Callback._meta.fields}
        return {name: value for name, value in self.cleaned_data.items() if name in names}


def new_stamp() -> str:
    return STAMP.sign(secrets.token_urlsafe(12))
