"""Plain values: text, numbers, dates, true and false; the same for fields of models and of blocks."""

import datetime
from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from typing import Any

from .item import Item, WrongError


class Markdown(str):
    """Prose, so that whoever writes the file can give it lines of its own."""


def is_empty(value: object) -> bool:
    """True for what a pack leaves out. Nought is a number like another."""
    return value is None or value is False or (value in ("", [], {}) and not isinstance(value, int))


def read_value(kind: type, item: Item, choices: Collection[object] | None = None) -> Any:
    if kind is datetime.time:
        return _time(item)
    if kind is Decimal:
        return _decimal(item)
    value: Any = item.of(kind)
    if choices and value not in (allowed := [str(key) if kind is str else key for key in choices]):
        raise WrongError(f"“{value}” is not one of: {', '.join(map(str, allowed))}", item)
    return value


def _time(item: Item) -> datetime.time:
    text = item.of(str)
    try:
        return datetime.time.fromisoformat(text)
    except ValueError:
        raise WrongError("is not a time: write it as 09:30", item) from None


def _decimal(item: Item) -> Decimal:
    """A number with pence: 3000, 26.05, or the same between quotes, which keep the last nought of 26.10."""
    text = str(item.value) if type(item.value) in (int, float) else item.of(str)
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        raise WrongError("is not a number: write it as 26.05", item)
    return value


def write_value(kind: type, value: Any) -> Any:
    if kind is datetime.time and value:
        return value.isoformat("auto" if value.second else "minutes")
    if kind is Decimal and value is not None:
        return int(value) if value == int(value) else f"{value:.2f}"
    if value is None or kind in (bool, int, datetime.date):
        return value
    return str(value).replace("\r\n", "\n")
