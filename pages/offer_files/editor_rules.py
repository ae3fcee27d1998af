"""What the CMS's form asks of an editor beyond the model: else a page could be loaded but not saved there again."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from . import shape
from .item import Item, Problems
from .names import name_of
from .part import Part

NO_LIMIT = 1000


class FieldRule(NamedTuple):
    required: bool
    validators: list[Callable[[Any], None]]


class Rules(NamedTuple):
    """Rules of fields, and the least and the most rows of relations."""

    fields: dict[str, FieldRule]
    rows: dict[str, tuple[int, int]]


@cache
def rules_of(model: type[models.Model], part: Part) -> Rules:
    """The rules of the form in which an editor changes a page; other models keep theirs themselves."""
    if not issubclass(model, Page):
        return Rules({}, {})
    page = model() if part is Part.WHOLE else model(layer="any")
    form = cast(type[Page], model).get_edit_handler().get_form_class()(instance=page)
    return Rules(dict(_field_rules(model, part, form)), dict(_row_rules(model, part, form)))


def check_editor_rules(
    obj: models.Model, part: Part, item: Item, entries: dict[str, Item], problems: Problems, broken: set[str]
) -> None:
    """Adds what the form would say, leaving out fields that are `broken` already."""
    rules = rules_of(type(obj), part)
    for field, rule in rules.fields.items():
        name, value = name_of(field), getattr(obj, field)
        if field in broken:
            continue
        if rule.required and not value:
            problems.add(entries.get(name, item), name, "is missing")
        for validator in rule.validators if value else ():
            try:
                validator(value)
            except ValidationError as error:
                problems.add(entries.get(name, item), name, " ".join(error.messages))
    for relation, (least, most) in rules.rows.items():
        name, count = name_of(relation), len(getattr(obj, relation).all())
        if not least <= count <= most:
            limit = f"the most is {most}" if count > most else f"the least is {least}"
            problems.add(entries.get(name, item), name, f"has {count} entries; {limit}")


def _field_rules(model: type[models.Model], part: Part, form: WagtailAdminPageForm) -> Iterator[tuple[str, FieldRule]]:
    for field in shape.fields(model, part):
        asked = form.fields.get(field.name)
        if isinstance(asked, forms.CharField) and type(field) in (models.CharField, models.TextField):
            own = {type(validator) for validator in field.validators}
            extra = [validator for validator in asked.validators if type(validator) not in own]
            yield field.name, FieldRule(asked.required and field.blank, extra)


def _row_rules(
    model: type[models.Model], part: Part, form: WagtailAdminPageForm
) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in shape.relations(model, part):
        if formset := form.formsets.get(name):
            yield name, (formset.min_num if formset.validate_min else 0, formset.max_num or NO_LIMIT)
