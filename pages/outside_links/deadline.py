"""An end to what is said on a line, however slowly the other side drips."""

import socket
import threading
import time
from contextlib import AbstractContextManager, suppress


class Deadline(AbstractContextManager):
    """Some seconds from now on; leaving it lets go of the line."""

    def __init__(self, seconds: float):
        self._end = time.monotonic() + seconds
        self._running: tuple[threading.Timer, socket.socket] | None = None

    def left(self) -> float:
        """The seconds that are left. Raises TimeoutError when none is."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def cut(self, line: socket.socket) -> None:
        """Shuts the line when the time is over, by a handle of its own: TLS takes the given one away."""
        seconds, handle = self.left(), line.dup()
        timer = threading.Timer(seconds, _shut, [handle])
        timer.daemon = True
        self._running = timer, handle
        timer.start()

    def __exit__(self, *error: object) -> None:
        if self._running:
            timer, handle = self._running
            timer.cancel()
            timer.join()
            handle.close()


def _shut(handle: socket.socket) -> None:
    with suppress(OSError):  # The other side was quicker.
        handle.shutdown(socket.SHUT_RDWR)
