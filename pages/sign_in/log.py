"""Writes the log of sign-ins, and forgets it again."""

import datetime

from django.contrib.auth.models import User
from django.http import HttpRequest

from pages.core.visitor import address_of
from pages.sign_in.entry import SignInEntry, What

KEPT = datetime.timedelta(days=90)
LONGEST_ADDRESS = 45


def write(request: HttpRequest | None, what: What, user: User | None, *, how: str = "", about: str = "") -> None:
    """Keeps who did what, and from where. `about` names a thing, never what somebody typed."""
    SignInEntry.objects.create(
        what=what,
        user=user,
        name=user.get_username() if user else "",
        how=how,
        address=address_of(request)[:LONGEST_ADDRESS] if request else "",
        about=about[:100],
    )


def known(name: str) -> User | None:
    """The log-in that has this username."""
    return User.objects.filter(username=name).first()


def forget_old(now: datetime.datetime) -> int:
    """Deletes what is older than 90 days; gives how many lines that were."""
    deleted, _by_model = SignInEntry.objects.filter(at__lt=now - KEPT).delete()
    return deleted
