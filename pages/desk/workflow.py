from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import TaskState, WorkflowState

from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line


class WaitsForMe(DeskPart):
    """Pages that others sent for approval, and this officer may approve."""

    slug = "waits-for-me"
    title = gettext_lazy("Waiting for your approval")
    icon = "check"

    def may_see(self, user: User) -> bool:
        return True

    def lines(self, request: OfficersRequest) -> list[Line]:
        waiting = TaskState.objects.reviewable_by(request.user).select_related("revision__user", "task")
        waiting = waiting.prefetch_related("revision__content_object").order_by("started_at")
        return [self._line(state) for state in waiting if state.revision.content_object]

    def _line(self, state: TaskState) -> Line:
        page = state.revision.content_object
        who = state.revision.user.get_full_name() if state.revision.user else _("Somebody")
        detail = _("Sent by %(who)s %(time)s ago.") % {"who": who, "time": timesince(state.started_at)}
        return Line(page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk]), detail)


class SentByMe(DeskPart):
    """What the officer sent for approval: what came back with a comment, then what still waits."""

    slug = "sent-by-me"
    title = gettext_lazy("You sent for approval")
    icon = "upload"

    def may_see(self, user: User) -> bool:
        return True

    def lines(self, request: OfficersRequest) -> list[Line]:
        sent = WorkflowState.objects.active().filter(requested_by=request.user)
        sent = sent.select_related("current_task_state").prefetch_related("content_object")
        lines = [self._line(state) for state in sent.order_by("-created_at") if state.content_object]
        return sorted(lines, key=lambda line: not line.serious)

    def _line(self, state: WorkflowState) -> Line:
        page = state.content_object
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            comment = state.current_task_state.comment if state.current_task_state else ""
            detail = _("Came back: %(said)s") % {"said": comment} if comment else _("Came back for changes.")
            return Line(page.get_admin_display_title(), url, detail, serious=True)
        detail = _("Waits since %(time)s.") % {"time": timesince(state.created_at)}
        return Line(page.get_admin_display_title(), url, detail)
