import re
from collections.abc import Iterable
from urllib.parse import quote

from django import template
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.blocks import StructValue
from wagtail.models import Page

from pages.content.contact import Contact
from pages.core.open_pages import open_pages
from pages.paper import one_sheet
from pages.paper.sheet_numbers import DANGER

LONGEST_BESIDE_A_NUMBER = 14  # letters: a word and a number of eleven figures fit on a flap of 99 mm
HOUSE_NUMBER = re.compile(r"(?<![\w-])(\d+\w?) (?=[^\W\d_])")

register = template.Library()


@register.filter
def dial(number: str, scheme: str = "tel") -> SafeString | str:
    """A number as a link that rings it from a screen (or writes to it: `sms`), never broken across lines."""
    digits = re.sub(r"[^0-9+]", "", number)
    link = '<a class="dial" href="{}:{}"><bdi class="number" dir="ltr">{}</bdi></a>'
    return format_html(link, scheme, digits, number) if number else ""


@register.filter
def house_number(address: str) -> str:
    """An address whose house number stays on the line of its street."""
    return HOUSE_NUMBER.sub("\\1\N{NO-BREAK SPACE}", address)


@register.filter
def last_word_apart(name: str) -> tuple[str, str]:
    """A name without its last word, and that word, which stays on the line of the number behind it if it is short."""
    first, _space, last = name.rpartition(" ")
    return (first, last) if len(last) <= LONGEST_BESIDE_A_NUMBER else (name, "")


@register.filter
def danger_first(contacts: Iterable[Contact]) -> list[Contact]:
    """The contacts in their order, but whom to ring in danger before all others."""
    return sorted(contacts, key=lambda contact: contact.phone != DANGER)


@register.simple_tag
def drawing(name: str, colour: str) -> str:
    """An icon as an address to draw a background from: decoration that a screen reader never meets.

    The colour is put into the drawing, for WeasyPrint takes `currentColor` to be black.
    """
    svg = get_template(f"icons/{name}.svg").render().strip()
    svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("currentColor", colour)
    return "data:image/svg+xml," + quote(svg)


@register.simple_tag
def sheet_of_steps(page: Page | str, steps: StructValue) -> str:
    """The address of a page's one sheet beside the steps that it shows; empty beside others, and off the page."""
    body = getattr(page, "body", None) or []
    first = next((block.value for block in body if block.block_type == "steps"), None)
    return one_sheet_of(page) if first is not None and first is steps else ""


@register.simple_tag
def one_sheet_of(page: Page) -> str:
    """The address of the one sheet of a page that readers can open; empty where there is none."""
    opened = open_pages().get(page.pk) if page.pk else None
    return one_sheet.address(opened) if opened else ""
