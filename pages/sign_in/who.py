"""Who may sign in. Demonstration log-ins work only while DEMONSTRATION is on, even in a copied database."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, User

DEMONSTRATION_DOMAIN = "@demonstration.invalid"


def is_demonstration(user: User) -> bool:
    """True for the log-ins that `make run` makes."""
    return user.email.endswith(DEMONSTRATION_DOMAIN)


def may_sign_in(user: User) -> bool:
    return user.is_active and (settings.DEMONSTRATION or not is_demonstration(user))


class SignInBackend(ModelBackend):
    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        if isinstance(user, User) and not may_sign_in(user):
            return False
        return super().user_can_authenticate(user)
