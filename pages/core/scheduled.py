"""Where whoever does work on a schedule says how to find what is late. `/readyz` and the start ask here."""

import datetime
from collections.abc import Callable, Iterable

# Each function gives a line for every scheduled work that, at this moment, is late or has failed last time.
ASKED_FOR_LATE_WORK: list[Callable[[datetime.datetime], Iterable[str]]] = []


def late_work(now: datetime.datetime) -> list[str]:
    """A line for each scheduled work that has not been done as it should."""
    return [line for late in ASKED_FOR_LATE_WORK for line in late(now)]
