"""An end to what is said on a line, however slowly the other side drips."""

import socket
import threading
import time
from contextlib import AbstractContextManager, suppress


class Deadline(AbstractContextManager):
    """Some seconds from now on; leaving it lets go of the line."""

    def __init__(self, seconds: float):
        self._end = time.monotonic() + seconds
        self._line = self._timer = None

    def left(self) -> float:
        """The seconds that are left. Raises TimeoutError when none is."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def cut(self, line: socket.socket) -> None:
        """Shuts the line when the time is over, by a handle of its own: TLS takes the given one away."""
        self._timer = threading.Timer(self.left(), self._shut)
        self._timer.daemon = True
        self._line = line.dup()
        self._timer.start()

    def __exit__(self, *error):
        if self._line:
            self._timer.cancel()
            self._timer.join()
            self._line.close()

    def _shut(self):
        with suppress(OSError):  # The other side was quicker.
            self._line.shutdown(socket.SHUT_RDWR)
