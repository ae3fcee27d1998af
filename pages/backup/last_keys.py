"""The last key that a table has given out. Without it the key of a row long deleted would be given out again, to a page
that would then inherit the other's visits and history."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import AutoField, Model

ASK = {
    "sqlite": "SELECT seq FROM sqlite_sequence WHERE name = %s",
    "postgresql": "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)",
}
# Never down: a number that was given out meanwhile stays so, even when the rest of a restoring is taken back.
RAISE = """
    SELECT setval(sequence, GREATEST(NULLIF(%s, 0), pg_sequence_last_value(sequence), (SELECT MAX({key}) FROM {table})))
    FROM (SELECT pg_get_serial_sequence(%s, %s)::regclass AS sequence) AS its
"""


def last_keys(models: Iterable[type[Model]]) -> dict[str, int]:
    """By the model's label; nought where no row was ever made."""
    keys = {}
    with connection.cursor() as cursor:
        for model in filter(_counts, models):
            cursor.execute(ASK[connection.vendor], _named(model))
            keys[model._meta.label] = (cursor.fetchone() or [None])[0] or 0
    return keys


def go_on_from(models: Iterable[type[Model]], keys: dict[str, int]) -> None:
    """New rows get keys beyond all that were ever given out."""
    go_on = _go_on_postgresql if connection.vendor == "postgresql" else _go_on_sqlite
    for model in filter(_counts, models):
        go_on(model, keys.get(model._meta.label, 0))


def _go_on_postgresql(model: type[Model], last: int) -> None:
    table, key = _named(model)
    sql = RAISE.format(table=table, key=connection.ops.quote_name(key))
    with connection.cursor() as cursor:
        cursor.execute(sql, [last, table, key])


def _go_on_sqlite(model: type[Model], last: int) -> None:
    """SQLite counts from the highest key it was given, so a table of which all rows were deleted has no count yet."""
    [table] = _named(model)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sqlite_sequence SET seq = MAX(seq, %s) WHERE name = %s", [last, table])
        if last and not cursor.rowcount:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, last])


def _counts(model: type[Model]) -> bool:
    return isinstance(model._meta.pk, AutoField)


def _named(model: type[Model]) -> list[str]:
    """As the statements above name its table."""
    if connection.vendor == "sqlite":
        return [model._meta.db_table]
    return [connection.ops.quote_name(model._meta.db_table), str(model._meta.pk.column)]
