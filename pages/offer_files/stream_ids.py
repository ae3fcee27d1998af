"""Keeps the identity of blocks from one load to the next, so that comments and histories stay with them."""

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue

from .blocks import write_block
from .references import References


def keep_ids(block: blocks.StreamBlock, new: list[dict], old: StreamValue | None, references: References) -> list[dict]:
    """The new blocks: the old one itself where it says the same, else with the id of the one in its place."""
    free = dict(enumerate(block.get_prep_value(old))) if old else {}
    said = {at: write_block(block, [child], references) for at, child in free.items()}
    kept = {}
    for at, child in enumerate(new):
        words = write_block(block, [child], references) if free else None
        if (same := next((place for place in free if said[place] == words), None)) is not None:
            kept[at] = free.pop(same)
    for at, child in enumerate(new):
        if at not in kept and at in free and free[at]["type"] == child["type"]:
            kept[at] = child | {"id": free.pop(at)["id"]}
    return [kept.get(at, child) for at, child in enumerate(new)]
