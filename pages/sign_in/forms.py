"""The forms of the sign-in screens: django-allauth's, with our words and our limits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.forms import (
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    UserTokenForm,
)
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter as get_factor_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.core.typed import with_digits
from pages.core.typed_form import TypedForm
from pages.core.visitor import address_of
from pages.sign_in import factors, limits
from pages.sign_in.mail import mail_reset
from pages.sign_in.who import may_sign_in


class PlainForm(TypedForm):
    """Labels that stay to be read while one types, instead of words inside the fields."""

    labels: dict[str, Any] = {}
    help_texts: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.help_texts.get(name, "")


class SignInForm(PlainForm, LoginForm):
    labels = {"login": _("Username"), "password": _("Password")}


class AgainForm(PlainForm, ReauthenticateForm):
    labels = {"password": _("Your password")}


class AskForResetForm(PlainForm, ResetPasswordForm):
    """Looks nobody up: the answer, and the time it takes, are the same for every address."""

    labels = {"email": _("Your e-mail address")}

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        limits.count_reset(email, address_of(context.request), timezone.now())
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        mail_reset.enqueue(self.cleaned_data["email"])
        return self.cleaned_data["email"]


class NewPasswordForm(PlainForm, ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("The new password once more")}
    help_texts = {"password1": _("12 characters or more. Three or four words that only you put together are good.")}


class LinkForm(UserTokenForm):
    """The link in a message. It opens nothing for a log-in that was shut meanwhile."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not may_sign_in(self.reset_user):
            raise forms.ValidationError(_("This link does not work any more."))
        return cleaned


class CodeForm(PlainForm):
    """A code, counted before it is looked at, and good once."""

    labels = {"code": _("Code")}
    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        now = timezone.now()
        limits.count_code(self.user, now)
        self.cleaned_data["code"] = with_digits(self.cleaned_data["code"])
        code = super().clean_code()  # type: ignore[misc]  # the form of allauth that this is mixed with has it
        is_one_time = self.authenticator.type == Authenticator.Type.TOTP
        if is_one_time and not limits.is_first_use(self.user, normalize_user_code(code), now):
            raise get_factor_adapter().validation_error("incorrect_code")
        limits.forget_wrong_codes(self.user)
        return code


class SecondStepForm(CodeForm, AuthenticateForm):
    help_texts = {"code": _("The six digits that your app shows now, or one of your recovery codes.")}


class AgainByCodeForm(CodeForm, ReauthenticateByCodeForm):
    help_texts = SecondStepForm.help_texts


class SetUpCodesForm(PlainForm, ActivateTOTPForm):
    labels = {"code": _("The code that the app shows now")}
    help_texts = {"code": _("Six digits. They change every half a minute.")}

    def clean_code(self) -> str:
        limits.count_code(self.user, timezone.now())
        self.cleaned_data["code"] = with_digits(self.cleaned_data["code"]).replace(" ", "")
        code = super().clean_code()
        limits.forget_wrong_codes(self.user)
        factors.note_given(context.request, self.user, Authenticator.Type.TOTP)
        return code


@contextmanager
def _made_sense() -> Iterator[None]:
    """What comes is a browser's answer, or anything else: nonsense is refused as a wrong answer is."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError, forms.ValidationError):
        raise forms.ValidationError(_("The passkey did not answer as it should. Try again.")) from None


class PasskeyForm(AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        with _made_sense():
            return super().clean_credential()


class SignInByPasskeyForm(LoginWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        with _made_sense():
            return super().clean_credential()


class AgainByPasskeyForm(ReauthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        with _made_sense():
            return super().clean_credential()


class AddPasskeyForm(PlainForm, AddWebAuthnForm):
    labels = {"name": _("A name for it"), "passwordless": _("Sign in with it alone, without username and password")}
    help_texts = {
        "name": _("So that you know it again: My phone, Key on my key ring."),
        "passwordless": _("Your device then asks for your fingerprint, your face or a PIN."),
    }

    def clean(self) -> dict[str, Any]:
        with _made_sense():
            cleaned = super().clean() or {}
        if cleaned.get("credential"):
            factors.note_given(context.request, self.user, Authenticator.Type.WEBAUTHN)
        return cleaned
