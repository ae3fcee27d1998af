"""The secret in a link. Whoever has it is the signer; the database has only its fingerprint."""

import base64
import datetime
import hashlib
import secrets

from cryptography.fernet import Fernet
from django.utils.crypto import salted_hmac

from pages.sign_off.model import SignOff


def new_secret() -> tuple[str, str]:
    """A secret for a link, and what is kept of it."""
    secret = secrets.token_urlsafe(32)
    return secret, hidden(secret)


def hidden(secret: str) -> str:
    """What is kept of a secret. It holds 256 random bits, so a plain hash can't be turned back by trying."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def sealed(secret: str) -> str:
    """The secret as it may wait in the database until it is mailed: only who has the site's own key can read it."""
    return _seal().encrypt(secret.encode()).decode()


def unsealed(sealed_secret: str) -> str:
    return _seal().decrypt(sealed_secret.encode()).decode()


def _seal() -> Fernet:
    key = salted_hmac("pages.sign_off.secret", "link", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))


def find(secret: str, now: datetime.datetime) -> SignOff | None:
    """The sign-off that a secret opens at this moment.

    A made-up, an expired and a withdrawn secret take the same one query by the hash, so nobody can tell them apart by
    what they are told or by how long it takes.
    """
    sign_off = SignOff.objects.filter(secret_hash=hidden(secret)).first()
    return sign_off if sign_off and sign_off.link_works(now) else None
