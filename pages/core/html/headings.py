"""The headings of a long text, so that a reader can jump to them."""

from collections.abc import Iterable
from itertools import chain, count

from django.utils.text import slugify

from .tree import Node, Tree, rename

FEWEST = 4


def close_gaps(tree: Tree) -> None:
    """Raises headings that skip a level below the page's title: a card's `h3` before any `h2` becomes an `h2`."""
    level = 1
    for heading in tree.css("h2, h3, h4, h5, h6"):
        level = min(level_of(heading), level + 1)
        rename(tree, heading, f"h{level}")


def put_under(tree: Tree, level: int) -> None:
    """Puts the headings, which begin at the second level, below a heading of this level."""
    for heading in tree.css("h1, h2, h3, h4, h5, h6"):
        rename(tree, heading, f"h{min(6, level_of(heading) + level - 1)}")


def level_of(heading: Node) -> int:
    return int((heading.tag or "")[1:])


def give_ids(nodes: Iterable[Node]) -> list[tuple[str, str]]:
    """Gives each `h2` among `nodes` an id made of its words: the pairs of id and words.

    Fewer than four headings need no list, and stay as they are.
    """
    headings = [node for node in nodes if node.tag == "h2"]
    if len(headings) < FEWEST:
        return []
    anchors: dict[str, str] = {}
    for heading in headings:
        words = heading.text().strip()
        if "id" in heading.attrs or not words:
            continue
        base = slugify(words) or "part"
        anchor = next(name for name in chain([base], (f"{base}-{n}" for n in count(2))) if name not in anchors)
        heading.attrs["id"] = anchor
        anchors[anchor] = words
    return list(anchors.items())
