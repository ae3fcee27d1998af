"""Officers at the door, with what they type there."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

PASSWORD = "only-for-tests"
MAIL_KEPT = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
AT_ONCE = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
BY_THE_WORKER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def sign_in(client, name, password=PASSWORD, next="", **options):
    return client.post("/sign-in/", {"login": name, "password": password, "next": next}, **options)


def codes_of(user):
    """Gives somebody one-time codes and recovery codes, as if they had set them up."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_now(secret, ahead=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def recovery_codes_of(user):
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
