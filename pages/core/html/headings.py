"""The headings of a long text, so that a reader can jump to them."""

import re
from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.text import slugify

HEADING = re.compile(r"<(/?)h([2-6])\b")
H2 = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)
FEWEST = 4


class Headed(NamedTuple):
    """HTML whose second-level headings have ids, and the pairs of id and words; none for a short text."""

    html: str
    headings: list[tuple[str, str]]


def without_gaps(html: str) -> str:
    """Raises headings that skip a level below the page's title: a card's `h3` before any `h2` becomes an `h2`."""
    level = 1

    def raised(match):
        nonlocal level
        if not match[1]:
            level = min(int(match[2]), level + 1)
        return f"<{match[1]}h{level}"

    return HEADING.sub(raised, html)


def with_headings(html: str) -> Headed:
    """Gives each `h2` an id made of its words. Fewer than four headings need no list, and stay as they are."""
    if len(H2.findall(html)) < FEWEST:
        return Headed(html, [])
    headings: list[tuple[str, str]] = []

    def identify(match):
        words = unescape(strip_tags(match[2])).strip()
        if " id=" in match[1] or not words:
            return match[0]
        base = slugify(words) or "part"
        taken = {anchor for anchor, _words in headings}
        anchor = next(name for name in (base, *(f"{base}-{n}" for n in range(2, 100))) if name not in taken)
        headings.append((anchor, words))
        return f'<h2{match[1]} id="{anchor}">{match[2]}</h2>'

    return Headed(H2.sub(identify, html), headings)
