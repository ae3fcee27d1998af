"""The cache, the mail server or the database may be down: that costs what it would have done, never an answer."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def may_be_down(logger: logging.Logger, what: str, *args: object, level: int = logging.WARNING) -> Iterator[None]:
    """Gives up what is in it when it fails, and logs `what` with the kind of the error.

    Never the error itself: a server's own words may repeat a message, an address or a whole row. A `return` in it is
    followed, where it failed, by the line after it.
    """
    try:
        yield
    except Exception as error:  # noqa: BLE001 (whatever the cause, it is of no use to whoever waits for an answer)
        logger.log(level, what + ": %s.", *args, type(error).__name__)
