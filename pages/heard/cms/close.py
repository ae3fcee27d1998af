"""Closing what readers told us, with what was done or why not; and the quick way for words that found nothing."""

import datetime

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import log

from pages import search
from pages.core.officers_request import OfficersRequest
from pages.core.vocabulary import HowClosed
from pages.heard import told
from pages.heard.closing import Closing, ToldBy
from pages.heard.closing_form import ClosingForm
from pages.heard.meaning_form import MeaningForm

from .listing import MAY_CLOSE

MAY_ADD_WORDS = "pages.add_synonym"


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: OfficersRequest, told_by: str, pk: int) -> HttpResponse:
    """Asks what was done, or why nothing is to be done, and takes it off the list."""
    group = _group(request, told_by, pk)
    if group is None:
        return _gone(request)
    form = ClosingForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        told.close(group, form.save(commit=False), request.user)
        words = _("“%(label)s” is closed. It comes back if it comes up again.")
        messages.success(request, words % {"label": group.label})
        return redirect("told")
    context = {"told": group, "form": form, "may_add_words": _may_add_words(request, group)}
    context["finds_now"] = told.finds_now(group, timezone.localdate())
    return render(request, "heard/told/close.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def mean(request: OfficersRequest, pk: int) -> HttpResponse:
    """“These words mean …”: makes the search find the page by them, and closes the group."""
    group = _group(request, ToldBy.SEARCH, pk)
    if not request.user.has_perm(MAY_ADD_WORDS):
        raise PermissionDenied
    if group is None:
        return _gone(request)
    today = timezone.localdate()
    form = MeaningForm(
        request.POST or None, day=today, label_suffix="", initial={"words": ", ".join([group.label, *group.more])}
    )
    if request.method == "POST" and form.is_valid():
        hit = _add_words(group, form, request.user, today)
        words = _("Readers who look for “%(words)s” now find “%(page)s”.")
        messages.success(request, words % {"words": group.label, "page": hit.title})
        return redirect("told")
    return render(request, "heard/told/mean.html", {"told": group, "form": form})


@transaction.atomic
def _add_words(group: told.Told, form: MeaningForm, user: User, today: datetime.date) -> search.Hit:
    synonym = form.save()
    log(instance=synonym, action="wagtail.create", user=user)
    hit = search.search(form.cleaned_data["means"].partition(",")[0], today)[0]
    sentence = _("“%(words)s” means “%(means)s”.") % form.cleaned_data
    closing = Closing(how=HowClosed.ADDED_WORD, sentence=sentence[:300], page_id=hit.pk)
    told.close(group, closing, user)
    return hit


def _group(request: OfficersRequest, told_by: str, pk: int) -> told.Told | None:
    if not request.user.has_perm(MAY_CLOSE):
        raise PermissionDenied
    return told.find(told_by, pk, timezone.localdate())


def _gone(request: OfficersRequest) -> HttpResponse:
    messages.warning(request, _("Somebody has closed that already."))
    return redirect("told")


def _may_add_words(request: OfficersRequest, group: told.Told) -> bool:
    return group.told_by == ToldBy.SEARCH and request.user.has_perm(MAY_ADD_WORDS)
