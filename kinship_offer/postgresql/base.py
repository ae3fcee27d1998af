"""Django's PostgreSQL, with an end to every wait: a server that hangs must not keep the threads that serve files."""

from types import SimpleNamespace
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg import errors

from .limits import in_force, outage

NO_ANSWER = "The database does not answer."


class Connection(psycopg.Connection):
    """Gives a statement up when nothing comes back. PostgreSQL's own limits are worth nothing while it hangs itself."""

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        limit = in_force().answer
        if limit is None:
            return super().wait(gen, interval, timeout)
        if not outage.may_ask():
            raise errors.OperationalError(NO_ANSWER)
        try:
            answer = super().wait(gen, interval, timeout or limit)
        except errors._WaitTimeout:
            self.pgconn.finish()  # what it would answer later belongs to nobody
            outage.begin()
            raise errors.OperationalError(NO_ANSWER) from None
        outage.end()
        return answer


class DatabaseWrapper(base.DatabaseWrapper):
    Database = SimpleNamespace(**vars(psycopg) | {"connect": Connection.connect})

    def get_connection_params(self) -> dict[str, Any]:
        """What DATABASE_URL says itself goes before."""
        params = super().get_connection_params()
        ours = in_force().as_options()
        options = " ".join(filter(None, (ours["options"], params.get("options"))))
        return ours | params | {"options": options}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if in_force().answer is not None and not outage.may_ask():
            raise errors.OperationalError(NO_ANSWER)
        try:
            connection = super().get_new_connection(conn_params)
        except errors.ConnectionTimeout:
            outage.begin()
            raise
        outage.end()
        return connection
