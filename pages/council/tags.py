from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from pages.council.opening_words import status_words

register = template.Library()


@register.simple_tag(takes_context=True)
def opening_now(context: Context) -> dict[str, Any] | None:
    """Whether somebody answers the phone at this minute, in words; nothing while nobody has said when they do."""
    times = context["council"].opening_times
    if times is None:
        return None
    now = timezone.now()
    status = times.status(now)
    return {"is_open": status.is_open, "words": status_words(status, now)}


@register.simple_tag(takes_context=True)
def speaks_to_young_people(context: Context) -> bool:
    """True on pages of a section for children and young people."""
    page = context.get("page")
    return bool(getattr(page, "path", "")) and context["council"].speaks_to_young_people(page)
