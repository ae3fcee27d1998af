from typing import NamedTuple

from .kept_for import kept_for
from .purpose import Purpose
from .table import TABLE


class Row(NamedTuple):
    """A row of the privacy page."""

    what: str
    why: str
    how_long: str


def how_long(purpose: Purpose) -> str:
    words = str(purpose.how_long)
    return words % {"days": kept_for(purpose).days} if "%(days)s" in words else words


def what_we_keep() -> list[Row]:
    """Each purpose once, in the order of the table."""
    purposes = dict.fromkeys(line.purpose for line in TABLE)
    return [Row(str(purpose.what), str(purpose.why), how_long(purpose)) for purpose in purposes]
