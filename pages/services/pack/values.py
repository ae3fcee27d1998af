"""Plain values: text, numbers, dates, true and false; the same for fields of models and of blocks."""

import datetime

from .errors import WrongError
from .item import Item


class Markdown(str):
    """Prose, so that whoever writes the file can give it lines of its own."""


def is_empty(value) -> bool:
    """True for what a pack leaves out. Nought is a number like another."""
    return value is None or value is False or (value in ("", [], {}) and not isinstance(value, int))


def read_value(kind: type, item: Item, choices=None):
    if kind is datetime.time:
        return _time(item)
    value = item.of(kind)
    if choices and value not in (allowed := [str(key) if kind is str else key for key in choices]):
        raise WrongError(f"“{value}” is not one of: {', '.join(map(str, allowed))}", item)
    return value


def _time(item):
    text = item.of(str)
    try:
        return datetime.time.fromisoformat(text)
    except ValueError:
        raise WrongError("is not a time: write it as 09:30", item) from None


def write_value(kind: type, value):
    if kind is datetime.time and value:
        return value.isoformat("auto" if value.second else "minutes")
    if value is None or kind in (bool, int, datetime.date):
        return value
    return str(value).replace("\r\n", "\n")
