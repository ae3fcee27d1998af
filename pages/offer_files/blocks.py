"""One block of a stream, in the form the database keeps, to and from its form in a pack.

A struct of one field is written as that field, and a stream of one kind of block as a plain list.
"""

import datetime
import uuid
from typing import Any

from wagtail import blocks

from .item import Item, WrongError
from .references import References
from .text import read_text, write_text
from .values import is_empty, read_value, write_value

KINDS: dict[type[blocks.Block], type] = {
    blocks.BooleanBlock: bool,
    blocks.IntegerBlock: int,
    blocks.DateBlock: datetime.date,
    blocks.TimeBlock: datetime.time,
}
DATES = (datetime.date, datetime.time)


def only_child(block: blocks.Block) -> str:
    """The name of a block's one child, which then goes without saying."""
    children = list(getattr(block, "child_blocks", ()))
    return children[0] if len(children) == 1 else ""


def read_block(block: blocks.Block, item: Item, references: References) -> Any:
    """The value of an item as the database keeps it. Raises WrongError, naming the item and the field inside."""
    if isinstance(block, blocks.StreamBlock):
        return [_read_stream_child(block, child, references) for child in item.of(list)]
    if isinstance(block, blocks.ListBlock):
        values = [read_block(block.child_block, child, references) for child in item.of(list)]
        return [{"type": "item", "value": value, "id": str(uuid.uuid4())} for value in values]
    if isinstance(block, blocks.StructBlock):
        return _read_struct(block, item, references)
    if isinstance(block, blocks.RichTextBlock):
        return read_text(item, block.features, references)
    if isinstance(block, blocks.ChooserBlock):
        return references.key(block.model_class, item.of(str))
    value = read_value(_kind(block), item)
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value


def _read_stream_child(block: blocks.StreamBlock, item: Item, references: References) -> dict[str, Any]:
    name = only_child(block)
    if not name:
        pairs = item.of(dict)
        name = next(iter(pairs), "")
        if len(pairs) != 1 or name not in block.child_blocks:
            raise WrongError(f"a block is one of: {', '.join(block.child_blocks)}", item)
        return {"type": name, "value": _inside(name, block.child_blocks[name], pairs[name], references)}
    return {"type": name, "value": read_block(block.child_blocks[name], item, references)}


def _read_struct(block: blocks.StructBlock, item: Item, references: References) -> dict[str, Any]:
    if name := only_child(block):
        return {name: read_block(block.child_blocks[name], item, references)}
    values = {}
    for name, child in item.of(dict).items():
        if name not in block.child_blocks:
            raise WrongError(f"“{name}” is not known here; known are: {', '.join(block.child_blocks)}", child)
        values[name] = _inside(name, block.child_blocks[name], child, references)
    return values


def _inside(name: str, block: blocks.Block, item: Item, references: References) -> Any:
    try:
        return read_block(block, item, references)
    except WrongError as wrong:
        wrong.item = wrong.item or item
        wrong.field = ".".join(filter(None, (name, wrong.field)))
        raise


def write_block(block: blocks.Block, value: Any, references: References) -> Any:
    """The form in a pack of a value as the database keeps it."""
    if isinstance(block, blocks.StreamBlock):
        children = [_write_stream_child(block, child, references) for child in value or ()]
        return [child for child in children if child is not None]
    if isinstance(block, blocks.ListBlock):
        items = [child["value"] if _is_list_item(child) else child for child in value or ()]
        return [write_block(block.child_block, item, references) for item in items]
    if isinstance(block, blocks.StructBlock):
        written = {
            name: write_block(child, (value or {}).get(name), references) for name, child in block.child_blocks.items()
        }
        return next(iter(written.values())) if only_child(block) else _without_empty(written)
    if isinstance(block, blocks.RichTextBlock):
        return write_text(value, references)
    if isinstance(block, blocks.ChooserBlock):
        return references.name(block.model_class, value)
    kind = _kind(block)
    return write_value(kind, kind.fromisoformat(value) if value and kind in DATES else value)


def _write_stream_child(block: blocks.StreamBlock, child: dict[str, Any], references: References) -> Any:
    name = child["type"]
    value = write_block(block.child_blocks[name], child["value"], references) if name in block.child_blocks else None
    if is_empty(value):
        return None
    return value if only_child(block) else {name: value}


def _is_list_item(child: object) -> bool:
    return isinstance(child, dict) and child.keys() == {"type", "value", "id"} and child["type"] == "item"


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if not is_empty(value)}


def _kind(block: blocks.Block) -> type:
    return next((kind for block_class, kind in KINDS.items() if isinstance(block, block_class)), str)
