"""Counts what readers open, as daily totals and nothing else: no cookie, no address, no device.

Each process counts in memory and writes a batch now and then, after an answer has gone out, so that a page costs no
query more. Counts that can't be written are kept for the next time; a process that is killed loses its last batch.
"""

import atexit
import datetime
import logging
import threading
import time
from collections import Counter
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from pages.core import counted
from pages.core.small_writes import short_waits
from pages.visits.model import Counted, DailyCount

logger = logging.getLogger(__name__)

BATCH = 200
MOST_KEPT = 20_000  # different things; more than a week without a database would gather


class Key(NamedTuple):
    day: datetime.date
    what: str
    page: int


class Tally:
    """What this process has counted and not yet written."""

    def __init__(self):
        self._lock = threading.Lock()
        self._counts: Counter[Key] = Counter()
        self._since = time.monotonic()
        self._writes_at_exit = False
        self._failed = False

    def add(self, what: Counted, day: datetime.date, page: int = 0) -> None:
        """Counts one, in memory only."""
        with self._lock:
            if len(self._counts) < MOST_KEPT:
                self._counts[Key(day, what, page)] += 1
            if not self._writes_at_exit and settings.WRITE_COUNTS_AFTER is not None:
                atexit.register(self.write)
                self._writes_at_exit = True

    def write_if_due(self) -> None:
        """Writes when a batch is full or old."""
        if settings.WRITE_COUNTS_AFTER is None or not self._counts:
            return
        old = time.monotonic() - self._since >= settings.WRITE_COUNTS_AFTER
        # A database that is down is asked again after the time, not at every answer.
        if old or (self._counts.total() >= BATCH and not self._failed):
            self.write()

    def write(self) -> None:
        """Writes what there is, all of it or nothing. It never raises."""
        with self._lock:
            counts, self._counts, self._since = self._counts, Counter(), time.monotonic()
        if not counts:
            return
        try:
            _write(counts)
            self._failed = False
        except Exception as error:  # noqa: BLE001 (counting never breaks an answer, and tries again)
            logger.warning("Counts of visits wait to be written: %s.", type(error).__name__)
            self._failed = True
            with self._lock:
                self._counts.update(counts)


tally = Tally()


def add_now(what: Counted, day: datetime.date, number: int) -> None:
    """Counts so many at once, in the caller's transaction."""
    _add(Key(day, what, 0), number)


def _write(counts: Counter[Key]) -> None:
    """In the same order in every process, so that two never wait for each other; and for nobody else for long."""
    with short_waits(), transaction.atomic():
        for key in sorted(counts):
            _add(key, counts[key])


def _add(key: Key, number: int) -> None:
    counted.add(DailyCount, key._asdict(), {"count": number})
