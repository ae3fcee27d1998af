"""One field of a model to and from its form in a pack."""

import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField

from .blocks import write_block
from .item import Item, Problems
from .references import References
from .shape import is_reference
from .streams import read_stream
from .text import read_text, write_text
from .values import read_value, write_value

KINDS: dict[type[models.Field], type] = {
    models.BooleanField: bool,
    models.DateField: datetime.date,
    models.IntegerField: int,
}
KINDS |= {models.TimeField: datetime.time, models.CharField: str, models.TextField: str, models.DecimalField: Decimal}


def read_field(
    field: models.Field, item: Item, references: References, problems: Problems, name: str, old: Any = None
) -> Any:
    """The value for the model's attribute. Raises WrongError; what blocks say against theirs goes to `problems`."""
    if isinstance(field, StreamField):
        return read_stream(field, item, references, problems, name, old)
    if isinstance(field, RichTextField):
        return read_text(item, field.features, references)
    if is_reference(field):
        return references.key(field.related_model, item.of(str))
    return read_value(_kind(field), item, [key for key, _label in field.flatchoices])


def write_field(field: models.Field, value: Any, references: References) -> Any:
    """The form in a pack of an attribute's value."""
    if isinstance(field, StreamField):
        return write_block(field.stream_block, field.stream_block.get_prep_value(value), references)
    if isinstance(field, RichTextField):
        return write_text(value, references)
    if is_reference(field):
        return references.name(field.related_model, value)
    return write_value(_kind(field), value)


def _kind(field: models.Field) -> type:
    for field_class, kind in KINDS.items():
        if isinstance(field, field_class) and not isinstance(field, models.DateTimeField):
            return kind
    raise TypeError(f"{field} has no form in a pack")
