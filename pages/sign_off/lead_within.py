"""Leads the links of a drawn draft to the other drafts of its set, so that the signer stays among them."""

import re

from pages.core.html.tree import Tree

LEADING = ("action", "href", "data-hx-get")
PATH_ENDS = re.compile(r"[?#]")


def lead_within(tree: Tree, addresses: dict[str, str]) -> None:
    """Puts the `addresses` of live pages in place of those that are their keys."""
    for name in LEADING:
        for element in tree.css(f"[{name}]"):
            url = element.attrs.sget(name)
            path = PATH_ENDS.split(url, maxsplit=1)[0]
            if address := addresses.get(path):
                element.attrs[name] = address + url.removeprefix(path)
