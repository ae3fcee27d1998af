from urllib.parse import quote

from django import template
from django.template.loader import get_template

register = template.Library()


@register.simple_tag
def drawing(name: str, colour: str) -> str:
    """An icon as an address to draw a background from: decoration that a screen reader never meets.

    The colour is put into the drawing, for WeasyPrint takes `currentColor` to be black.
    """
    svg = get_template(f"icons/{name}.svg").render().strip()
    svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("currentColor", colour)
    return "data:image/svg+xml," + quote(svg)
