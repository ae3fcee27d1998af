"""Asks for a reason before a page that proves something is taken from readers, whichever way it is taken.

The reason goes into the page's history. With a reason the action goes on: it is the officers' offer.
"""

from collections.abc import Iterable

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page

from pages.core.officers_request import OfficersRequest
from pages.duties import log as duty_log
from pages.duties.duty_map import lost_without

REASON = "duty_reason"
OURS = {REASON, "csrfmiddlewaretoken"}


class ReasonForm(forms.Form):
    duty_reason = forms.CharField(
        label=_("Why is it taken away?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences. It is kept in the page’s history, and scrutiny may read it."),
    )


def before_unpublish_page(request: OfficersRequest, page: Page) -> HttpResponse | None:
    return _ask(request, _with_live_children(page) if request.POST.get("include_descendants") else {page.pk})


def before_delete_page(request: OfficersRequest, page: Page) -> HttpResponse | None:
    if request.method == "POST" and type_to_delete_confirmation(request):
        return _ask(request, _with_children(page), deleting=True)
    return None


def before_bulk_action(
    request: OfficersRequest, action_type: str, objects: Iterable[Page], action: BulkAction
) -> HttpResponse | None:
    if action.models != [Page] or action_type not in {"unpublish", "delete"}:
        return None
    deleting = action_type == "delete"
    include = _with_children if deleting else _with_live_children
    alone = not deleting and not action.cleaned_form.cleaned_data["include_descendants"]
    return _ask(request, {key for page in objects for key in ({page.pk} if alone else include(page))}, deleting)


def _with_children(page: Page) -> set[int]:
    return {page.pk, *page.get_descendants().values_list("pk", flat=True)}


def _with_live_children(page: Page) -> set[int]:
    return {page.pk, *page.get_descendants().live().values_list("pk", flat=True)}


def _ask(request: OfficersRequest, keys: set[int], deleting: bool = False) -> HttpResponse | None:
    """The page that warns and asks; nothing when nothing is lost, or when the reason has been given."""
    lost = lost_without(keys, timezone.localdate())
    if not lost:
        return None
    form = ReasonForm(request.POST if REASON in request.POST else None)
    if form.is_valid():
        with transaction.atomic():
            for page, items in lost.items():
                duty_log.taken_away(page, items, form.cleaned_data[REASON], request.user)
        return None
    first = next(iter(lost))
    context = {
        "form": form,
        "lost": lost.items(),
        "deleting": deleting,
        "submit_url": request.get_full_path(),
        "kept": [(name, value) for name, values in request.POST.lists() if name not in OURS for value in values],
        "leave_url": get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[first.pk]),
    }
    return render(request, "duties/guard.html", context)
