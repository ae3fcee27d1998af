"""The urgent notices in the CMS: what every page says on top, from when until when, and the way to take it down."""

import datetime

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import ModelLogEntry

from pages.core.officers_request import OfficersRequest

from .model import UrgentNotice

TAKEN_DOWN = "pages.urgent_notice.take_down"
MAY_CHANGE = "pages.change_urgentnotice"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY_CHANGE, raise_exception=True)
def take_down(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks, and ends the notice at this moment. Sent twice, it does so once."""
    notice, now = get_object_or_404(UrgentNotice, pk=pk), timezone.now()
    if notice.shown_until <= now:
        messages.success(request, _now("This notice is over. Readers do not see it."))
        return redirect("wagtailadmin_home")
    if request.method != "POST":
        return render(request, "urgent_notice/take_down.html", {"notice": notice, "is_live": notice.is_live(now)})
    notice.shown_until = now
    notice.shown_from = min(notice.shown_from, now)
    notice.save()
    log(instance=notice, action=TAKEN_DOWN, user=request.user, content_changed=True)
    messages.success(request, _now("The notice is down. Readers do not see it any more."))
    return redirect("wagtailadmin_home")


URLS = [path("urgent-notice/<int:pk>/take-down/", take_down, name="take-down-notice")]


def _state(notice: UrgentNotice) -> str:
    now = timezone.now()
    if notice.is_live(now):
        return _now("On every page now")
    return _now("Over") if notice.shown_until <= now else _now("Begins by itself")


def _moment(moment: datetime.datetime) -> str:
    """In full: Wagtail's own column says how long ago, and half of these are still to come."""
    return date_format(timezone.localtime(moment), "j F Y, H:i")


class UrgentNoticeViewSet(ModelViewSet):
    model = UrgentNotice
    icon = "warning"
    menu_label = _("Urgent notice")
    menu_order = 105
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = [
        TitleColumn("text", label=_("Notice"), url_name="urgentnotice:edit"),
        Column("state", label=_("Now"), accessor=_state),
        Column("shown_from", label=_("From"), accessor=lambda notice: _moment(notice.shown_from)),
        Column("shown_until", label=_("Until"), accessor=lambda notice: _moment(notice.shown_until)),
    ]


class TakenDownLog(LogFormatter):
    label = _("Take an urgent notice down")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return _now("Took the notice down")


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(TAKEN_DOWN)(TakenDownLog)
