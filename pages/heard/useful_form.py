import datetime

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from pages.core.typed_form import TypedForm
from pages.heard.feedback import AN_HOUR
from pages.heard.useful import SENTENCE_LENGTH, Useful

STAMP = signing.Signer(salt="useful")
GOOD_FOR = datetime.timedelta(days=7)


# Names one answer in an address: nobody knows it but the reader who gave it, and it is good for an hour.
SIGNED_KEY = signing.TimestampSigner(salt="useful-said")
ALL_SAID = "thanks"


def sign_answer(key: int) -> str:
    return SIGNED_KEY.sign(str(key))


def answer_signed(signed: str) -> str:
    """The key of the answer, or nothing for what is no such name, or no longer."""
    try:
        return SIGNED_KEY.unsign(signed, max_age=AN_HOUR)
    except signing.BadSignature:
        return ""


def useful_stamp(page: int, day: datetime.date) -> str:
    """Shows that an answer comes from a form of ours, made for this page on this day.

    It stands in for the CSRF cookie: a cookie on every page would mark every reader, and here a forged answer could
    only add a “yes” or a “no” that anybody may give anyway. It changes once a day, so that a page that has not
    changed keeps its ETag and a browser need not fetch it again.
    """
    return STAMP.sign(f"{page}.{day}")


def stamp_is_good(stamp: str, page: int, today: datetime.date) -> bool:
    try:
        number, _dot, day = STAMP.unsign(stamp).partition(".")
        return number == str(page) and today - GOOD_FOR <= datetime.date.fromisoformat(day) <= today
    except (signing.BadSignature, ValueError):
        return False


class UsefulForm(TypedForm):
    """“Was this page useful?”: one press of a button. `leave_empty` is a field that people don't see."""

    answer = forms.ChoiceField(choices=Useful)
    stamp = forms.CharField(max_length=200)
    leave_empty = forms.CharField(max_length=0, required=False)


class SentenceForm(TypedForm):
    """The one sentence that may follow."""

    sentence = forms.CharField(
        label=_("What could be better?"),
        help_text=_("Please give no names, numbers or addresses. We can’t write back."),
        max_length=SENTENCE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"max_length": _("Make it shorter: %(limit_value)d characters at most.")},
    )
