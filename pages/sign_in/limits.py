"""What is limited when somebody signs in, and what they are told."""

import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.core.visitor import place_of
from pages.sign_in import throttle
from pages.sign_in.throttle import Limit

QUARTER, HOUR = datetime.timedelta(minutes=15), datetime.timedelta(hours=1)
PASSWORDS = Limit("password", 5, QUARTER)
PASSWORDS_FROM_A_PLACE = Limit("passwords from a place", 30, QUARTER)  # a whole office can share one address
CODES = Limit("code", 5, QUARTER)
RESETS = Limit("reset", 3, HOUR)
RESETS_FROM_A_PLACE = Limit("resets from a place", 10, HOUR)
USED_CODE = Limit("used code", 1, datetime.timedelta(minutes=3))  # longer than a code is good for


def count_password(name: str, address: str, now: datetime.datetime) -> None:
    """Counts a password before it is looked at, for the log-in and for the address; raises what to say if too many.

    What is refused for the log-in is not counted for the address: others there can still sign in.
    """
    place = place_of(address)
    if held := throttle.held_until(PASSWORDS_FROM_A_PLACE, place, now):
        raise ValidationError(_("Too many wrong passwords came from where you are.") + " " + _wait(held, now))
    if held := throttle.take(PASSWORDS, account_of(name), now):
        raise ValidationError(_("Too many wrong passwords for this username.") + " " + _wait(held, now))
    if held := throttle.take(PASSWORDS_FROM_A_PLACE, place, now):
        throttle.give_back(PASSWORDS, account_of(name))
        raise ValidationError(_("Too many wrong passwords came from where you are.") + " " + _wait(held, now))


def password_was_right(name: str, address: str) -> None:
    throttle.forget(PASSWORDS, account_of(name))
    throttle.give_back(PASSWORDS_FROM_A_PLACE, place_of(address))


def is_locked(name: str, now: datetime.datetime) -> bool:
    return bool(throttle.held_until(PASSWORDS, account_of(name), now))


def count_code(user: User, now: datetime.datetime) -> None:
    if held := throttle.take(CODES, str(user.pk), now):
        raise ValidationError(_("Too many wrong codes.") + " " + _wait(held, now))


def code_was_right(user: User) -> None:
    throttle.forget(CODES, str(user.pk))


def is_first_use(user: User, code: str, now: datetime.datetime) -> bool:
    """A one-time code is good once, whichever worker it comes to."""
    return throttle.take(USED_CODE, f"{user.pk}\0{code}", now) is None


def count_reset(email: str, address: str, now: datetime.datetime) -> None:
    """The same whether a log-in has this e-mail address or not."""
    for limit, whom in ((RESETS_FROM_A_PLACE, place_of(address)), (RESETS, email.casefold())):
        if held := throttle.take(limit, whom, now):
            raise ValidationError(_("You have asked for this several times.") + " " + _wait(held, now))


def account_of(name: str) -> str:
    """One name for all that leads to the same log-in; what leads to none is told apart in no answer."""
    pk = User.objects.filter(username=name).values_list("pk", flat=True).first()
    return f"log-in {pk}" if pk else f"name {name.casefold()}"


def _wait(until: datetime.datetime, now: datetime.datetime) -> str:
    return throttle.wait_in_words(until, now)
