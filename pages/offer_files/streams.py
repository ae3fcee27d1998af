"""A whole stream of blocks as a pack has it: checked by the blocks' own rules, and known again from load to load."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from .blocks import only_child, read_block, write_block
from .item import Item, Problems
from .references import References

# The errors of blocks that hold others.
OF_SEVERAL = (blocks.ListBlockValidationError, blocks.StreamBlockValidationError, blocks.StructBlockValidationError)


def read_stream(
    field: StreamField,
    item: Item,
    references: References,
    problems: Problems,
    name: str,
    old: StreamValue | None,
) -> StreamValue:
    """The value of a field, with the blocks of the `old` one where they say the same. What its rules say is added."""
    raw = read_block(field.stream_block, item, references)
    value = field.to_python(_keep_ids(field.stream_block, raw, old, references))
    try:
        field.stream_block.clean(value)
    except ValidationError as error:
        _report(field.stream_block, error, item, name, problems)
    return value


def _keep_ids(
    block: blocks.StreamBlock, new: list[dict[str, Any]], old: StreamValue | None, references: References
) -> list[dict[str, Any]]:
    """The new blocks: the old one itself where it says the same, else with the id of the one in its place.

    So comments and histories stay with the blocks they are about.
    """
    free = dict(enumerate(block.get_prep_value(old))) if old else {}
    words_at = {at: write_block(block, [child], references) for at, child in free.items()}
    kept = {}
    for at, child in enumerate(new):
        words = write_block(block, [child], references) if free else None
        if (same := next((place for place in free if words_at[place] == words), None)) is not None:
            kept[at] = free.pop(same)
    for at, child in enumerate(new):
        if at not in kept and at in free and free[at]["type"] == child["type"]:
            kept[at] = child | {"id": free.pop(at)["id"]}
    return [kept.get(at, child) for at, child in enumerate(new)]


def _report(block: blocks.Block, error: ValidationError, item: Item, field: str, problems: Problems) -> None:
    """Adds each complaint of a block's ValidationError, however deep it lies, beside the lines of the file."""
    if not isinstance(error, OF_SEVERAL):
        for message in error.messages:
            problems.add(item, field, message)
        return
    for message in error.non_block_errors.as_data():
        problems.add(item, field, " ".join(message.messages))
    for place, inner_error in error.block_errors.items():
        child, child_item, name = _inside(block, item, place)
        _report(child, inner_error, child_item, f"{field}.{name}" if name else field, problems)


def _inside(block: blocks.Block, item: Item, place: Any) -> tuple[blocks.Block, Item, str]:
    """The child block, its item, and its name if it is written."""
    if isinstance(block, blocks.ListBlock):
        return block.child_block, item.of(list)[place], ""
    if isinstance(block, blocks.StructBlock):
        child = block.child_blocks[place]
        return (child, item, "") if only_child(block) else (child, item.of(dict).get(place, item), place)
    if name := only_child(block):
        return block.child_blocks[name], item.of(list)[place], ""
    name, child_item = next(iter(item.of(list)[place].of(dict).items()))
    return block.child_blocks[name], child_item, name
