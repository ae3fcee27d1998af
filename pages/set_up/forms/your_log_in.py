from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.set_up.model import SetUp
from pages.sign_in.invitation import Invitation
from pages.sign_in.invitation_form import AcceptForm


class YourLogInForm(AcceptForm):
    """The log-in of whoever sets the site up: the first administrator."""

    email = forms.EmailField(
        label=_("Your e-mail at work"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Type your e-mail at work.")},
    )

    field_order = ["first_name", "last_name", "email", "username", "password1", "password2"]

    def __init__(self, data: Any = None, files: Any = None, *, set_up: SetUp):
        self.set_up = set_up
        super().__init__(data, invitation=Invitation())

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(_("There is a log-in with this address already."))
        self.invitation.email = email
        return email

    def all_errors(self) -> list[tuple[str, str]]:
        found = [("", str(words)) for words in self.non_field_errors()]
        return found + [(field.auto_id, str(words)) for field in self for words in field.errors]
