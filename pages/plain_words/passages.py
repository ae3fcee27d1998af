"""Every text of a page that readers meet, and where in the editor it stands, whatever its fields and blocks are."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from django.db import models
from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from .block_passages import block_passages
from .passage import Passage, Where, passage_of

# Fields that look like text and are none: addresses of things, and words nobody reads as a sentence.
NO_TEXT = (models.EmailField, models.SlugField, models.URLField)
NOT_READ = {"quick_searches", "venue_address"}


class Field(NamedTuple):
    name: str
    label: str
    is_rich: bool = False
    is_stream: bool = False


class Rows(NamedTuple):
    relation: str
    label: str
    fields: list[Field]


def passages(page: Page) -> list[Passage]:
    """The texts of the editor's first two tabs, in their order. Rows without text are left out."""
    texts: list[Passage] = []
    for place in _places(page.__class__):
        if isinstance(place, Rows):
            texts += _rows(page, place)
        else:
            texts += _field(page, place, place.name, place.label)
    return [passage for passage in texts if passage.lines]


@cache
def _places(model: type[Page]) -> list[Field | Rows]:
    """The text fields that an editor fills in the tabs of what this kind of page says: all of it, and here."""
    return [place for tab in model.get_edit_handler().children[:2] for place in _in_panel(tab)]


def _in_panel(panel: Panel) -> Iterator[Field | Rows]:
    if isinstance(panel, InlinePanel):
        fields = [field for field in _in_panel(panel.child_edit_handler) if isinstance(field, Field)]
        if fields:
            yield Rows(panel.relation_name, capfirst(str(panel.label)), fields)
    elif isinstance(panel, FieldPanel):
        yield from _text_field(panel)
    else:
        for child in getattr(panel, "children", ()):
            yield from _in_panel(child)


def _text_field(panel: FieldPanel) -> Iterator[Field]:
    field = next((field for field in panel.model._meta.fields if field.name == panel.field_name), None)
    if field is None or field.name in NOT_READ or isinstance(field, NO_TEXT) or field.choices:
        return
    label = capfirst(str(panel.heading or field.verbose_name))
    if isinstance(field, StreamField):
        yield Field(field.name, label, is_stream=True)
    elif isinstance(field, models.CharField | models.TextField):
        yield Field(field.name, label, is_rich=isinstance(field, RichTextField))


def _rows(page: Page, place: Rows) -> Iterator[Passage]:
    for number, row in enumerate(getattr(page, place.relation).all(), start=1):
        for field in place.fields:
            label = f"{place.label} {number}, {field.label}"
            yield from _field(row, field, f"{place.relation}.{number - 1}.{field.name}", label)


def _field(holder: models.Model, field: Field, path: str, label: str) -> Iterator[Passage]:
    value = getattr(holder, field.name, None)
    if field.is_stream:
        yield from block_passages(value, path, label)
    elif value:
        yield passage_of(str(value), Where(path, label), path, is_rich=field.is_rich)
