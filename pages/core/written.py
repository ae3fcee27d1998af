"""What officers write: a word in braces that is none of ours is refused beside the very field it stands in."""

from collections.abc import Collection, Iterator
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from .inline import problems, problems_in_html

# Addresses and names of things: nobody reads them as a text, and their own rules know no brace.
NO_TEXT = (models.EmailField, models.SlugField, models.URLField)
IN_THE_TREE = {"path", "url_path"}


class Written:
    """A model with texts by officers: pages, the rows on them, and what is typed once and shown everywhere.

    It stands first among a model's bases: what is checked here comes to what the model checks itself.
    """

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """The fields' own checks, and that each word in braces is one. Raises ValidationError."""
        errors: dict[str, Any] = {}
        try:
            super().clean_fields(exclude=exclude)  # type: ignore[misc]  # the model's own
        except ValidationError as error:
            errors = error.update_error_dict({})
        for field in text_fields(cast(type[models.Model], type(self))):
            if field.name not in (exclude or ()) and field.name not in errors:
                errors |= _problems_of(field, getattr(self, field.attname))
        if errors:
            raise ValidationError(errors)


def text_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """The fields of a model that hold an officer's own words. Blocks check themselves."""
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, NO_TEXT)
        is_typed = field.editable and not field.choices and field.name not in IN_THE_TREE
        if is_text and is_typed and not isinstance(field, StreamField):
            yield field


def refuse_unknown_words(text: str) -> None:
    """A validator: each word in braces is one. Raises ValidationError, with one message for each that is not."""
    if messages := problems(text):
        raise ValidationError(messages)


def refuse_unknown_words_in_html(html: str) -> None:
    """The same for rich text, as the editor sends it."""
    if messages := problems_in_html(html):
        raise ValidationError(messages)


def check_texts_of(block: blocks.Block) -> None:
    """Has every text in a block, however deep, refuse unknown words, beside its own input."""
    if isinstance(block, blocks.BaseStreamBlock | blocks.BaseStructBlock):
        for child in block.child_blocks.values():
            check_texts_of(child)
    elif isinstance(block, blocks.ListBlock):
        check_texts_of(block.child_block)
    elif isinstance(block, blocks.RichTextBlock):
        # Its form field, which takes these options, is made when an editor is first drawn.
        block.field_options["validators"] = _with(block.field_options["validators"], refuse_unknown_words_in_html)
    elif isinstance(block, blocks.CharBlock):
        block.field.validators = _with(block.field.validators, refuse_unknown_words)
    elif isinstance(block, blocks.TextBlock):
        block.field_options["validators"] = _with(block.field_options["validators"], refuse_unknown_words)


def _with(validators: Collection[Any], validator: Any) -> list[Any]:
    return [*validators, *([] if validator in validators else [validator])]


def _problems_of(field: models.Field, value: str | None) -> dict[str, list[str]]:
    messages = (problems_in_html if isinstance(field, RichTextField) else problems)(value or "")
    return {field.name: messages} if messages else {}
