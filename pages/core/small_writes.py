"""Small writes that no reader's page depends on: counts and answers.

While the database is locked or its disk is full they are given up at once, and quietly: the page is what counts.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import Error, connection, transaction

logger = logging.getLogger(__name__)

LONGEST_WAIT = 300  # milliseconds that another's lock is waited for
WAITS = {
    "sqlite": ("PRAGMA busy_timeout", "PRAGMA busy_timeout = {}"),
    "postgresql": ("SELECT current_setting('lock_timeout')", "SET lock_timeout = '{}'"),
}
_failing: set[str] = set()


class NotWrittenError(Exception):
    """The database could not take it. It carries nothing of what was to be written."""


@contextmanager
def short_waits() -> Iterator[None]:
    """Inside it nothing waits long for what another has locked."""
    ask, change = WAITS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(ask)
        before = cursor.fetchone()[0]
        cursor.execute(change.format(LONGEST_WAIT))
    try:
        yield
    finally:
        with suppress(Error), connection.cursor() as cursor:
            cursor.execute(change.format(before))


@contextmanager
def at_once_or_not(what: str) -> Iterator[None]:
    """A transaction that is written now or given up. Only the first of many failures of a kind is logged."""
    try:
        with short_waits(), transaction.atomic():
            yield
    except Error as error:
        if what not in _failing:
            # The database's own message may repeat the whole row: only the kind of error is told.
            logger.warning("%s can't be written: %s.", what, type(error).__name__)
            _failing.add(what)
        raise NotWrittenError from None
    _failing.discard(what)
