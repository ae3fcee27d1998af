"""Which row of a fact holds on a day. The day alone decides: nothing has to run when a new year begins."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol


class Dated(Protocol):
    """Anything with a first and a last right day; nothing where nobody knows them."""

    @property
    def valid_from(self) -> datetime.date | None: ...

    @property
    def valid_until(self) -> datetime.date | None: ...


def row_on[Row: Dated](rows: Iterable[Row], day: datetime.date) -> Row | None:
    """The row that began last by `day`, though it may be over by then. Of rows that are all to come, the first."""
    in_order = sorted(rows, key=_begins)
    begun = [row for row in in_order if _begins(row) <= day]
    return begun[-1] if begun else in_order[0] if in_order else None


def overlaps[Row: Dated](rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    """The pairs of rows next to each other that hold on the same day. One without an end ends as the next begins."""
    in_order = sorted(rows, key=_begins)
    return [
        (earlier, later)
        for earlier, later in pairwise(in_order)
        if _begins(earlier) == _begins(later) or (earlier.valid_until and earlier.valid_until >= _begins(later))
    ]


def _begins(row: Dated) -> datetime.date:
    return row.valid_from or datetime.date.min
