"""Rows as lines of JSON, and back. No model's code and no signal runs: a row comes back as it was."""

import base64
import datetime
import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Expression, ExpressionWrapper, F, Field, JSONField, Model, Value

from .errors import BackupError

AT_ONCE = 100  # rows: some hold a whole PDF


def read_rows(model: type[Model]) -> Iterator[dict[str, Any]]:
    """The rows in the order of their keys, a few at a time."""
    fields = model._meta.local_concrete_fields
    names = [field.attname for field in fields]
    rows = model._base_manager.order_by("pk").values_list(*map(_as_stored, fields))
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield dict(zip(names, row, strict=True))


def as_line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, default=_as_text, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def write_rows(model: type[Model], lines: Iterable[bytes]) -> None:
    """Adds the rows to the model's table."""
    fields = model._meta.local_concrete_fields
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        for some in batched(lines, AT_ONCE, strict=False):
            values = [_values(fields, line, model._meta.label) for line in some]
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)


def _as_stored(field: Field) -> str | Expression:
    """JSON as it lies in the table: a field of Wagtail's blocks would leave out those that the code knows no more."""
    if _is_json(field):
        return ExpressionWrapper(F(field.attname), output_field=JSONField())
    return field.attname


def _as_text(value: Any) -> str:
    """Django's own encoder cuts times down to milliseconds."""
    match value:
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case Decimal() | uuid.UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
    raise TypeError(f"{type(value).__name__} can't be written into a backup")


def _values(fields: Sequence[Field], line: bytes, label: str) -> list[Any]:
    try:
        row = json.loads(line)
        if row.keys() == {field.attname for field in fields}:
            return [_value(field, row[field.attname]) for field in fields]
    except (AttributeError, ValueError, TypeError, ArithmeticError, RecursionError, ValidationError, RuntimeWarning):
        raise BackupError(f"A row of {label} in this backup can't be read.") from None
    raise BackupError(f"{label} has other columns in this backup: it was made by another version of this site.")


def _value(field: Field, value: Any) -> Any:
    if _is_json(field):
        # Without a value there is either nothing in the column, or the word null where nothing is not allowed.
        absent = value is None and not field.null
        return JSONField().get_db_prep_save(Value(None, JSONField()) if absent else value, connection)
    return field.get_db_prep_save(field.to_python(value), connection)


def _is_json(field: Field) -> bool:
    return field.get_internal_type() == "JSONField"
