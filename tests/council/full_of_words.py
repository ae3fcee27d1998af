"""Texts full of words in braces: in every field and every block of whatever is given."""

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from pages.core import inline
from pages.core.written import text_fields

SHORT = ("{A navigator} at {council} in {area}.", "{A navigator}", "{area}")
NO_WORDS = {"phone", "text_number", "code", "owner_name"}
OWN_LIMIT = {"search_description": 160}


def every_word():
    """Every word there is, with and without a capital, in one text."""
    names = inline.meanings()
    return " ".join(f"{{{name}}}, {{{name.capitalize()}}}" for name in names)


def text_for(limit):
    """As many words as there is room for."""
    return next(text for text in (every_word(), *SHORT) if limit is None or len(text) <= limit)


def fill_with_words(thing: models.Model, **chosen):
    """Puts words into every text of a page, a row or an entry; `chosen` are keys of what blocks choose, by model."""
    for field in text_fields(type(thing)):
        if field.name in NO_WORDS:
            continue
        text = text_for(OWN_LIMIT.get(field.name, field.max_length))
        setattr(thing, field.name, f"<p>{text}</p>" if isinstance(field, RichTextField) else text)
    for field in type(thing)._meta.concrete_fields:
        if isinstance(field, StreamField):
            raw = filled(field.stream_block, chosen)
            setattr(thing, field.name, blocks.StreamValue(field.stream_block, raw, is_lazy=True))
    return thing


def filled(block, chosen):
    """A value of a block as the database keeps it, with words in each of its texts."""
    if isinstance(block, blocks.BaseStreamBlock):
        children = enumerate(block.child_blocks.items(), start=1)
        return [{"type": name, "value": filled(child, chosen), "id": _id(number)} for number, (name, child) in children]
    if isinstance(block, blocks.ListBlock):
        return [{"type": "item", "value": filled(block.child_block, chosen), "id": _id(1)}]
    if isinstance(block, blocks.BaseStructBlock):
        return {name: filled(child, chosen) for name, child in block.child_blocks.items()}
    if isinstance(block, SnippetChooserBlock):
        return chosen.get(block.target_model.__name__)
    if isinstance(block, blocks.RichTextBlock):
        return f"<p>{every_word()}</p>"
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return text_for(block.field.max_length)
    return block.get_default()


def _id(number):
    return f"{number:08}-0000-4000-8000-000000000000"
