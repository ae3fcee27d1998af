"""The button that says a page is still true, on every screen that shows it, and its words in the history."""

import datetime
from collections.abc import Iterator
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from pages.core.as_seen import NAME as SEEN
from pages.core.as_seen import is_as_seen, mark_of, marked
from pages.core.base_page import BasePage
from pages.core.officers_request import OfficersRequest
from pages.publishing import checking

WORDS = gettext_lazy("Checked, nothing to change")


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: OfficersRequest, pk: int) -> HttpResponse:
    """Sets the date of the last check to today. An address opened from an e-mail asks first."""
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, BasePage) or not checking.may_check(request.user, page):
        raise PermissionDenied
    today, mark = timezone.localdate(), _mark(page)
    as_seen = is_as_seen(marked(request), mark)
    if request.method != "POST" or not as_seen:
        context = {"page": page, "is_overdue": page.is_overdue(today), "words": WORDS, "mark": mark}
        return render(request, "publishing/check.html", context | {"changed": request.method == "POST"})
    checking.check(page, request.user, today)
    words = _("“%(title)s” is checked. The next check is due by %(day)s.")
    history = messages.button(reverse("wagtailadmin_pages:history", args=[page.pk]), _("History"))
    messages.success(request, words % {"title": page.title, "day": _day(page.next_own_check)}, buttons=[history])
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[page.pk]))


def post_attributes(page: Page) -> dict[str, str]:
    """What makes a button of Wagtail's send the check, with one press."""
    attributes = {"data-controller": "w-action", "data-action": "w-action#post"}
    return attributes | {"data-w-action-url-value": url_of_check(page)}


def url_of_check(page: Page) -> str:
    """Where the check of the page is sent, as readers see it now."""
    return f"{reverse('check-page', args=[page.pk])}?{urlencode({SEEN: _mark(page)})}"


def check_buttons(
    page: Page, user: User, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    """The button above the editor and in the menu of each page in a list."""
    specific = page.specific_deferred
    if isinstance(specific, BasePage) and checking.may_check(user, specific):
        yield Button(WORDS, icon_name="check", priority=4, attrs=post_attributes(page))


class CheckLog(LogFormatter):
    label = gettext_lazy("Check a page")

    def format_message(self, log_entry: PageLogEntry) -> str:
        words = _("Read the whole page: every word is true. Next check by %(day)s.")
        return words % {"day": _day(datetime.date.fromisoformat(log_entry.data["next"]))}


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(checking.CHECKED)(CheckLog)


def _mark(page: Page) -> str:
    """Tells what readers see of the page from all that is published after it."""
    return mark_of(page.pk, page.live_revision_id, page.last_published_at)


def _day(day: datetime.date) -> str:
    return date_format(day, "j F Y")


URLS = [path("checking/<int:pk>/", check, name="check-page")]
