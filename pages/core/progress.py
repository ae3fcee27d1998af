"""Words for whoever waits at a terminal while something long is done."""

import time
from collections.abc import Callable, Collection, Iterator

type Say = Callable[[str], None]

EVERY = 10  # seconds


def say_nothing(line: str) -> None:
    pass


class Progress:
    """Says what begins, and from time to time how many of its steps are done."""

    def __init__(self, say: Say, begins: str, count: int) -> None:
        self._say, self._count, self._done = say, count, 0
        self._said_at = time.monotonic()
        say(begins)

    def step(self) -> None:
        self._done += 1
        if time.monotonic() - self._said_at >= EVERY and self._done < self._count:
            self._say(f"  {self._done} of {self._count} …")
            self._said_at = time.monotonic()


def in_steps[Thing](things: Collection[Thing], say: Say, begins: str) -> Iterator[Thing]:
    """Gives the things one by one, and says how it goes on."""
    progress = Progress(say, begins, len(things))
    for thing in things:
        yield thing
        progress.step()
