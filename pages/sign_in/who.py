"""Who may sign in. Demonstration log-ins work only while DEMONSTRATION is on, even in a copied database."""

from django.conf import settings
from django.contrib.auth.models import User

DEMONSTRATION_DOMAIN = "@demonstration.invalid"


def is_demonstration(user: User) -> bool:
    """True for the log-ins that `make run` makes."""
    return user.email.endswith(DEMONSTRATION_DOMAIN)


def may_sign_in(user: User) -> bool:
    return user.is_active and (settings.DEMONSTRATION or not is_demonstration(user))
