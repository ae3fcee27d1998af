from django import template

from pages.services import you_said

register = template.Library()


@register.inclusion_tag("components/said_about.html", takes_context=True)
def said_about(context, page):
    """What was said about this page and what became of it, for a page that readers can open."""
    rows = you_said.about(page) if page.pk else []
    return {"rows": rows, "place": context["council"].places.get("haveyoursay")}
