from django import template
from django.db import models

from pages.outside_links import dead_links_in
from pages.outside_links.model import OutsideLink

register = template.Library()


@register.simple_tag
def dead_links(entry: models.Model) -> list[OutsideLink]:
    """Those of the entry's links to other websites that do not work any more."""
    return dead_links_in(entry) if entry.pk else []
