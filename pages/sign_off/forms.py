from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.core.typed_form import TypedForm
from pages.sign_off.model import COMMENT_LENGTH, Verdict


class SignOffAnswerForm(TypedForm):
    """What the signer says of one draft."""

    verdict = forms.ChoiceField(
        label=_("Do you approve this page?"),
        choices=[(Verdict.APPROVED, _("Yes, I approve it")), (Verdict.REFUSED, _("No, not as it is"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no."), "invalid_choice": _("Choose yes or no.")},
    )
    comment = forms.CharField(
        label=_("Your comment"),
        help_text=_("What has to change, and why. If you approve the page, you can leave this empty."),
        max_length=COMMENT_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        error_messages={"max_length": _("Make it shorter: %(limit_value)d characters at most.")},
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        answer = self.cleaned_data
        if answer.get("verdict") == Verdict.REFUSED and not answer.get("comment") and "comment" not in self.errors:
            self.add_error("comment", _("Say what has to change, so that we can put it right."))
        return answer
