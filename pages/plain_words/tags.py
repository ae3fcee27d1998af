from django import template

from pages import plain_words

register = template.Library()


@register.simple_tag
def plain_look(page):
    """How hard the page reads, and what to put right."""
    return plain_words.look(page)
