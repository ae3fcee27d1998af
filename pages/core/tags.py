from typing import Any

from django import template
from django.db import models
from django.forms import BoundField
from django.template import Context
from django.utils.safestring import SafeString
from wagtail.models import Page

from . import inline
from .used_in import Use, uses_of_branch
from .used_in import uses_of as find_uses

register = template.Library()

# What Wagtail's screens for several things call each one's row; on some the same name means another thing.
ROWS = ("page", "snippet", "image", "document", "user")

register.filter(inline.as_typed)


@register.filter
def finished(text: str) -> str:
    """The words in braces finished, for what stands in plain text beside what a visitor typed, or in an address."""
    return inline.finished(str(text))


@register.simple_tag(takes_context=True)
def uses_of(context: Context, entry: models.Model) -> list[Use]:
    """Where an entry is used, for the officer who edits it; nothing for one that was never saved."""
    return find_uses(entry, context["request"].user) if entry.pk else []


@register.inclusion_tag("core/who_links_here.html", takes_context=True)
def who_links_here(context: Context) -> dict[str, Any]:
    """What leads to a page that is about to go, or to those below it; or what uses another entry."""
    user, thing = context["request"].user, _about_to_go(context)
    if isinstance(thing, Page):
        return {"uses": uses_of_branch(thing, user), "is_page": True}
    return {"uses": find_uses(thing, user) if thing is not None else [], "is_page": False}


def _about_to_go(context: Context) -> models.Model | None:
    """The thing of this row on a screen for several, or the one that the screen is about."""
    rows = [context.get(name) for name in ROWS] + list(context.get("items") or [])[:1]
    several = [row["item"] for row in rows if isinstance(row, dict)]
    if several:
        return several[0]
    return context.get("page") or context.get("object")


@register.filter
def error_id(field: BoundField) -> str:
    """The id of what is wrong with a field, by which its input is described."""
    return f"{field.auto_id}_error"


@register.filter
def with_its_error(field: BoundField) -> SafeString:
    """The input of a field in the CMS, described by its help and by what is wrong with it."""
    widget = field.field.widget
    if hasattr(widget, "render_with_errors"):
        return widget.render_with_errors(
            field.html_name, field.value(), attrs={"id": field.auto_id}, errors=field.errors
        )
    help_id = [f"{field.id_for_label}-helptext"] if field.help_text and field.id_for_label else []
    return field.as_widget(attrs={"aria-describedby": " ".join([*help_id, error_id(field)])})
