"""Makes the words of web pages fit for paper: headings under their page's, links that say where they lead."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from wagtail.models import Page

from pages.core.html.tree import Tree, set_attributes

LONGEST_ADDRESS = 60
DIAL = "dial"  # the class of a number to dial, which paper_tags draws


def link_up(tree: Tree, anchors: dict[str, str]) -> None:
    """Links to pages that are in the booklet lead there, and can say on which page of paper; others are made whole.

    `anchors` gives the place in the booklet for the path of each page in it.
    """
    for link in tree.css("a[href]"):
        href = link.attrs.sget("href")
        if not href or href.startswith("#") or link.attrs.get("class") == DIAL:
            continue
        try:
            path = urlsplit(href).path if href.startswith(("/", f"{settings.SITE_URL}/")) else ""
            whole = urljoin(f"{settings.SITE_URL}/", href)
        except ValueError:  # no address at all, as http://[x: its words stay
            set_attributes(link, {})
            continue
        if anchor := anchors.get(path):
            set_attributes(link, {"class": "inside", "href": f"#{anchor}"})
        else:
            set_attributes(link, {"class": "outside", "href": whole, **_shown(whole)})


def paths(pages: list[Page]) -> dict[int, str]:
    """The path of each page on the site, by key."""
    return {page.pk: urlsplit(page.url or "").path for page in pages}


def _shown(address: str) -> dict[str, str]:
    """The address as paper can say it, for readers who can't tap: web addresses only, and not the long ones."""
    if not address.startswith(("http://", "https://")):
        return {}
    words = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return {"data-shown": words} if len(words) <= LONGEST_ADDRESS else {}
