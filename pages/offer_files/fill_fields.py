"""Sets the fields of one object, a page, an entry or a row, and checks each."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models.fields import NOT_PROVIDED
from wagtail.fields import StreamField

from . import shape
from .fields import read_field
from .item import Item, Problems, WrongError
from .names import name_of
from .references import References

MISSING = "is missing"
EMPTY_CODES = frozenset({"blank", "null", "required"})


def fill_fields(
    obj: models.Model,
    fields: list[models.Field],
    item: Item,
    entries: dict[str, Item],
    references: References,
    problems: Problems,
    prefix: str = "",
    keep: bool = False,
) -> set[str]:
    """Sets the fields from `entries`, runs each one's own checks, and returns the names of those that don't fit."""
    broken = set()
    for field in fields:
        entry, name = entries.get(name_of(field.name)), prefix + name_of(field.name)
        before = len(problems)
        try:
            if entry is None:
                value = _when_missing(field)
            else:
                old = getattr(obj, field.attname) if keep else None
                value = read_field(field, entry, references, problems, name, old)
            setattr(obj, field.attname, value)
        except WrongError as wrong:
            problems.add_wrong(entry or item, name, wrong)
        if len(problems) > before:
            broken.add(field.name)
    try:
        obj.clean_fields(exclude=_unchecked(obj, fields) | broken)
    except ValidationError as error:
        report_fields(error, item, entries, problems, prefix)
        broken |= set(error.error_dict)
    return broken


def report_fields(
    error: ValidationError, item: Item, entries: dict[str, Item], problems: Problems, prefix: str = ""
) -> None:
    """Adds what a model says against its fields, beside their lines."""
    for field, errors in error.update_error_dict({}).items():
        name = "" if field == NON_FIELD_ERRORS else name_of(field)
        for each in errors:
            missing = each.code in EMPTY_CODES and name not in entries
            problems.add(entries.get(name, item), prefix + name, MISSING if missing else " ".join(each.messages))


def report_unknown(entries: dict[str, Item], names: Collection[str], problems: Problems, prefix: str = "") -> None:
    """Adds the names that nothing is called, with the one that may be meant."""
    for name in entries.keys() - set(names):
        near = get_close_matches(name, names, n=1)
        hint = f": do you mean {near[0]}?" if near else f"; known are: {', '.join(sorted(names))}"
        problems.add(entries[name], prefix + name, f"is not known here{hint}")


def _when_missing(field: models.Field) -> Any:
    """The default of a field without a line. One that is worked out, such as today, must be written down."""
    if isinstance(field, StreamField):
        return []
    if (shape.is_reference(field) and not field.null) or (
        field.default is not NOT_PROVIDED and callable(field.default)
    ):
        raise WrongError(MISSING)
    return field.get_default()


def _unchecked(obj: models.Model, fields: list[models.Field]) -> set[str]:
    """References were looked up already; other fields are not the file's business."""
    checked = {field.name for field in fields if not shape.is_reference(field)}
    return {field.name for field in obj._meta.concrete_fields} - checked
