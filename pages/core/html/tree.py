"""Finished HTML as a tree: parsed once as browsers do, changed by passes, written once.

What a pass may do to a node beyond what selectolax has for it stands here.
"""

from collections.abc import Iterator, Set

from selectolax.lexbor import LexborHTMLParser, LexborNode

Tree = LexborHTMLParser
Node = LexborNode


def parse(html: str) -> Tree:
    """A piece of a page, as it may stand in its body."""
    return LexborHTMLParser(html, is_fragment=True)


def parse_document(html: str) -> Tree:
    """A whole page or paper."""
    return LexborHTMLParser(html)


def written(tree: Tree) -> str:
    return tree.html or ""


def nodes(tree: Tree) -> Iterator[Node]:
    """All elements, texts and comments, in reading order."""
    return tree.root.traverse(include_text=True) if tree.root else iter(())


def texts(tree: Tree, outside: Set[str] = frozenset()) -> list[Node]:
    """The texts that are more than white space, in reading order, outside the elements that `outside` names."""
    return [
        node
        for node in nodes(tree)
        if node.is_text_node and not node.is_empty_text_node and not _is_in(node.parent, outside)
    ]


def put_before(node: Node, html: str) -> None:
    """Puts a piece of HTML before a node, on its level."""
    for part in _parts(html):
        node.insert_before(part)


def append(node: Node, html: str) -> None:
    """Puts a piece of HTML at an element's end."""
    for part in _parts(html):
        node.insert_child(part)


def replace(node: Node, html: str) -> None:
    put_before(node, html)
    node.decompose()


def rename(tree: Tree, element: Node, name: str) -> None:
    """Makes another element of it, with the same attributes and what it holds."""
    if element.tag == name:
        return
    renamed = tree.create_node(name)
    for attribute, value in element.attributes.items():
        renamed.attrs[attribute] = value
    while element.first_child:
        renamed.insert_child(element.first_child, move=True)
    element.replace_with(renamed, move=True)


def set_attributes(element: Node, attributes: dict[str, str]) -> None:
    """Gives an element these attributes and takes all others from it."""
    for attribute in element.attributes:
        del element.attrs[attribute]
    for attribute, value in attributes.items():
        element.attrs[attribute] = value


def _is_in(element: Node | None, names: Set[str]) -> bool:
    while element is not None:
        if element.tag in names:
            return True
        element = element.parent
    return False


def _parts(html: str) -> Iterator[Node]:
    root = parse(html).root
    return root.iter(include_text=True) if root else iter(())
