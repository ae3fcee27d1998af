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
SHARED_PASSWORDS_FROM_A_PLACE = Limit("shared passwords from a place", 30, QUARTER)
CODES = Limit("code", 5, QUARTER)
RESETS = Limit("reset", 3, HOUR)  # of one person, from one place: others elsewhere don't use theirs up
RESETS_OF_ONE_PERSON = Limit("resets of one person", 12, HOUR)
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


def count_shared_password(address: str, now: datetime.datetime) -> None:
    if held := throttle.take(SHARED_PASSWORDS_FROM_A_PLACE, place_of(address), now):
        raise ValidationError(_("Too many wrong passwords came from where you are.") + " " + _wait(held, now))


def shared_password_was_right(address: str) -> None:
    throttle.give_back(SHARED_PASSWORDS_FROM_A_PLACE, place_of(address))


def is_locked(name: str, now: datetime.datetime) -> bool:
    return bool(throttle.held_until(PASSWORDS, account_of(name), now))


def count_code(user: User, now: datetime.datetime) -> None:
    if held := throttle.take(CODES, str(user.pk), now):
        raise ValidationError(_("Too many wrong codes.") + " " + _wait(held, now))


def forget_wrong_codes(user: User) -> None:
    throttle.forget(CODES, str(user.pk))


def is_first_use(user: User, code: str, now: datetime.datetime) -> bool:
    """A one-time code is good once, whichever worker it comes to."""
    return throttle.take(USED_CODE, f"{user.pk}\0{code}", now) is None


def count_reset(email: str, address: str, now: datetime.datetime) -> None:
    """The same whether a log-in has this e-mail address or not."""
    place, person = place_of(address), email.casefold()
    limits = ((RESETS_FROM_A_PLACE, place), (RESETS, f"{person}\0{place}"), (RESETS_OF_ONE_PERSON, person))
    for limit, whom in limits:
        if held := throttle.take(limit, whom, now):
            words = _("You have asked for this several times. If a message came, the link in the newest one works.")
            raise ValidationError(words + " " + _wait(held, now))


def account_of(name: str) -> str:
    """One name for all that leads to the same log-in; what leads to none is told apart in no answer.

    A new password begins to be counted anew, however it was set: what was tried before says nothing about it.
    """
    found = User.objects.filter(username=name).values_list("pk", "password").first()
    return f"log-in {found}" if found else f"name {name.casefold()}"


def _wait(until: datetime.datetime, now: datetime.datetime) -> str:
    return throttle.wait_in_words(until, now)
