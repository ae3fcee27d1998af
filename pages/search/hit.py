import datetime
from typing import NamedTuple


class Hit(NamedTuple):
    """One page as a list of results shows it."""

    pk: int
    title: str
    url: str
    summary: str
    kind: str
    section: str
    slug: str
    last_checked: datetime.date | None = None
    is_overdue: bool = False
    may_have_changed: bool = False
