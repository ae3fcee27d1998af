"""The list of support groups in the CMS, the button that calls a meeting off, and its words in the history."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import page_permission_policy

from pages import groups
from pages.core.any_user import AnyUser
from pages.groups.call_off import call_off, call_off_next
from pages.groups.model import GroupPage

URLS = [
    path("groups/<int:pk>/call-off/", call_off_next, name="call-off-next"),
    path("groups/<int:pk>/call-off/<str:day>/", call_off, name="call-off"),
]


def next_meeting(page: GroupPage) -> str:
    """The day of the next meeting, or that there is none."""
    group, now = groups.find(page.pk), timezone.now()
    if group is None:
        return ""
    meeting = group.next_on(now)
    if meeting is None:
        return _("No dates left")
    day = date_format(meeting.start, "j F Y")
    return _("%(day)s. Dates end soon") % {"day": day} if group.runs_out_soon(now) else day


class GroupsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_list(request.user)


class GroupListing(PageListingViewSet):
    icon = "group"
    menu_label = gettext_lazy("Support groups")
    menu_order = 190
    menu_item_class = GroupsMenuItem
    add_to_admin_menu = True
    model = GroupPage
    columns = [
        PageTitleColumn("title", label=gettext_lazy("Title"), sort_key="title", classname="title"),
        Column("when", label=gettext_lazy("When it meets"), accessor="when_it_meets"),
        Column("next", label=gettext_lazy("Next meeting"), accessor=next_meeting),
        Column("last_date", label=gettext_lazy("Dates until"), sort_key="last_date"),
        PageStatusColumn("status", label=gettext_lazy("Status"), sort_key="live"),
    ]


def may_list(user: AnyUser) -> bool:
    """True for whoever the list of groups opens to."""
    return page_permission_policy.user_has_any_permission(user, GroupListing.index_view_class.any_permission_required)


def call_off_buttons(
    page: Page, user: AnyUser, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    """The way to the form, for who may use it: in the list's menu and above the editor."""
    if isinstance(page.specific_deferred, GroupPage) and page.live and groups.may_cancel(user, page):
        url = reverse("call-off-next", args=[page.pk])
        yield Button(_("Call off the next meeting"), url=url, icon_name="calendar-alt", priority=5)


class MeetingLog(LogFormatter):
    """Says in the history which meeting it was, and why."""

    label = gettext_lazy("Call a meeting off")

    def format_message(self, log_entry: PageLogEntry) -> str:
        words = _("Called off the meeting on %(day)s: %(reason)s")
        return words % {"day": log_entry.data.get("day", ""), "reason": log_entry.data.get("reason", "")}


class PutBackLog(LogFormatter):
    label = gettext_lazy("Put a meeting back on")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Put the meeting on %(day)s back on") % {"day": log_entry.data.get("day", "")}


def register_log_actions(actions: LogActionRegistry) -> None:
    for name, formatter in ((groups.CANCELLED, MeetingLog), (groups.PUT_BACK, PutBackLog)):
        actions.register_action(name)(formatter)
