"""What of django-allauth's ways is ours: nobody signs up, and who may not sign in is refused."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from pages.core.visitor import address_of
from pages.sign_in import log
from pages.sign_in.entry import What
from pages.sign_in.who import may_sign_in


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The username or the password is not right. Check both and try again."),
        "incorrect_password": _("That is not your password. Try again."),
        "invalid_password_reset": _("This link does not work any more."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: the backend counts, for every door."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in a moment ago need not do it again to set up a second factor."""
        return super().is_reauthentication_required(app=app, **kwargs) and not _signed_in_just_now(context.request)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:  # type: ignore[override]
        if may_sign_in(user):
            return super().pre_login(request, user, **kwargs)
        log.write(request, What.REFUSED, user)
        clear_login(request)
        return self.respond_user_inactive(request, user)


def _signed_in_just_now(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]  # a stranger has no records
    return any(time.time() - record["at"] < app_settings.REAUTHENTICATION_TIMEOUT for record in records)
