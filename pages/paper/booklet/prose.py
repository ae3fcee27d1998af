"""Makes the words of web pages fit for paper: headings under their page's, links that say where they lead."""

import re
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from wagtail.models import Page

HEADING = re.compile(r"<(/?)h([1-6])\b")
LINK = re.compile(r"<a\b([^>]*)>", re.IGNORECASE)
HREF = re.compile(r'\shref="([^"]*)"')
LONGEST_ADDRESS = 60


def under(html: str, level: int) -> str:
    """The text with its headings, which begin at the second level, put below a heading of this level."""
    return HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + level - 1)}", html)


def link_up(html: str, anchors: dict[str, str]) -> str:
    """Links to pages that are in the booklet lead there, and can say on which page of paper; others are made whole.

    `anchors` gives the place in the booklet for the path of each page in it.
    """

    def change(match):
        found = HREF.search(match[1])
        href = unescape(found[1]) if found else ""
        if not href or href.startswith("#"):
            return match[0]
        path = urlsplit(href).path if href.startswith(("/", f"{settings.SITE_URL}/")) else ""
        if anchor := anchors.get(path):
            return f'<a class="inside" href="#{escape(anchor)}">'
        whole = urljoin(f"{settings.SITE_URL}/", href)
        return f'<a class="outside" href="{escape(whole)}"{_shown(whole)}>'

    return LINK.sub(change, html)


def paths(pages: list[Page]) -> dict[int, str]:
    """The path of each page on the site, by key."""
    return {page.pk: urlsplit(page.url or "").path for page in pages}


def _shown(address: str) -> str:
    """The address as paper can say it, for readers who can't tap: web addresses only, and not the long ones."""
    if not address.startswith(("http://", "https://")):
        return ""
    words = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return f' data-shown="{escape(words)}"' if len(words) <= LONGEST_ADDRESS else ""
