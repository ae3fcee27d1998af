"""Paper that is made while one visitor waits: one at once for each, and few for the whole site."""

import datetime
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.utils.crypto import salted_hmac

from pages.core.lease import TakenError, holding
from pages.core.small_writes import NotWrittenError, at_once_or_not
from pages.core.visitor import place_of

PLACES = ("pack 1", "pack 2")
_making = threading.Lock()


class BusyError(Exception):
    """Too much paper is being made, or some for this visitor: they should try again in a moment."""


@contextmanager
def turn_of(visitor: str, day: datetime.date) -> Iterator[None]:
    """The turn of a visitor, by their network address, which is not written down. It waits for nobody: BusyError."""
    own = salted_hmac("pack", f"{day} {place_of(visitor)}", algorithm="sha256").hexdigest()
    with ExitStack() as turns:
        try:
            with at_once_or_not("A turn for a pack"):
                turns.enter_context(holding(f"pack of {own}"))
                turns.enter_context(holding(*PLACES))
        except TakenError:
            raise BusyError from None
        except NotWrittenError:
            turns.enter_context(_alone_in_this_process())
        yield


@contextmanager
def _alone_in_this_process() -> Iterator[None]:
    """A turn while the database takes nothing down."""
    if not _making.acquire(blocking=False):
        raise BusyError
    try:
        yield
    finally:
        _making.release()
