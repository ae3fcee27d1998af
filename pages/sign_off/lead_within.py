"""Leads the links of a drawn draft to the other drafts of its set, so that the signer stays among them."""

import re
from html import escape

LINK = re.compile(r'\b(?P<name>href|action|hx-get)="(?P<path>/[^"?#]*)(?P<rest>[?#][^"]*)?"')


def lead_within(html: str, addresses: dict[str, str]) -> str:
    """The page's HTML with the `addresses` of live pages put in place of those that are their keys."""

    def lead(match: re.Match) -> str:
        address = addresses.get(match["path"])
        return f'{match["name"]}="{escape(address)}{match["rest"] or ""}"' if address else match[0]

    return LINK.sub(lead, html)
