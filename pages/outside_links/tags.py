from django import template

from pages.outside_links import dead_links_in

register = template.Library()


@register.simple_tag
def dead_links(entry):
    """Those of the entry's links to other websites that do not work any more."""
    return dead_links_in(entry) if entry.pk else []
