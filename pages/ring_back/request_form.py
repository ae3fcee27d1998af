import re
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundWidget
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pages.core.honeypot import HoneypotForm
from pages.core.stamp_field import StampField
from pages.core.typed import bare, with_digits
from pages.ring_back.model import Callback
from pages.ring_back.stamp import StampIsFreshError, StampIsOldError, new_stamp, token_of
from pages.ring_back.vocabulary import Asker, BestTime, Way

NOT_DIGITS = re.compile(r"[^0-9]")
PHONE_CHARACTERS = re.compile(r"^[0-9+()\s./\-]+$")

TOO_LONG = _("Make it shorter: %(limit_value)d characters at most.")
LOOKS_LIKE_EMAIL = _("Check the e-mail. It should look like name@example.com.")

ICONS = {Way.RING: "phone", Way.TEXT: "message", Way.EMAIL: "mail", Way.RELAY: "speech", Way.BSL: "hand"}
MISSING = {
    "phone": _("Type the number that we can use."),
    "email": _("Type your e-mail, so that we can write to you."),
}


class RequestForm(HoneypotForm):
    """What both forms ask: how to reach somebody, and for each way only what it needs.

    What another way would need is neither checked nor kept, for it may stand in a field that is folded away. A
    language is: who wrote one wants an interpreter, ticked or not, and its field is never folded away while it is full.

    Three things keep machines out without a puzzle: a field that people don't see, a signed stamp that says when the
    form was opened, and a limit for each address (in the view). Whoever is stopped by one keeps what they typed.
    """

    asker: ClassVar[Asker]
    first_way: ClassVar[Way | None] = None  # what is picked before anybody picks
    first_time: ClassVar[BestTime | None] = None
    words: ClassVar[dict[str, tuple[Any, Any]]]  # the label and the help of a field
    choices: ClassVar[dict[str, list[tuple[str, Any]]]]

    name = forms.CharField(
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={"required": _("Tell us what to call you."), "max_length": TOO_LONG},
    )
    way = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pick how we may reach you."),
            "invalid_choice": _("Pick one of these ways to reach you."),
        },
    )
    phone = forms.CharField(
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
        error_messages={"max_length": TOO_LONG},
    )
    email = forms.EmailField(
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={"invalid": LOOKS_LIKE_EMAIL, "max_length": TOO_LONG},
    )
    best_time = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick a time."), "invalid_choice": _("Pick one of these times.")},
    )
    interpreter = forms.BooleanField(required=False)
    language = forms.CharField(
        max_length=60,
        required=False,
        # With a placeholder, if an unseen one, the style sheet can tell whether anything was typed.
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto", "placeholder": " "}),
        error_messages={"max_length": TOO_LONG},
    )
    topic = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": _("Pick one of the list, or leave it.")}
    )
    consent = forms.BooleanField(error_messages={"required": _("Tick the box, so that we may keep this to reach you.")})
    stamp = StampField()

    def __init__(self, data: QueryDict | None = None, *, kept_days: int, **kwargs: Any):
        super().__init__(data, label_suffix="", **kwargs)
        self.token = ""
        self.fields["consent"].label = self.consent_words(kept_days)
        for name, (label, help_text) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = label, help_text
        for name, choices in self.choices.items():
            cast(forms.ChoiceField, self.fields[name]).choices = choices
        self.fields["way"].initial, self.fields["best_time"].initial = self.first_way, self.first_time
        if not self.is_bound:
            self.initial["stamp"] = new_stamp()

    def consent_words(self, kept_days: int) -> str:
        raise NotImplementedError

    @property
    def ways(self) -> list[tuple[BoundWidget, str]]:
        """The ways to pick from, each with its icon."""
        return [(box, ICONS[box.data["value"]]) for box in self["way"].subwidgets]

    def clean_phone(self) -> str:
        phone = with_digits(self.cleaned_data["phone"])
        if phone and not (PHONE_CHARACTERS.match(bare(phone)) and 10 <= len(NOT_DIGITS.sub("", phone)) <= 15):
            raise ValidationError(_("Check the number. It should look like 01632 960 123."))
        return phone

    def clean(self) -> dict[str, Any]:
        super().clean()
        if way := self.cleaned_data.get("way"):
            self._clean_for(Way(way))
        if self.cleaned_data.get("interpreter") and not self.cleaned_data.get("language", True):
            self.add_error("language", _("Tell us which language the interpreter should speak or sign."))
        self._clean_stamp()
        return self.cleaned_data

    def _clean_for(self, way: Way) -> None:
        needed, other = ("email", "phone") if way == Way.EMAIL else ("phone", "email")
        self._leave_out(other, "")
        if way == Way.EMAIL:
            self._leave_out("best_time", BestTime.ANY.value)
        if not self.cleaned_data.get(needed, True):
            self.add_error(needed, MISSING[needed])

    def _leave_out(self, name: str, value: str) -> None:
        self.errors.pop(name, None)
        self.cleaned_data[name] = value

    def _clean_stamp(self) -> None:
        """Finds the form's own token. A stamp that is missing, old or too fresh only asks to send once more."""
        try:
            self.token = token_of(self.cleaned_data.get("stamp", ""))
        except StampIsOldError:
            # `items()` gives what was typed in each field; unpacking a QueryDict would give lists.
            self.data = dict(self.data.items(), stamp=new_stamp())
            self.add_error(None, _("This page had been open for a long time. Please send it once more."))
        except StampIsFreshError:
            self.add_error(None, _("That was very quick. Please check what you typed and send it once more."))

    def details(self) -> dict[str, str]:
        """What was typed, as the fields of a Callback."""
        names = {field.name for field in Callback._meta.fields}
        typed = {name: value for name, value in self.cleaned_data.items() if name in names}
        return typed | {"asked_by": self.asker.value}
