"""Of every field that the site has, whether it tells about people."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from .not_personal import NOT_PERSONAL
from .purpose import Personal
from .table import TABLE

type AnyField = models.Field


def every_field() -> Iterator[tuple[type[models.Model], AnyField]]:
    """All but the numbers that rows have, and what only ties a row to another half of itself."""
    for model in apps.get_models():
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            is_number = isinstance(field, models.AutoField) and field.primary_key
            if not is_number and not getattr(field.remote_field, "parent_link", False):
                yield model, field


def lines_for(model: type[models.Model]) -> list[Personal]:
    """The table's lines that tell about this model, those of what it is derived from too."""
    return [line for line in TABLE if line.model in names_of(model)]


def names_of(model: type[models.Model]) -> set[str]:
    """Under which it may stand in the table: its own, and those of what it shares its columns with."""
    abstract = (each for each in model.__mro__ if issubclass(each, models.Model) and hasattr(each, "_meta"))
    shared = {f"{model._meta.app_label}.{each.__name__}" for each in abstract if each._meta.abstract}
    return {model._meta.label, *shared}


def points_to_a_person(field: AnyField) -> bool:
    """Which officer it was. Such a field needs no line: it tells nothing that their log-in does not."""
    return field.is_relation and field.related_model is get_user_model()


def is_known(model: type[models.Model], field: AnyField) -> bool:
    """Whether somebody has thought about it."""
    told = {name for line in lines_for(model) for name in line.fields}
    untold = {name for each in names_of(model) for name in NOT_PERSONAL.get(each, "").split()}
    return points_to_a_person(field) or field.name in told | untold
