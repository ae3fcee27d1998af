"""The signed stamp of the form: when it was opened, and which form it is, so that the same sent twice is kept once."""

import secrets

from django.core import signing

STAMP = signing.TimestampSigner(salt="ask-us-to-ring")
QUICKEST = 2  # seconds; nobody fills in the form faster
SLOWEST = 24 * 60 * 60


class StampIsOldError(Exception):
    """The stamp is missing, not ours, or of a form that was opened too long ago."""


class StampIsFreshError(Exception):
    """Nobody can have filled in the form since it was opened."""


def new_stamp() -> str:
    return STAMP.sign(secrets.token_urlsafe(12))


def token_of(stamp: str) -> str:
    """What names the one form that has this stamp."""
    try:
        token = STAMP.unsign(stamp, max_age=SLOWEST)
    except signing.BadSignature:
        raise StampIsOldError from None
    try:
        STAMP.unsign(stamp, max_age=QUICKEST)
    except signing.SignatureExpired:
        return token
    raise StampIsFreshError
