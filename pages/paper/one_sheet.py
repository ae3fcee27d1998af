"""One sheet: the numbers a page begins with, its table, its first steps; whom to ring; the way back to the page.

It is for the fridge door; a page for schools, GPs or employers has one with all its steps and texts, to hand over.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.blocks import StreamValue
from wagtail.models import Page

from pages import groups
from pages.content import where_codes_lead
from pages.council.council import current_council
from pages.council.shown import Council
from pages.paper import qr
from pages.paper.sheet_numbers import DANGER, begins_with_numbers, is_for_a_crisis, numbers_of
from pages.paper.steps import steps_of, whole_steps_of

MOST_STEPS = 3
MOST_MEETINGS = 4


def address(page: Page) -> str:
    """Where the sheet of a page is; empty for a page with nothing for it, or without a code for paper."""
    code = where_codes_lead.code_of(page)
    return reverse("one-sheet", args=[code]) if code and _has_a_sheet(page) else ""


def _has_a_sheet(page: Page) -> bool:
    return bool(steps_of(page).leads or begins_with_numbers(page) or _table_of(page))


def _table_of(page: Page) -> StreamValue.StreamChild | None:
    """What families print to have beside them: the first table by arrangement on a page."""
    return next((block for block in getattr(page, "body", None) or [] if block.block_type == "comparison"), None)


@require_safe
def one_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet of the page with that code; of one that has moved, or has nothing for a sheet, the page."""
    destination = where_codes_lead.find(code)
    if destination is None:
        raise Http404
    page = destination.page
    if destination.instead_of or not _has_a_sheet(page):
        return redirect("short-code", code=destination.code)
    there = where_codes_lead.address_of(destination.code)
    steps = steps_of(page)
    context = {
        "page": page,
        "table": _table_of(page),
        "heading": steps.heading,
        "steps": steps.leads[:MOST_STEPS],
        "has_more_steps": len(steps.leads) > MOST_STEPS,
        "whole_steps": whole_steps_of(page),
        **_when_it_meets(page),
        "there": there,
        "shown": _as_typed(there),
        "code": destination.code,
        "drawing": qr.inline(there, _("Code that opens the page on a phone")),
        **_whom_to_ring(page, current_council()),
    }
    return render(request, "paper/one_sheet.html", context)


def _when_it_meets(page: Page) -> dict[str, Any]:
    """Of a group, when it meets and its next days; nothing for other pages."""
    group = next((group for group in groups.all_groups() if group.pk == page.pk), None)
    if group is None:
        return {}
    return {"group": group, "meetings": [each for each in group.upcoming(timezone.now()) if each.is_on][:MOST_MEETINGS]}


def _whom_to_ring(page: Page, council: Council) -> dict[str, Any]:
    """999 before all else in a crisis, the page's own numbers, and for young people the line that is for them."""
    child_line = council.young_people_contact if council.speaks_to_young_people(page) else {}
    lines = numbers_of(page, {council.navigators.get("slug", ""), child_line.get("slug", "")})
    first = next((line for line in lines if line.contact.phone == DANGER), None)
    danger = (first and first.words) or (_("In danger now?") if is_for_a_crisis(page) else "")
    lines = [line for line in lines if line is not first]
    named = {line.contact.slug for line in lines}
    ask_address = settings.SITE_URL + reverse("young-ask-us-to-ring")
    return {
        "danger": danger,
        "lines": lines,
        "child_line": {} if child_line.get("slug") in named else child_line,
        "ask_address": ask_address,
        "ask_shown": _as_typed(ask_address),
    }


def _as_typed(address: str) -> str:
    """An address without what nobody types."""
    return address.partition("://")[2]
