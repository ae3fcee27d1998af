"""Transactions of a backup, and of putting one back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """Inside it the database is read as it stands at one moment, whatever others write meanwhile; they don't wait."""
    reading = _reading_postgresql if connection.vendor == "postgresql" else _reading_sqlite
    with reading():
        yield


@contextmanager
def one_change() -> Iterator[None]:
    """What is done inside it is kept as a whole or not at all, tables that are made included, however long it takes."""
    # SQLite has tables made in a transaction only where it was told before not to look at the ties between rows.
    with connection.constraint_checks_disabled(), transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = 0")
        yield


@contextmanager
def _reading_postgresql() -> Iterator[None]:
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _reading_sqlite() -> Iterator[None]:
    """The site's transactions begin by locking all other writers out. One that only reads has no need to."""
    sqlite: Any = connection  # the mode is SQLite's alone
    sqlite.ensure_connection()
    usual, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic(durable=True):
            yield
    finally:
        sqlite.transaction_mode = usual
