from django import template
from wagtail.models import Page

from pages import plain_words

register = template.Library()


@register.simple_tag
def plain_look(page: Page) -> plain_words.Look:
    """How hard the page reads, and what to put right."""
    return plain_words.look(page)
