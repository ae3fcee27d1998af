from django import template

from .words import Row, what_we_keep

register = template.Library()


@register.simple_tag
def kept_about_people() -> list[Row]:
    """What is kept about people, why and how long, for the privacy page."""
    return what_we_keep()
