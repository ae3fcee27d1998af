"""What an officer chooses when they open their link."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.core.typed_form import TypedForm
from pages.sign_in.invitation import Invitation

NEW_PASSWORD = {"autocomplete": "new-password"}


class OnlyPasswordForm(TypedForm):
    """For the log-in that somebody has."""

    password1 = forms.CharField(
        label=_("Password"),
        help_text=_("12 characters or more. Three or four words that only you put together are good."),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs=NEW_PASSWORD),
        error_messages={"required": _("Choose a password.")},
    )
    password2 = forms.CharField(
        label=_("The password once more"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs=NEW_PASSWORD),
        error_messages={"required": _("Type the password once more.")},
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.invitation = invitation

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same. Type both again."))
        if first:
            self._check(first)
        return cleaned

    def fields_of_user(self) -> dict[str, str]:
        return {}

    def user(self) -> User:
        """Whom the password is for: it must not be like their name."""
        return self.invitation.user or User(email=self.invitation.email, **self.fields_of_user())

    def name_is_taken(self) -> None:
        """Somebody took the same username a moment ago."""

    def _check(self, password: str) -> None:
        try:
            validate_password(password, self.user())
        except ValidationError as error:
            self.add_error("password1", error)


class AcceptForm(OnlyPasswordForm):
    """For a new log-in."""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Type your first name.")},
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Type your last name.")},
    )
    username = forms.CharField(
        label=_("Username"),
        help_text=_("You sign in with it. Letters, digits and @ . + - _ only."),
        max_length=150,
        validators=[User.username_validator],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": _("Choose a username.")},
    )

    field_order = ["first_name", "last_name", "username", "password1", "password2"]

    def clean_username(self) -> str:
        username = User.normalize_username(self.cleaned_data["username"])
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(_("Somebody has this username already. Choose another."))
        return username

    def fields_of_user(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name", "username")}

    def name_is_taken(self) -> None:
        self.add_error("username", _("Somebody has this username already. Choose another."))
