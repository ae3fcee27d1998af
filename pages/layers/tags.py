from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from pages.core.html.headings import put_under
from pages.core.html.tree import parse, written

register = template.Library()

LEVEL = 2


@register.simple_tag(takes_context=True)
def blocks_here(context: Context, stream: StreamValue) -> SafeString:
    """What the council says holds here, with its own headings under the one that names the area."""
    tree = parse("".join(block.render(context.flatten()) for block in stream))
    put_under(tree, LEVEL)
    return mark_safe(written(tree))
