"""The second factor: a one-time code or a passkey. An https site always asks for one.

A demonstration is never on https, and whoever tries the site out on http may do without.
"""

import base64
import hashlib
from enum import Enum
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PROVE = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Second(Enum):
    """How far somebody who gave the right password has got."""

    DONE = "done"
    TO_BE_SET_UP = "to be set up"
    TO_BE_GIVEN = "to be given"


def is_set_up(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=PROVE).exists()


def state_of(request: HttpRequest) -> Second:
    """What is still missing before somebody who is signed in may do an officer's work."""
    if not settings.SECOND_FACTOR_NEEDED:
        return Second.DONE
    if not is_set_up(request.user):  # type: ignore[arg-type]  # only asked of whoever is signed in
        return Second.TO_BE_SET_UP
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    return Second.DONE if any(record["method"] == "mfa" for record in records) else Second.TO_BE_GIVEN


def note_given(request: HttpRequest, user: User, kind: str) -> None:
    """Whoever has just set up a factor has given it."""
    record_authentication(request, user, "mfa", type=kind)


def take_away(user: User) -> None:
    """For somebody who has lost their phone and their recovery codes."""
    Authenticator.objects.filter(user=user).delete()


class FactorAdapter(DefaultMFAAdapter):
    """Keeps secrets so that a copy of the database without the site's key makes no codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("That code is not right. Wait for the next one and type that."),
    }

    def encrypt(self, text: str) -> str:
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What another key has locked becomes a secret that nobody has: no code fits, and nothing fails."""
        try:
            return _locks().decrypt(encrypted_text).decode()
        except InvalidToken:
            return generate_totp_secret()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # type: ignore[override]
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}


def _locks() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_of(key)) for key in keys])


def _key_of(secret: Any) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"second factors:" + str(secret).encode()).digest())
