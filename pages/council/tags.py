from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from pages.core import inline
from pages.core.lazy_text import LazyText
from pages.core.opening_words import short_words, status_words
from pages.council.council import current_council
from pages.urgent_notice import Notice

register = template.Library()


@register.simple_tag(takes_context=True)
def opening_now(context: Context) -> dict[str, Any] | None:
    """Whether somebody answers the phone at this minute, in words, long and short; nothing while that is not known."""
    now = timezone.now()
    status = context["council"].answering_at(now)
    if status is None:
        return None
    return {"is_open": status.is_open, "words": status_words(status, now), "short": short_words(status, now)}


@register.simple_tag(takes_context=True)
def urgent_notice(context: Context) -> Notice | None:
    """What every page says on top now; in a message too, which has no council beside it."""
    council = context.get("council") or current_council()
    return council.notice_at(timezone.now())


@register.simple_tag(takes_context=True)
def speaks_to_young_people(context: Context) -> bool:
    """True on pages of a section for children and young people, and on forms for them."""
    if context.get("for_young_people"):
        return True
    page = context.get("page")
    return bool(getattr(page, "path", "")) and context["council"].speaks_to_young_people(page)


@register.simple_tag
def words_in_braces(words: Mapping[str, str] | None = None) -> list[dict[str, LazyText]]:
    """Every word that texts may hold in braces: its name, what it is for, and what it gives: today, or in `words`."""
    today = inline.words_today() if words is None else words
    return [{"name": name, "meaning": meaning, "today": today[name]} for name, meaning in inline.meanings().items()]
