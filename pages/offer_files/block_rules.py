"""What a block's own rules say against its value, put beside the lines of the file."""

from wagtail import blocks

from .blocks import only_child
from .errors import Problems
from .item import Item


def report(block: blocks.Block, error, item: Item, field: str, problems: Problems) -> None:
    """Adds each complaint of a block's ValidationError, however deep it lies."""
    inner = getattr(error, "block_errors", None)
    if inner is None:
        for message in error.messages:
            problems.add(item, field, message)
        return
    for message in error.non_block_errors.as_data():
        problems.add(item, field, " ".join(message.messages))
    for place, inner_error in inner.items():
        child, child_item, name = _inside(block, item, place)
        report(child, inner_error, child_item, f"{field}.{name}" if name else field, problems)


def _inside(block, item, place):
    """The child block, its item, and its name if it is written."""
    if isinstance(block, blocks.ListBlock):
        return block.child_block, item.value[place], ""
    if isinstance(block, blocks.StructBlock):
        child = block.child_blocks[place]
        return (child, item, "") if only_child(block) else (child, item.value.get(place, item), place)
    if name := only_child(block):
        return block.child_blocks[name], item.value[place], ""
    name, child_item = next(iter(item.value[place].value.items()))
    return block.child_blocks[name], child_item, name
