"""The secret in a link. Whoever has it is the signer; the database has only its fingerprint."""

import datetime
import hashlib
import secrets

from pages.sign_off.model import SignOff


def new_secret() -> tuple[str, str]:
    """A secret for a link, and what is kept of it."""
    secret = secrets.token_urlsafe(32)
    return secret, hidden(secret)


def hidden(secret: str) -> str:
    """What is kept of a secret. It holds 256 random bits, so a plain hash can't be turned back by trying."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def find(secret: str, now: datetime.datetime) -> SignOff | None:
    """The sign-off that a secret opens at this moment.

    A made-up, an expired and a withdrawn secret take the same one query by the hash, so nobody can tell them apart by
    what they are told or by how long it takes.
    """
    sign_off = SignOff.objects.filter(secret_hash=hidden(secret)).first()
    return sign_off if sign_off and sign_off.link_works(now) else None
