import secrets
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from pages.consultation.answer import ANSWER_LENGTH
from pages.consultation.model import Consultation, ConsultationQuestion
from pages.consultation.vocabulary import AskedSet
from pages.core.stamp_field import StampField
from pages.core.typed_form import TypedForm
from pages.core.vocabulary import Voice
from pages.heard.from_anybody import FromAnybodyForm

STAMP = signing.TimestampSigner(salt="consultation")
SLOWEST = 24 * 60 * 60
TOO_LONG = _("Make it shorter: %(limit_value)d characters at most.")


class QuestionsForm(TypedForm):
    """One set of questions of a consultation. Every question may be left empty, but not all of them."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, consultation: Consultation, asks: str, **kwargs: Any):
        super().__init__(data, label_suffix="", **kwargs)
        self.consultation, self.asks = consultation, asks
        self.questions = {f"question-{row.pk}": row for row in consultation.questions.all() if row.asks == asks}
        for name, question in self.questions.items():
            self.fields[name] = _field(question)
        if asks == AskedSet.CHILDREN:
            self.fields.pop("role", None)
        self.order_fields([*self.questions, "role", "leave_empty", "stamp"])

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not any(self.cleaned_data.get(name) for name in self.questions):
            self.add_error(next(iter(self.questions), None), _("Answer one question at least, whichever you like."))
        return self.cleaned_data

    def words(self) -> dict[ConsultationQuestion, str]:
        """What was answered, by question; those left empty are left out."""
        answered = ((row, self.cleaned_data.get(name, "")) for name, row in self.questions.items())
        return {row: words for row, words in answered if words}

    def who(self) -> str:
        return Voice.CHILDREN if self.asks == AskedSet.CHILDREN else self.cleaned_data["role"]


class AnswerForm(QuestionsForm, FromAnybodyForm):
    """Takes answers from somebody without an account. The stamp also shows that the same form was sent twice."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, auto_id="answer-%s", **kwargs)
        self.token = ""
        self.initial["stamp"] = new_stamp()

    def clean_stamp(self) -> str:
        stamp = self.cleaned_data["stamp"]
        try:
            self.token = STAMP.unsign(stamp, max_age=SLOWEST)
        except signing.BadSignature:
            self.ask_to_send_again()
        return stamp

    def asked(self) -> list[forms.BoundField]:
        """The questions alone, in their order."""
        return [self[name] for name in self.questions]


class PaperForm(QuestionsForm):
    """What somebody wrote on paper, typed in by an officer: the answers and the role, and no name."""

    role = forms.ChoiceField(
        label=_("Who they are"),
        choices=[("", _("They did not say")), *Voice.choices],
        required=False,
    )
    stamp = StampField()

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial["stamp"] = new_stamp()

    @property
    def token(self) -> str:
        return self.cleaned_data["stamp"] or new_stamp()


def new_stamp() -> str:
    return STAMP.sign(secrets.token_urlsafe(12))


def _field(question: ConsultationQuestion) -> forms.Field:
    if options := question.options():
        return forms.ChoiceField(
            label=question.words,
            choices=[(option, option) for option in options],
            widget=forms.RadioSelect,
            required=False,
            error_messages={"invalid_choice": _("Pick one of these, or leave it.")},
        )
    return forms.CharField(
        label=question.words,
        max_length=ANSWER_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
