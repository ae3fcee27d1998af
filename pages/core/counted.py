"""Numbers in the database that many add to at once."""

from collections.abc import Mapping

from django.db import DatabaseError, IntegrityError, models, transaction
from django.db.models import F
from django.db.models.expressions import Combinable


def add(
    model: type[models.Model],
    key: Mapping[str, object],
    numbers: Mapping[str, int],
    *,
    new: Mapping[str, object] | None = None,
    known: Mapping[str, Combinable] | None = None,
) -> None:
    """Adds the numbers to those of the row that has this key, or makes the row with them; two at once add up.

    `new` is what else a new row holds, `known` what else changes in one that is there. The key must be unique.
    Most rows are there: they cost one statement, where `update_or_create` would read and lock them first.
    """
    rows = model._default_manager.filter(**key)
    raised = {name: F(name) + number for name, number in numbers.items()} | dict(known or {})
    if rows.update(**raised):
        return
    try:
        with transaction.atomic():
            model._default_manager.create(**key, **numbers, **(new or {}))
    except IntegrityError:  # another process was first
        if not rows.update(**raised):
            raise DatabaseError("The count could neither be made nor raised.") from None
