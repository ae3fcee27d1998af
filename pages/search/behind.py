"""Keeps the search's index up with the content outside requests.

Each process answers from the newest index that it has ready. When the content has a new version, a thread works in what
changed, while requests go on with the one before; for that moment the search may still show what was. A worker of the
server makes its first index as it starts; a process that was not told to makes one for its first search. Tests and
whoever else must see a change at once switch it off by SEARCH_FOLLOWS_BEHIND.
"""

import logging
import threading

from django.conf import settings
from django.db import connections

from pages.core.content_version import ContentVersion

from .offer import Offer, offer_at

logger = logging.getLogger(__name__)

_newest: tuple[object, Offer] | None = None
_is_at_it = threading.Lock()


def offer_now() -> Offer:
    """The offer as the search knows it: the present one, or for a moment after a change the one before."""
    global _newest
    version = ContentVersion.current()
    if not settings.SEARCH_FOLLOWS_BEHIND:
        return offer_at(version)
    if _newest is None:
        with _is_at_it:
            _newest = _newest or (version, offer_at(version))
    if _newest[0] != version:
        follow()
    return _newest[1]


def follow() -> threading.Thread | None:
    """Begins to work in what changed, unless that is being done or nothing was looked for yet."""
    return None if _newest is None else begin()


def begin() -> threading.Thread | None:
    """Begins to make the index of the present content, unless that is being done."""
    if not settings.SEARCH_FOLLOWS_BEHIND or not _is_at_it.acquire(blocking=False):
        return None
    thread = threading.Thread(target=_work_in, name="search-index", daemon=True)
    thread.start()
    return thread


def _work_in() -> None:
    """What fails is left to the next search, which makes the index itself and shows what is wrong."""
    global _newest
    try:
        version = ContentVersion.current()
        _newest = version, offer_at(version)
    except Exception:
        logger.exception("The search's index could not follow the content")
        _newest = None
    finally:
        connections.close_all()
        _is_at_it.release()
