"""Which fields and child rows of a model belong in its file: those an editor fills in."""

from functools import cache
from typing import TypeGuard

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page

from .names import OTHERS, PLACES, REGISTERS
from .part import Part

PERSONAL = {"owner_name", "owner_email", "lead_email"}  # whose work it is stays in the council
OF_EVERY_PAGE = {"title", "search_description"}
UNWRITTEN = ParentalKey | models.FileField


@cache
def fields(model: type[models.Model], part: Part = Part.WHOLE) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if _belongs(field) and part.has(field.name)]


@cache
def relations(model: type[models.Model], part: Part = Part.WHOLE) -> dict[str, type[models.Model]]:
    """The child models whose rows are written with the model, by the name of the relation, in the order of the file.

    Django's own order follows the order in which models are imported.
    """
    if not issubclass(model, ClusterableModel):
        return {}
    children = {relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(model)}
    ours = [name for name, child in children.items() if child._meta.app_label == model._meta.app_label]
    ours = [name for name in ours if part.has(name)]
    return {name: children[name] for name in sorted(ours, key=lambda name: PLACES.get(name, PLACES[OTHERS]))}


def parent_key(child: type[models.Model]) -> ParentalKey:
    return next(field for field in child._meta.concrete_fields if isinstance(field, ParentalKey))


def is_reference(field: models.Field) -> TypeGuard[models.ForeignKey]:
    return isinstance(field, models.ForeignKey)


def _belongs(field: models.Field) -> bool:
    if field.primary_key or not field.editable or isinstance(field, UNWRITTEN) or field.name in PERSONAL:
        return False
    if isinstance(field, models.OneToOneField) and field.remote_field.parent_link:
        return False
    if field.model is Page:
        return field.name in OF_EVERY_PAGE
    if is_reference(field):
        return issubclass(field.related_model, Page) or field.related_model in REGISTERS.values()
    return True
