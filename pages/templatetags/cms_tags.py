from django import template
from wagtail.models import Page

from pages.services.used_in import uses_of, uses_of_branch

register = template.Library()


@register.inclusion_tag("cms/who_links_here.html", takes_context=True)
def who_links_here(context, thing):
    """What leads to a page, or to those below it, before it goes; or what uses another entry."""
    user = context["request"].user
    if isinstance(thing, Page):
        return {"uses": uses_of_branch(thing, user), "is_page": True}
    return {"uses": uses_of(thing, user) if thing is not None else [], "is_page": False}
