"""Limits how often one address may send a form, without keeping the address.

An address is mixed with a random salt that is forgotten after a day; both live in the cache alone.
"""

import hashlib
import logging
import secrets
from contextlib import suppress

from django.core.cache import cache
from django.utils import timezone

from pages.core.may_be_down import may_be_down
from pages.core.visitor import place_of

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60


def under_limit(form: str, address: str, most: int, seconds: int = 60 * 60) -> bool:
    """Counts one sending of `form`; False when the address has sent more than `most` in the time.

    A cache that is down limits nobody: a carer must not be turned away for it.
    """
    ran_out = suppress(ValueError)  # the count, between being begun and being added to
    with may_be_down(logger, "Forms are not limited, the cache can't be used"), ran_out:
        key = f"limit:{form}:{hidden(address)}"
        cache.add(key, 0, seconds)
        return cache.incr(key) <= most
    return True


def is_over_limit(form: str, address: str, most: int) -> bool:
    """True when the address has used up what `under_limit` counts; looking counts nothing."""
    with may_be_down(logger, "Nobody is held off, the cache can't be used"):
        return cache.get(f"limit:{form}:{hidden(address)}", 0) >= most
    return False


def hidden(address: str) -> str:
    """Where an address is, as it can be told from others today, and from none tomorrow."""
    name = f"limit:salt:{timezone.localdate()}"
    cache.add(name, secrets.token_hex(), DAY)
    return hashlib.sha256(f"{cache.get(name)}{place_of(address)}".encode()).hexdigest()[:32]
