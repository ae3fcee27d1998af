"""A command that is stopped cleans up before it ends."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

# What `kill`, a machine that shuts down, and a terminal that is closed send.
SIGNALS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def cleans_up_when_stopped() -> Iterator[None]:
    """Has these signals end the work in it as an error does; otherwise the process is gone at once."""
    ours = [number for number in SIGNALS if signal.getsignal(number) == signal.SIG_DFL]  # under nohup one is ignored
    for number in ours:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _stop(number, _frame):
    signal.signal(number, signal.SIG_IGN)  # nothing stops the cleaning up
    raise SystemExit("Stopped.")
