"""The screen before every publishing: what is still open, what kind of change it is, and whether all of it was checked.

Publishing from the editor and approving both lead here with the draft already saved, so going back loses nothing.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry, Revision, Task, TaskState

from pages import plain_words
from pages.consultation.report import why_not_publish
from pages.core.base_page import BasePage
from pages.core.officers_request import OfficersRequest
from pages.dated_facts import shown as facts
from pages.publishing import going_live
from pages.publishing.approval_task import ApprovalTask
from pages.publishing.before_publishing_form import BeforePublishingForm
from pages.publishing.change_form import ChangeForm

NAME = "before-publishing"


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def before_publishing(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks once, then publishes the last draft, sets it for its day, or approves it."""
    page = get_object_or_404(Page.objects.select_for_update(), pk=pk).specific
    task_state = going_live.approval_of(page, request.user)
    if not isinstance(page, BasePage) or not (task_state or page.permissions_for_user(request.user).can_publish()):
        raise PermissionDenied
    revision = get_object_or_404(Revision.objects.select_for_update(), pk=page.latest_revision_id)
    draft = revision.as_object()
    if problem := _is_locked(page, request.user) or _cannot_go_live(page, draft, task_state):
        messages.error(request, problem)
        return redirect("wagtailadmin_pages:edit", page.pk)
    open_findings = plain_words.findings(draft)
    later, approving = _later(draft), task_state is not None
    form = BeforePublishingForm(request.POST or None, revision=revision, approving=approving, later=bool(later))
    change = ChangeForm(request.POST or None, day=timezone.localdate(), label_suffix="")
    if request.method == "POST" and all([form.is_valid(), change.is_valid()]):
        answers = going_live.Answers(request.user, form.cleaned_data, change.cleaned_data, open_findings)
        now = timezone.now()
        if going_live.end_is_over(page, draft, now):
            messages.info(request, _("The end that was set for it has passed. It stays until you set another."))
        going_live.publish(page, revision, answers, task_state, now)
        return _done(request, page, draft)
    context = {"page": page, "draft": draft, "form": form, "change": change, "findings": open_findings}
    context |= {"approving": approving, "goes_live_at": later}
    return render(request, "publishing/before_publishing.html", context)


def ask_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's hook, called when an editor's draft is saved and its publishing has not begun."""
    return redirect(NAME, page.pk) if isinstance(page, BasePage) else None


def one_at_a_time(
    request: HttpRequest, action_type: str, objects: Sequence[Page], action: BulkAction
) -> HttpResponse | None:
    """Wagtail's hook before something is done to several pages: each needs its own answers before it goes live."""
    if action_type != "publish" or action.models != [Page]:
        return None
    if len(objects) == 1 and objects[0].latest_revision_id:
        return redirect(NAME, objects[0].pk)
    messages.error(request, _("Publish one page at a time. Each needs to say what kind of change it is."))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def ask_before_approving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's hook after an editor's page is saved: approving from there goes on to the screen too."""
    approves = "action-workflow-action" in request.POST and request.POST.get("workflow-action-name") == "approve"
    if approves and isinstance(_task_of(page), ApprovalTask):
        return redirect(NAME, page.pk)
    return None


def approving_comes_first(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """The button that an approver came for stands where it is seen; Wagtail hides it behind saving."""
    menu_items.sort(key=lambda item: item.name != "approve")


def _task_of(page: Page) -> Task | None:
    task = page.current_workflow_task
    return task.specific if task else None


def _cannot_go_live(page: BasePage, draft: BasePage, task_state: TaskState | None) -> str:
    if not task_state and page.live and not page.has_unpublished_changes:
        return _("There is nothing new to publish: readers see this page as it is.")
    try:
        draft.full_clean()
        draft.clean_for_readers()
    except ValidationError as error:
        return _("This page is not complete yet: %(problems)s") % {"problems": " ".join(error.messages)}
    if set(facts.used_in(draft)) - set(facts.facts()):
        return _("A dated fact in this page was deleted. Take it out of the text, or choose another.")
    return why_not_publish(page)


def _is_locked(page: Page, user: User) -> str:
    lock = page.get_lock()
    return lock.get_message(user) if lock and lock.for_user(user) else ""


def _later(draft: Page) -> datetime.datetime | None:
    return draft.go_live_at if draft.go_live_at and draft.go_live_at > timezone.now() else None


def _done(request: HttpRequest, page: Page, draft: Page) -> HttpResponse:
    buttons = [messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))]
    if _later(draft):
        messages.success(
            request, _("“%(title)s” goes live on the day that is set for it.") % {"title": draft.title}, buttons
        )
    else:
        page.refresh_from_db()
        buttons.insert(0, messages.button(page.url, _("See the page"), new_window=False))
        messages.success(request, _("“%(title)s” is published. Readers see it now.") % {"title": draft.title}, buttons)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


class OpenWarningsLog(LogFormatter):
    """Says in the history how many hints about plain words were left open, and which."""

    label = gettext_lazy("Publish with open hints")

    def format_message(self, log_entry: PageLogEntry) -> str:
        count, kinds = log_entry.data.get("count", 0), ", ".join(log_entry.data.get("kinds", []))
        return _("Published with %(count)s open hints about plain words: %(kinds)s") % {"count": count, "kinds": kinds}


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(going_live.OPEN_WARNINGS)(OpenWarningsLog)


URLS = [path("pages/<int:pk>/before-publishing/", before_publishing, name=NAME)]
