from django import forms
from django.utils.translation import gettext_lazy as _

from pages.core.honeypot import HoneypotForm
from pages.core.stamp_field import StampField
from pages.core.vocabulary import Voice


class FromAnybodyForm(HoneypotForm):
    """Takes what somebody without an account says, and nothing about them but, if they like, who they are to us.

    A signed stamp, which each such form reads itself, shows that the form is ours, in place of the CSRF cookie.
    """

    role = forms.ChoiceField(
        label=_("Which of these are you?"),
        help_text=_("You do not have to say."),
        choices=[("", _("I’d rather not say")), *Voice.choices],
        required=False,
        error_messages={"invalid_choice": _("Pick one of the list, or leave it.")},
    )
    stamp = StampField()

    def ask_to_send_again(self) -> None:
        """Says that the stamp is no longer good, and gives a new one with what was typed."""
        self.data = dict(self.data.items()) | {"stamp": self.initial["stamp"]}
        self.add_error(None, _("This page had been open for a long time. Please send it once more."))
