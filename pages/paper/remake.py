"""What follows from a change that readers can see."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from pages.core.tasks import enqueue_once
from pages.paper import leaflet, tasks

logger = logging.getLogger(__name__)

_waiting: ContextVar[list[bool] | None] = ContextVar("paper_waits", default=None)
_problems: ContextVar[list[str] | None] = ContextVar("paper_problems", default=None)


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


@contextmanager
def noticing() -> Iterator[list[str]]:
    """Gathers what keeps paper from being made again after the changes inside it, in words for who made them."""
    problems: list[str] = []
    token = _problems.set(problems)
    try:
        yield problems
    finally:
        _problems.reset(token)


def remake_paper() -> None:
    """Looks at once whether the leaflets' new words fit, and has them and the whole offer made again.

    It never raises: the last good ones stay.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append(True)
        return
    try:
        tasks.print_offer_soon()
        look = leaflet.look_over()
        if look.to_make:
            enqueue_once(tasks.make_leaflets)
        if (problems := _problems.get()) is not None:
            problems += look.problems
    except Exception:
        logger.exception("The leaflets could not be made again; the last good ones stay.")
