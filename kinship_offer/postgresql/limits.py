"""How long anybody waits for PostgreSQL. Requests wait a few seconds, commands as long as their work takes."""

import threading
import time
from typing import Any, NamedTuple

# Seconds that a server which did not answer is left alone: until then a page fails at once and costs no thread.
LEFT_ALONE = 5


class Limits(NamedTuple):
    """In seconds. All but `connect` and `answer` are held by the server itself, which may be what hangs."""

    connect: int
    statement: int
    lock: int  # waiting for what another writes
    idle: int  # in the middle of a transaction, while others wait for what it has locked
    answer: int | None  # for a server that takes a statement and says nothing more

    def as_options(self) -> dict[str, Any]:
        """As psycopg takes them. A machine that is gone without a word is noticed within a minute."""
        held = {"statement": self.statement, "lock": self.lock, "idle_in_transaction_session": self.idle}
        return {
            "connect_timeout": self.connect,
            "options": " ".join(f"-c {name}_timeout={seconds * 1000}" for name, seconds in held.items()),
            "keepalives_idle": 30,
            "keepalives_interval": 10,
            "keepalives_count": 3,
            "tcp_user_timeout": 30_000,
        }


# A page's statements take milliseconds. Somebody who saves waits a little for another's save; a leaflet that is tried
# in the middle of a save takes up to half a minute.
REQUESTS = Limits(connect=3, statement=5, lock=3, idle=60, answer=7)
# A migration rewrites a table, an offer is loaded in one transaction and printing reads all of it. They wait for each
# other, but not for ever.
COMMANDS = Limits(connect=10, statement=15 * 60, lock=60, idle=60 * 60, answer=None)

_serving = threading.Event()


def serve_requests() -> None:
    """From now on this process answers requests, where somebody waits."""
    _serving.set()


def in_force() -> Limits:
    return REQUESTS if _serving.is_set() else COMMANDS


class Outage:
    """Remembers that the server did not answer: then one request after another asks it, and the others do not wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lasts = False
        self._asked_again_at = 0.0

    def begin(self) -> None:
        with self._lock:
            self._lasts, self._asked_again_at = True, time.monotonic() + LEFT_ALONE

    def end(self) -> None:
        self._lasts = False

    def may_ask(self) -> bool:
        """False while the server is left alone. Whoever gets True in an outage asks for all."""
        if not self._lasts:
            return True
        with self._lock:
            if time.monotonic() < self._asked_again_at:
                return False
            self._asked_again_at = time.monotonic() + LEFT_ALONE
            return True


outage = Outage()
