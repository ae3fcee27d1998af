from typing import Any

from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from wagtail import fields
from wagtail.blocks import StreamBlock

from .written import check_texts_of


class StreamField(fields.StreamField):
    """Wagtail's, but its blocks stay out of the migrations: a change of a block changes no table.

    Migrations know it as Wagtail's own without any block, so they read and write its column only raw, with `update()`.
    A block may be given by its path, as a `ForeignKey` names its model: so core has a field of blocks that it doesn't
    know. Its texts refuse words in braces that are none.
    """

    block_types_arg: Any

    @cached_property
    def stream_block(self) -> StreamBlock:
        if isinstance(given := self.block_types_arg, str):
            self.block_types_arg = import_string(given)
        block = super().stream_block
        check_texts_of(block)
        return block

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super(fields.StreamField, self).deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}
