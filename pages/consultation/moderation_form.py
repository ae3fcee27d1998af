from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.consultation.answer import AnswerPart
from pages.consultation.model import AnswerGroup, Consultation, ConsultationQuestion
from pages.consultation.moderation import without
from pages.consultation.vocabulary import AnswerState, AskedSet, WhyAside
from pages.core.vocabulary import Voice


class PartForm(forms.Form):
    """One part of somebody's answers: what to take out of it, and the groups it belongs to."""

    take_out = forms.CharField(
        label=_("Take out"),
        help_text=_("Copy the words here that say who somebody is; one thing on each line. They are not kept."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    groups = forms.ModelMultipleChoiceField(
        label=_("Groups"), queryset=AnswerGroup.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, part: AnswerPart):
        super().__init__(data, prefix=f"part-{part.pk}", label_suffix="")
        self.part = part
        groups = cast(forms.ModelMultipleChoiceField, self.fields["groups"])
        groups.queryset = part.answer.consultation.groups.all()
        self.initial["groups"] = [group.pk for group in part.groups.all()]

    def clean_take_out(self) -> str:
        typed = self.cleaned_data["take_out"]
        for line in filter(None, (" ".join(line.split()) for line in typed.splitlines())):
            if without(self.part.words, [line]) == self.part.words:
                raise forms.ValidationError(_("“%(words)s” is not in the answer."), params={"words": line})
        return typed

    def left(self) -> str:
        return without(self.part.words, self.cleaned_data["take_out"].splitlines())


class AsideForm(forms.Form):
    """Why somebody's answers are set aside."""

    why = forms.ChoiceField(
        label=_("Set aside, because"), choices=WhyAside.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Say why.")},
    )  # fmt: skip


class ListForm(forms.Form):
    """Which answers an officer wants to see."""

    state = forms.ChoiceField(
        label=_("Show"),
        choices=[("", _("All")), *AnswerState.choices],
        required=False,
    )
    asks = forms.ChoiceField(label=_("Questions"), choices=[("", _("All")), *AskedSet.choices], required=False)
    role = forms.ChoiceField(label=_("Who they are"), choices=[("", _("All")), *Voice.choices], required=False)
    question = forms.ModelChoiceField(
        label=_("Question"), queryset=ConsultationQuestion.objects.none(), required=False, empty_label=_("All")
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, consultation: Consultation):
        super().__init__(data, label_suffix="")
        cast(forms.ModelChoiceField, self.fields["question"]).queryset = consultation.questions.all()

    def filters(self) -> dict[str, Any]:
        chosen = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
        if question := chosen.pop("question", None):
            chosen["parts__question"] = question
        return chosen
