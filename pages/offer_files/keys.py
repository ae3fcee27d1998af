"""Keys of a national layer's texts: the same in every council, so that one translation can serve all.

A page has its key from the layer and its path, a block or row from its page and its own words, as gettext has it. So
no council's database and no order of events is in them; who changes the words has another text, with another key.
"""

import json
import uuid
from collections import Counter
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from . import shape
from .blocks import write_block
from .form import form_of
from .part import Part
from .references import References

ALL = uuid.UUID("7983b4b9-6e27-43bb-a786-46fae5e97dd7")


def key_of_page(layer: str, path: str) -> uuid.UUID:
    """It stands in Wagtail's `translation_key`."""
    return uuid.uuid5(ALL, f"{layer}:{path}")


def key_of_row(page: Page, relation: str, row: models.Model, references: References) -> uuid.UUID:
    """The key of one child row of a national page."""
    words = form_of(row, references, sparse=True)
    return _key(page.translation_key, relation, words, 0)


def give_keys(page: Page, references: References) -> None:
    """Gives every block of the national text, and every item in one, its key as its id."""
    kind: type[models.Model] = type(page)
    for field in shape.fields(kind, Part.NATIONAL):
        if isinstance(field, StreamField):
            raw = field.stream_block.get_prep_value(getattr(page, field.name))
            _name_all(field.stream_block, raw, page.translation_key, field.name, references)
            setattr(page, field.name, raw)


def _name_all(block: blocks.Block, raw: Any, key: uuid.UUID, place: str, references: References) -> None:
    """Names the children of streams and lists in a value as the database keeps it, however deep they lie."""
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            _name_all(child, raw.get(name), key, f"{place}.{name}", references)
        return
    if not isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return
    seen: Counter[str] = Counter()
    for child in raw or ():
        inner = block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[child["type"]]
        words = [child["type"], write_block(inner, child["value"], references)]
        said = json.dumps(words, default=str, ensure_ascii=False)
        child["id"] = str(_key(key, place, words, seen[said]))
        seen[said] += 1
        _name_all(inner, child["value"], uuid.UUID(child["id"]), place, references)


def _key(key: uuid.UUID, place: str, words: object, number: int) -> uuid.UUID:
    said = json.dumps([place, words, number], default=str, ensure_ascii=False)
    return uuid.uuid5(key, said)
