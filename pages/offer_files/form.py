"""An object, a page or a shared entry, in the form it has in its file: names and plain values."""

import hashlib
import json
from typing import Any

from django.db import models
from django.db.models.fields import NOT_PROVIDED
from wagtail.models import Page

from . import shape
from .fields import write_field
from .names import KIND, in_order, kind_of, name_of
from .part import Part
from .references import References
from .values import is_empty


def form_of(obj: models.Model, references: References, sparse: bool = False, part: Part = Part.WHOLE) -> dict[str, Any]:
    """What a file says of the object, or of one part of a page. Leaves out what is empty, unless that says something.

    A sparse form leaves out every default: it stays the same when a new version of the site adds a field.
    """
    data = _fields(obj, shape.fields(type(obj), part), references, sparse)
    for name, child in shape.relations(type(obj), part).items():
        rows = sorted(getattr(obj, name).all(), key=_place)
        written = [row for row in (_row(row, child, references, sparse) for row in rows) if row]
        if written:
            data[name_of(name)] = written
    if not isinstance(obj, Page):
        return data
    return in_order(data if part is Part.HERE else {KIND: kind_of(type(obj))} | data)


def digest(data: object) -> str:
    """A short name for a form: the same form has the same name."""
    return hashlib.sha256(json.dumps(data, default=str, ensure_ascii=False).encode()).hexdigest()


def _fields(obj: models.Model, fields: list[models.Field], references: References, sparse: bool) -> dict[str, Any]:
    data = {}
    for field in fields:
        value = write_field(field, getattr(obj, field.attname), references)
        if not _goes_without_saying(field, value, sparse):
            data[name_of(field.name)] = value
    return data


def _goes_without_saying(field: models.Field, value: object, sparse: bool) -> bool:
    """True when a missing line means the same; a default that says something is written unless the form is sparse."""
    plain = field.default is not NOT_PROVIDED and not callable(field.default)
    default = field.default if plain else None
    if is_empty(value):
        return is_empty(default)
    return sparse and default is not None and value == (str(default) if isinstance(value, str) else default)


def _row(row: models.Model, child: type[models.Model], references: References, sparse: bool) -> Any:
    """A row as names and values, or as its one value. A row that points out of the offer is left out."""
    data = _fields(row, shape.fields(child), references, sparse and len(shape.fields(child)) > 1)
    needed = [field for field in shape.fields(child) if shape.is_reference(field) and not field.null]
    if any(name_of(field.name) not in data for field in needed):
        return None
    return next(iter(data.values()), None) if len(shape.fields(child)) == 1 else data


def _place(row: models.Model) -> tuple[bool, int]:
    place = getattr(row, "sort_order", None)
    return (place is None, place or 0)
