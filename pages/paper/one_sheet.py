"""One sheet: what a page says to do first, or the numbers it begins with; whom to ring; the way back to the page.

It is for the fridge door; a page for schools, GPs or employers has one with all its steps and texts, to hand over.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from pages.content import where_codes_lead
from pages.core.base_page import BasePage
from pages.paper import qr
from pages.paper.steps import leads_of, whole_steps_of

MOST_STEPS = 3


def address(page: Page) -> str:
    """Where the sheet of a page is; empty for a page without steps and numbers, or without a code for paper."""
    code = where_codes_lead.code_of(page)
    return reverse("one-sheet", args=[code]) if code and (leads_of(page) or _begins_with_numbers(page)) else ""


def _begins_with_numbers(page: Page) -> bool:
    return isinstance(page, BasePage) and page.begins_with_numbers


@require_safe
def one_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet of the page with that code; of one that has moved, or has no steps and no numbers, the page."""
    destination = where_codes_lead.find(code)
    if destination is None:
        raise Http404
    page = destination.page
    steps = leads_of(page)
    in_a_crisis = _begins_with_numbers(page)
    if destination.instead_of or not (steps or in_a_crisis):
        return redirect("short-code", code=destination.code)
    there = where_codes_lead.address_of(destination.code)
    context = {
        "page": page,
        "numbers": page.body[0] if in_a_crisis else None,
        "steps": steps[:MOST_STEPS],
        "whole_steps": whole_steps_of(page),
        "there": there,
        "code": destination.code,
        "drawing": qr.inline(there, _("Code that opens the page on a phone")),
    }
    return render(request, "paper/one_sheet.html", context)
