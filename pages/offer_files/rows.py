"""Child rows: a list of names and values for each, or of one value each where a row has only one field."""

from django.core.exceptions import ValidationError
from django.db import models

from . import shape
from .fields import read_field
from .fill_fields import fill_fields, report_fields, report_unknown
from .form import form_of
from .item import Item, Problems, WrongError
from .names import name_of
from .references import References


def read_rows(
    child: type[models.Model], entry: Item | None, references: References, problems: Problems, name: str
) -> list[models.Model]:
    """The rows of a list, unsaved and in order."""
    if entry is None:
        return []
    try:
        items = entry.of(list)
    except WrongError as wrong:
        problems.add_wrong(entry, name, wrong)
        return []
    rows: list[models.Model] = []
    for place, item in enumerate(items):
        row = child(sort_order=place) if hasattr(child, "sort_order") else child()
        try:
            _fill_row(row, item, references, problems, name)
        except WrongError as wrong:
            problems.add_wrong(item, name, wrong)
        rows.append(row)
    _refuse_doubles(child, rows, items, problems, name)
    return rows


def check_rows(rows: list[models.Model], entry: Item | None, problems: Problems, name: str) -> None:
    """Adds what each row's model says of it as a whole, once all the rows could be read."""
    for row, item in zip(rows, entry.of(list) if entry else [], strict=True):
        try:
            row.clean()
        except ValidationError as error:
            report_fields(error, item, item.value if isinstance(item.value, dict) else {}, problems, f"{name}.")


def keep_rows(old: list[models.Model], new: list[models.Model], references: References) -> list[models.Model]:
    """The new rows; one that says the same as an old one is that one, in its new place."""
    free = [(form_of(row, references, sparse=True), row) for row in old]
    kept = []
    for row in new:
        form = form_of(row, references, sparse=True)
        same = next((pair for pair in free if pair[0] == form), None)
        if same:
            free.remove(same)
        kept.append(same[1] if same else row)
    for place, row in enumerate(kept):
        if hasattr(row, "sort_order"):
            row.sort_order = place
    return kept


def _fill_row(row: models.Model, item: Item, references: References, problems: Problems, name: str) -> None:
    fields = shape.fields(type(row))
    if len(fields) > 1:
        entries = item.of(dict)
        report_unknown(entries, [name_of(field.name) for field in fields], problems, f"{name}.")
        fill_fields(row, fields, item, entries, references, problems, f"{name}.")
        return
    value = read_field(fields[0], item, references, problems, name)
    setattr(row, fields[0].attname, value)
    if not shape.is_reference(fields[0]):
        try:
            fields[0].clean(value, row)
        except ValidationError as error:
            problems.add(item, name, " ".join(error.messages))


def _refuse_doubles(
    child: type[models.Model], rows: list[models.Model], items: list[Item], problems: Problems, name: str
) -> None:
    """No two rows may say what the model wants said once for each parent."""
    parent = shape.parent_key(child).name
    for rule in child._meta.constraints:
        if not isinstance(rule, models.UniqueConstraint) or parent not in rule.fields or rule.condition:
            continue
        seen = set()
        once = set(rule.fields) - {parent}
        columns = [field.attname for field in child._meta.concrete_fields if field.name in once]
        for row, item in zip(rows, items, strict=True):
            values = tuple(getattr(row, column) for column in columns)
            if values in seen and all(values):
                problems.add(item, name, "is there twice")
            seen.add(values)
