"""The texts inside StreamField blocks, whatever blocks there are."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from .passage import Passage, Where, passage_of

TEXT = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
# What blocks call the texts that their templates show as headings.
HEADINGS = {"heading", "title"}


def block_passages(stream: blocks.StreamValue | None, path: str, label: str, part: str = "") -> Iterator[Passage]:
    """The passages of every block of a stream that holds text. Each block of the outermost stream is one part."""
    if not stream:
        return
    kinds = [raw["type"] for raw in stream.raw_data]
    seen: Counter[str] = Counter()
    for number, kind in enumerate(kinds):
        seen[kind] += 1
        block = stream.stream_block.child_blocks.get(kind)
        if block is None or not _has_text(block):
            continue
        child = stream[number]
        here = f"{path}.{child.id or f'~{number}'}"
        name = _numbered(block, seen[kind], kinds.count(kind))
        yield from _in_block(block, child.value, here, f"{label}, {name}", part or here)


def _in_block(block: blocks.Block, value: Any, path: str, label: str, part: str) -> Iterator[Passage]:
    if value is None or not _has_text(block):
        return
    if isinstance(block, blocks.BaseStreamBlock):
        yield from block_passages(value, path, label, part)
    elif isinstance(block, blocks.ListBlock):
        for number, child in enumerate(value.bound_blocks):
            name = _numbered(block.child_block, number + 1, len(value))
            here = f"{path}.{child.id or f'~{number}'}"
            yield from _in_block(block.child_block, child.value, here, f"{label}, {name}", part)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, inner in block.child_blocks.items():
            yield from _in_block(inner, value.get(name), f"{path}.{name}", _inner_label(block, inner, label), part)
    elif isinstance(block, TEXT):
        is_rich = isinstance(block, blocks.RichTextBlock)
        text = value.source if is_rich and hasattr(value, "source") else str(value)
        yield passage_of(text, Where(path, label), part, is_rich=is_rich, is_heading=block.name in HEADINGS)


def _has_text(block: blocks.Block) -> bool:
    if isinstance(block, blocks.ListBlock):
        return _has_text(block.child_block)
    if isinstance(block, blocks.BaseStreamBlock | blocks.BaseStructBlock):
        return any(_has_text(inner) for inner in block.child_blocks.values())
    return isinstance(block, TEXT)


def _inner_label(block: blocks.BaseStructBlock, inner: blocks.Block, label: str) -> str:
    """The field's own name too, where a block has more than one text."""
    texts = [child for child in block.child_blocks.values() if _has_text(child)]
    return f"{label}, {str(inner.label).lower()}" if len(texts) > 1 else label


def _numbered(block: blocks.Block, number: int, of: int) -> str:
    name = str(block.label).lower()
    return f"{name} {number}" if of > 1 else name
