import re
from urllib.parse import quote

from django import template
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.blocks import StructValue
from wagtail.models import Page

from pages.core.open_pages import open_pages
from pages.paper import one_sheet

register = template.Library()


@register.filter
def dial(number: str, scheme: str = "tel") -> SafeString | str:
    """A number as a link that rings it from a screen (or writes to it: `sms`), never broken across lines."""
    digits = re.sub(r"[^0-9+]", "", number)
    link = '<a class="dial" href="{}:{}"><bdi class="number" dir="ltr">{}</bdi></a>'
    return format_html(link, scheme, digits, number) if number else ""


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
