"""An officer's own account: name and e-mail, the password, and the way to second factor and passkeys."""

from typing import Any

from allauth.core import context
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.auth import PasswordChangeForm

from pages.sign_in import log, sessions
from pages.sign_in.cms.unique_email import UniqueEmail
from pages.sign_in.entry import What


class OwnNameForm(UniqueEmail, NameEmailForm):
    """Single sign-on and new passwords go by the e-mail address: another one needs the password."""

    password = forms.CharField(
        label=_("Your password"),
        help_text=_("Only needed for another e-mail address."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # Wagtail makes the form anew to show its errors, when the new address stands in the log-in already.
        kept = User.objects.values_list("email", flat=True).get(pk=self.instance.pk)
        if cleaned.get("email", kept) != kept:
            self._ask_for_password(cleaned.get("password", ""))
        return cleaned

    def _ask_for_password(self, password: str) -> None:
        if not self.instance.has_usable_password():
            self.add_error("email", _("You have no password here: an administrator can change your address."))
        elif not password:
            self.add_error("password", _("Enter your password to change your e-mail address."))
        else:
            try:
                if not is_own_password(context.request, password):
                    self.add_error("password", _("That is not your password. Try again."))
            except ValidationError as error:  # too many tries
                self.add_error("password", error)


class CountedPasswordChangeForm(PasswordChangeForm):
    """Wagtail's, but the old password can't be guessed at here either. Other sessions end by the change itself."""

    def clean_old_password(self) -> str:
        old = self.cleaned_data["old_password"]
        if not is_own_password(context.request, old):
            raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
        return old

    def save(self, commit: bool = True) -> Any:
        user, request = super().save(commit), context.request
        sessions.end_others(user, request.session.session_key, timezone.now())
        log.write(request, What.PASSWORD_CHANGED, user)
        return user


def is_own_password(request: HttpRequest, password: str) -> bool:
    """Whether it is theirs who ask. One typing counts once, though Wagtail makes its forms anew to show them."""
    looked_at: dict[str, bool] = request.__dict__.setdefault("passwords_looked_at", {})
    if password not in looked_at:
        name = request.user.get_username()
        looked_at[password] = authenticate(request, username=name, password=password) is not None
    return looked_at[password]


def ways_to_sign_in(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor and passkeys"),
        "help_text": _("One-time codes, passkeys, recovery codes, and signing out everywhere else."),
    }
