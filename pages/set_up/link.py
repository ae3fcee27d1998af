"""The link by which a council sets its site up: whoever holds it is let in, in one browser at a time.

It is a secret, signed; the database has only its hash. So neither a copy of the database nor the site's key alone
opens anything.
"""

import datetime
import hashlib
import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from pages.set_up.model import SetUp

LASTS = datetime.timedelta(days=14)
SIGNER = signing.Signer(salt="set-up")
BROWSER = "set-up"  # in the session: what proves that the link was opened in this browser


def new_link(set_up: SetUp, now: datetime.datetime) -> str:
    """A link that opens the set-up; the one before it, and the browser that it was opened in, open nothing more."""
    secret = secrets.token_urlsafe(24)
    set_up.link_hash, set_up.link_ends_at, set_up.browser_hash = _hash(secret), now + LASTS, ""
    set_up.save()
    return settings.SITE_URL + reverse("set-up-link", args=[SIGNER.sign(secret)])


def of_link(signed: str, now: datetime.datetime) -> SetUp | None:
    """The set-up that a link opens at this moment."""
    try:
        secret = SIGNER.unsign(signed)
    except signing.BadSignature:
        return None
    return _unfinished(now).filter(link_hash=_hash(secret)).first()


def take_up(set_up: SetUp, request: HttpRequest) -> None:
    """From now on the set-up goes on in this browser, and in no other."""
    key = secrets.token_urlsafe(24)
    request.session.cycle_key()
    request.session[BROWSER] = key
    SetUp.objects.filter(pk=set_up.pk, link_hash=set_up.link_hash).update(browser_hash=_hash(key))


def held_by(request: HttpRequest, now: datetime.datetime) -> SetUp | None:
    """The set-up that goes on in this browser."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or BROWSER not in request.session:
        return None
    return _unfinished(now).filter(browser_hash=_hash(str(request.session[BROWSER]))).first()


def is_held_elsewhere(set_up: SetUp, request: HttpRequest) -> bool:
    return bool(set_up.browser_hash) and set_up.browser_hash != _hash(str(request.session.get(BROWSER, "")))


def _unfinished(now):
    return SetUp.objects.filter(finished_at=None, link_ends_at__gt=now).exclude(link_hash="")


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
