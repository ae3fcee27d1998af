from typing import Any

from wagtail import fields


class StreamField(fields.StreamField):
    """Wagtail's, but its blocks stay out of the migrations: a change of a block changes no table.

    Migrations know it as Wagtail's own without any block, so they read and write its column only raw, with `update()`.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super(fields.StreamField, self).deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}
