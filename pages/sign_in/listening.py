"""Hears what happens at the doors, and has it logged."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.sign_in import log
from pages.sign_in.entry import How, What


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """By whatever door: one that we forgot would be seen here too."""
    log.write(request, What.SIGNED_IN, user, how=_how(request, user))


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user:
        log.write(request, What.SIGNED_OUT, user)


@receiver(authentication_failed)
def wrong_code(request: HttpRequest, user: User, **kwargs: Any) -> None:
    log.write(request, What.WRONG_CODE, user)


@receiver(password_reset)
def chose_a_new_password(request: HttpRequest, user: User, **kwargs: Any) -> None:
    log.write(request, What.PASSWORD_RESET, user, how=How.LINK)


@receiver(authenticator_added)
def factor_added(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    log.write(request, What.FACTOR_ADDED, user, about=kind_of(authenticator))


@receiver(authenticator_removed)
def factor_removed(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    log.write(request, What.FACTOR_REMOVED, user, about=kind_of(authenticator))


@receiver(authenticator_reset)
def codes_made(request: HttpRequest, user: User, **kwargs: Any) -> None:
    log.write(request, What.CODES_MADE, user)


def kind_of(authenticator: Authenticator) -> str:
    names = {
        Authenticator.Type.TOTP: _("One-time codes"),
        Authenticator.Type.WEBAUTHN: _("Passkey"),
        Authenticator.Type.RECOVERY_CODES: _("Recovery codes"),
    }
    return names[Authenticator.Type(authenticator.type)]


def _how(request: HttpRequest, user: User) -> str:
    """The last step somebody took, by django-allauth's own names for the steps."""
    steps = [record.get("type", record["method"]) for record in get_authentication_records(request, user)]
    return steps[-1] if steps and steps[-1] in How.values else ""
