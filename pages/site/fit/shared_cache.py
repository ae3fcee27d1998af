import secrets
from contextlib import suppress

from django.conf import settings
from django.core.cache import BaseCache, caches

from kinship_offer.env import FEW_WORKERS

from .in_time import in_time
from .unfit import UnfitError

PLACE, KEPT = "fit:asked", 60
SECONDS = 3  # that all of it may take; each part has its own limit


def keeps_what_it_is_given() -> None:
    """What is written comes back. Our Redis cache hides its failures from pages, so only the value tells."""
    value, came_back = secrets.token_hex(8), []
    cache = caches["default"]
    with suppress(TimeoutError):
        in_time(lambda: came_back.append(_kept(cache, value)), SECONDS)
    if came_back != [value]:
        raise UnfitError(
            "The shared cache does not keep what it is given: the server that CACHE_URL names does not answer, or "
            "refuses. Until it does, forms are not limited and the site is slower."
        )


def is_shared_by_all_workers() -> None:
    """A cache in one process knows nothing of what another worker has counted."""
    alone = settings.CACHES["default"]["BACKEND"].endswith("LocMemCache")
    if alone and settings.WORKERS > FEW_WORKERS and not settings.DEMONSTRATION:
        raise UnfitError(
            f"{settings.WORKERS} workers have no cache in common: each limits forms for itself, so a visitor may send "
            f"{settings.WORKERS} times as many. Set CACHE_URL to a Redis or Valkey server, or WEB_CONCURRENCY=1."
        )


def _kept(cache: BaseCache, value: str) -> str | None:
    place = f"{PLACE}:{value}"
    cache.set(place, value, KEPT)
    came_back = cache.get(place)
    cache.delete(place)
    return came_back
