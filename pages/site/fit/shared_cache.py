import secrets

from django.conf import settings
from django.core.cache import cache

from .unfit import UnfitError

PLACE, SECONDS = "fit:asked", 60


def keeps_what_it_is_given() -> None:
    """What is written comes back. Our Redis cache hides its failures from pages, so only the value tells."""
    value = secrets.token_hex(8)
    place = f"{PLACE}:{value}"
    cache.set(place, value, SECONDS)
    came_back = cache.get(place)
    cache.delete(place)
    if came_back != value:
        raise UnfitError(
            "The shared cache does not keep what it is given: the server that CACHE_URL names does not answer, or "
            "refuses. Until it does, limits on forms and sign-in do not work and the site is slower."
        )


def is_shared_by_all_workers() -> None:
    """A cache in one process knows nothing of what another worker has counted."""
    alone = settings.CACHES["default"]["BACKEND"].endswith("LocMemCache")
    if alone and settings.WORKERS > 1 and not settings.DEMONSTRATION:
        raise UnfitError(
            f"{settings.WORKERS} workers have no cache in common: limits on forms and sign-in count for each alone. "
            "Set CACHE_URL to a Redis or Valkey server, or WEB_CONCURRENCY=1."
        )
