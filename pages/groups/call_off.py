"""Calling a meeting off from the CMS, and putting it back on: a small form that works on a phone."""

import datetime

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page

from pages import groups
from pages.groups.diary import Meeting
from pages.groups.meeting_dates import CancelledMeeting
from pages.groups.model import GroupPage


class ReasonForm(forms.ModelForm):
    class Meta:
        model = CancelledMeeting
        fields = ["reason"]
        help_texts = {"reason": _("Readers see it, in a few words: the worker is ill, there is snow.")}

    def clean_reason(self) -> str:
        return " ".join(self.cleaned_data["reason"].split())


def call_off_next(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to the form for the next meeting, whichever that is."""
    page = _page(request, pk)
    group = groups.find(page.pk)
    meeting = group.next_on(timezone.now()) if group else None
    if meeting is None:
        messages.error(
            request, _("There is no meeting to call off: this group has no dates ahead that readers can see.")
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect("call-off", page.pk, meeting.day.isoformat())


@require_http_methods(["GET", "HEAD", "POST"])
def call_off(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    """Asks for a reason and calls the meeting off; for one that is off, asks whether to put it back on.

    The meeting is named by its day, so that sending the form twice never calls off the next one too.
    """
    page = _page(request, pk)
    group, meeting = _meeting(page, day)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and "put_back" in request.POST:
        groups.put_back(page, meeting.day, request.user)
        return _done(request, page, _("The meeting on %(day)s is on again."), meeting)
    if request.method == "POST" and form.is_valid():
        groups.cancel(page, meeting.day, form.cleaned_data["reason"], request.user)
        return _done(request, page, _("The meeting on %(day)s is called off. Readers see it now."), meeting)
    context = {"page": page, "group": group, "meeting": meeting, "form": form}
    return render(request, "groups/call_off.html", context)


def _page(request: HttpRequest, pk: int) -> GroupPage:
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, GroupPage):
        raise Http404
    if not groups.may_cancel(request.user, page):
        raise PermissionDenied
    return page


def _meeting(page: GroupPage, day: str) -> tuple[groups.Group, Meeting]:
    """The group as readers see it, and its meeting named by `day`, if that is not over."""
    group = groups.find(page.pk)
    try:
        meeting = group.meeting_on(datetime.date.fromisoformat(day)) if group else None
    except ValueError:
        meeting = None
    if group is None or meeting is None or meeting.end <= timezone.now():
        raise Http404
    return group, meeting


def _done(request: HttpRequest, page: GroupPage, words: str, meeting: Meeting) -> HttpResponse:
    button = messages.button(reverse("wagtailadmin_pages:history", args=[page.pk]), _("History"))
    messages.success(request, words % {"day": date_format(meeting.start, "l j F")}, buttons=[button])
    return redirect("wagtailadmin_pages:edit", page.pk)
