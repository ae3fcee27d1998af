"""Makes the words of web pages fit for paper: headings under their page's, links that say where they lead."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.content import where_codes_lead
from pages.core.html.tree import Tree, set_attributes
from pages.core.open_pages import open_pages

LONGEST_ADDRESS = 60
DIAL = "dial"  # the class of a number to dial, which paper_tags draws


def link_up(tree: Tree, anchors: dict[str, str], codes: dict[str, str] | None = None) -> None:
    """Links to pages that are in the booklet lead there, and can say on which page of paper; others are made whole.

    `anchors` gives the place in the booklet for the path of each page in it, `codes` the short code for that of every
    page of the site: in a sentence it stands instead of an address.
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
            code = (codes or {}).get(path)
            shown = {"data-shown": _("code %(code)s") % {"code": code}} if code else _shown(whole)
            set_attributes(link, {"class": "outside", "href": whole, **shown})


def paths(pages: list[Page]) -> dict[int, str]:
    """The path of each page on the site, by key."""
    return {page.pk: urlsplit(page.url or "").path for page in pages}


def codes_by_path() -> dict[str, str]:
    """The short code of each page that readers can open, by its path."""
    coded = {page.pk: code for page in open_pages().values() if (code := where_codes_lead.code_of(page))}
    return {path: coded[key] for key, path in paths([*open_pages().values()]).items() if key in coded and path}


def _shown(address: str) -> dict[str, str]:
    """The address as paper can say it, for readers who can't tap: web addresses only, and not the long ones."""
    if not address.startswith(("http://", "https://")):
        return {}
    words = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return {"data-shown": words} if len(words) <= LONGEST_ADDRESS else {}
