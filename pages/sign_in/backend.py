"""Where every password is looked at, whatever screen it was typed on: so no door that we forgot lets anybody guess."""

from typing import Any

from django.contrib.auth.backends import BaseBackend, ModelBackend
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from pages.core.visitor import address_of
from pages.sign_in import limits, log
from pages.sign_in.entry import What
from pages.sign_in.who import may_sign_in


class SignInBackend(ModelBackend):
    """Counts a password before it looks at it, and logs a wrong one.

    After too many it raises a ValidationError, which the form that asked shows as it shows its own.
    """

    @sensitive_variables("password")
    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        if username is None or password is None:
            return None
        address = address_of(request) if request else ""
        limits.count_password(username, address, timezone.now())
        user = super().authenticate(request, username, password)
        if user:
            limits.password_was_right(username, address)
        else:
            _log_wrong(request, username)
        return user  # type: ignore[return-value]

    # ModelBackend has one that goes round the other.
    aauthenticate = BaseBackend.aauthenticate  # type: ignore[assignment]

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        if isinstance(user, User) and not may_sign_in(user):
            return False
        return super().user_can_authenticate(user)


def _log_wrong(request: HttpRequest | None, name: str) -> None:
    log.write(request, What.WRONG_PASSWORD, log.known(name))
    if limits.is_locked(name, timezone.now()):
        log.write(request, What.LOCKED, log.known(name))
