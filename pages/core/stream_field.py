from typing import Any

from django.utils.functional import cached_property
from wagtail import fields
from wagtail.blocks import StreamBlock

from .written import check_texts_of


class StreamField(fields.StreamField):
    """Wagtail's, but its blocks stay out of the migrations: a change of a block changes no table.

    Migrations know it as Wagtail's own without any block, so they read and write its column only raw, with `update()`.
    Its texts refuse words in braces that are none.
    """

    @cached_property
    def stream_block(self) -> StreamBlock:
        block = super().stream_block
        check_texts_of(block)
        return block

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super(fields.StreamField, self).deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}
