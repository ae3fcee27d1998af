"""Whether the site is able to serve, for monitors that ask every few seconds."""

import logging
import threading
import time
from collections.abc import Callable, Mapping

from django.db import connections

from . import database, disk, schedule, shared_cache
from .unfit import UnfitError

logger = logging.getLogger(__name__)

# Seconds that all parts together may take, and that an answer is good for: asking often costs nothing.
LONGEST, KEPT = 4, 5

type Ask = Callable[[], None]

PARTS: dict[str, tuple[Ask, ...]] = {
    "database": (database.can_be_written,),
    "migrations": (database.is_migrated,),
    "disk": (disk.can_be_written, disk.has_room),
    "cache": (shared_cache.keeps_what_it_is_given,),
    "schedule": (schedule.is_kept,),
}


class _Asking(threading.Thread):
    """Asks one part beside the others. One that hangs is left hanging, and not asked again meanwhile."""

    def __init__(self, part: str, asks: tuple[Ask, ...]):
        super().__init__(name=f"ready-{part}", daemon=True)
        self.asks, self.trouble = asks, f"It did not answer within {LONGEST} seconds."

    def run(self) -> None:
        self.trouble = trouble_with(self.asks)
        connections.close_all()


def trouble_with(asks: tuple[Ask, ...]) -> str:
    """What is wrong first of all, or nothing."""
    try:
        for ask in asks:
            ask()
    except UnfitError as error:
        return str(error)
    except Exception as error:  # whatever it is, the part can't be relied on
        logger.exception("The site can't be asked whether it is ready.")
        return type(error).__name__
    return ""


class Readiness:
    """Asks all parts at the same time, and remembers the answer for a while."""

    def __init__(self, parts: Mapping[str, tuple[Ask, ...]]):
        self.parts = parts
        self._asking: dict[str, _Asking] = {}
        self._troubles: dict[str, str] = {}
        self._good_until = 0.0
        self._lock = threading.Lock()

    def troubles(self) -> dict[str, str]:
        """For each part what is wrong with it; nothing when all is well."""
        with self._lock:  # others who ask now get this answer
            if time.monotonic() >= self._good_until:
                self._troubles = self._ask()
                self._good_until = time.monotonic() + KEPT
            return self._troubles

    def _ask(self) -> dict[str, str]:
        end = time.monotonic() + LONGEST
        for part, asks in self.parts.items():
            if part not in self._asking or not self._asking[part].is_alive():
                self._asking[part] = _Asking(part, asks)
                self._asking[part].start()
        for asking in self._asking.values():
            asking.join(max(0, end - time.monotonic()))
        return {part: asking.trouble for part, asking in self._asking.items()}


readiness = Readiness(PARTS)
