"""What follows from a change that readers can see."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from pages.paper import booklet, leaflet

logger = logging.getLogger(__name__)

_waiting: ContextVar[list[bool] | None] = ContextVar("paper_waits", default=None)


@contextmanager
def one_printing() -> Iterator[None]:
    """Gathers the changes inside it into one printing at the end, as when a whole offer is loaded."""
    token = _waiting.set([])
    try:
        yield
        wanted = bool(_waiting.get())
    finally:
        _waiting.reset(token)
    if wanted:
        remake_paper()


def remake_paper() -> None:
    """Makes the leaflets again if what they say has changed, and has the whole offer printed a little later.

    It never raises: the last good ones stay.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append(True)
        return
    try:
        booklet.print_soon()
        leaflet.remake()
    except Exception:
        logger.exception("The leaflets could not be made again; the last good ones stay.")
