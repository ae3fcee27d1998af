"""Deletes what a person may have deleted."""

from django.db import models, transaction

from .find import Found, may_be_deleted
from .purpose import OnRequest


@transaction.atomic
def forget(rows: list[Found]) -> int:
    """How many rows were deleted or had their words taken out. What stays is not touched."""
    chosen = [found for found in rows if may_be_deleted(found)]
    for found in chosen:
        if found.line.purpose.on_request is OnRequest.ROW:
            found.row.delete()
        else:
            _take_words_out(found.row, found.line.whose.split() or list(found.told))
    return len(chosen)


def _take_words_out(row: models.Model, names: list[str]) -> None:
    for name in names:
        setattr(row, name, "")
    row.save(update_fields=names)
