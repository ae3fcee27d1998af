import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from wagtail.models import Page

from pages import groups
from pages.content.section import SectionPage
from pages.core.opening_words import time_words
from pages.groups.model import GroupPage

register = template.Library()


@register.filter
def clock(moment: datetime.datetime) -> str:
    """A time as people say it: 10am, noon."""
    return time_words(moment.time())


@register.simple_tag
def calendar_address(address: str) -> str:
    """A calendar's address without its scheme, to be followed by webcal."""
    return address.partition("://")[2]


@register.simple_tag
def all_calendar_url() -> str:
    """Where a calendar can fetch the meetings of all groups."""
    return settings.SITE_URL + reverse("calendar")


@register.simple_tag(takes_context=True)
def structured_data(context: Context, meetings: Iterable[groups.Listed]) -> str:
    """The meetings as a block of data for search engines. It is no script: the content policy lets it be."""
    data = groups.structured_data(meetings, context["council"].council_name)
    return format_html('<script type="application/ld+json">{}</script>', data) if data else ""


@register.simple_tag
def next_meetings(most: int) -> list[groups.Listed]:
    """The next meetings of all groups, so many at most."""
    return groups.next_ones(groups.all_groups(), timezone.now(), most)


@register.simple_tag(takes_context=True)
def meetings_in(context: Context, section: SectionPage) -> groups.Chosen | None:
    """The next meetings of a section that has groups, narrowed by what the address asks for; else nothing."""

    def choose() -> groups.Chosen | None:
        here = [group for group in groups.all_groups() if group.path.startswith(section.path)]
        return groups.choose(here, context["request"].GET, timezone.now()) if here else None

    return _once_a_page(context, f"meetings_in_{section.pk}", choose)


@register.simple_tag(takes_context=True)
def group_of(context: Context, page: GroupPage) -> dict[str, Any]:
    """A group as its diary has it: of the draft in a preview, else as it was last worked out; with its meetings."""

    def diary() -> dict[str, Any]:
        is_preview = getattr(context["request"], "is_preview", False)
        now, known = timezone.now(), None if is_preview else groups.find(page.pk)
        group = known or groups.draft(page)
        return {
            "group": group,
            "meetings": group.next_few(now),
            "breaks": group.breaks(now),
            "terms": group.terms(now),
            "ran_out": group.has_run_out(now),
        }

    return _once_a_page(context, f"group_of_{page.pk}", diary)


@register.simple_tag
def draft_of_group(page: GroupPage) -> dict[str, Any] | None:
    """A group as its saved draft has it, with its next meetings; nothing for one that was never saved."""
    if not page.pk:
        return None
    now, group = timezone.now(), groups.draft(page)
    return {"group": group, "meetings": group.next_few(now), "has_run_out": group.has_run_out(now)}


@register.simple_tag
def groups_readers_lose(page: Page) -> list[groups.Group]:
    """The groups that readers see now, and that go with this page or below it: people may follow their calendars."""
    return [group for group in groups.all_groups() if group.path.startswith(page.path)]


@register.simple_tag(takes_context=True)
def may_call_off(context: Context, page: GroupPage) -> bool:
    """True for an officer who may call a meeting of this group off."""
    return page.live and groups.may_cancel(context["request"].user, page)


def _once_a_page[T](context: Context, name: str, work_out: Callable[[], T]) -> T:
    """What several blocks of a page ask for: blocks can't hand it to each other."""
    page_wide = context.dicts[0]
    if name not in page_wide:
        page_wide[name] = work_out()
    return page_wide[name]
