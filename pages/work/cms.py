"""The screen on which administrators see what is done behind the site, have it done now, or have it tried again."""

import uuid

from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.tasks import TaskResultStatus
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django_tasks_db.models import DBTaskResult
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from pages.core.officers_request import OfficersRequest
from pages.core.tasks import PUT_OFF
from pages.work import queue, schedule, tasks
from pages.work.names import MAY_CHANGE, MAY_SEE, may_see, name_of

TITLE = gettext_lazy("Work behind the site")
MOST = 50


@require_safe
@permission_required(MAY_SEE, raise_exception=True)
def work(request: OfficersRequest) -> HttpResponse:
    """What waits, what failed, what is done, and when scheduled work ran last."""
    now = timezone.now()
    running = DBTaskResult.objects.running().order_by("started_at")
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("run_after")
    context = {
        "title": TITLE,
        "runs": [(last, last.is_late(now), tasks.is_being_done(last.scheduled)) for last in schedule.last_runs()],
        "is_anybody_at_work": queue.is_anybody_at_work(now),
        "lists": [
            (_("Failed"), _named(queue.failed()[:MOST]), True),
            (_("Being done"), _named(running[:MOST]), False),
            (_("Waiting"), _named(waiting[:MOST]), False),
            (_("Done"), _named(_done()[:MOST]), False),
        ],
        "may_change": request.user.has_perm(MAY_CHANGE),
    }
    return render(request, "work/work.html", context)


@require_POST
@permission_required(MAY_CHANGE, raise_exception=True)
def run_now(request: OfficersRequest, command: str) -> HttpResponse:
    """Puts scheduled work into its queue at once."""
    scheduled = schedule.BY_COMMAND.get(command)
    if scheduled is None:
        raise Http404
    if tasks.is_being_done(scheduled):
        words = _("“%(work)s” is being done already.")
    elif not queue.is_anybody_at_work(timezone.now()):
        tasks.enqueue_once(scheduled)
        words = _("“%(work)s” will be done as soon as somebody is at work.")
    else:
        tasks.enqueue_once(scheduled)
        words = _("“%(work)s” will be done in a moment.")
    messages.success(request, words % {"work": scheduled.title})
    return redirect("work")


@require_POST
@permission_required(MAY_CHANGE, raise_exception=True)
def try_again(request: OfficersRequest, pk: uuid.UUID) -> HttpResponse:
    """Puts a task that was given up back into its queue."""
    result = get_object_or_404(DBTaskResult, pk=pk)
    if queue.try_again(result, timezone.now()):
        messages.success(request, _("“%(work)s” will be tried again in a moment.") % {"work": name_of(result)})
    else:
        messages.warning(request, _("“%(work)s” is not waiting for you any more.") % {"work": name_of(result)})
    return redirect("work")


def _done() -> QuerySet[DBTaskResult]:
    """What is done, the latest first. Scheduled work has its own table; what was only put off has done nothing."""
    done = DBTaskResult.objects.successful().exclude(task_path=tasks.run_scheduled.module_path)
    return done.exclude(return_value=PUT_OFF).order_by("-finished_at")


def _named(results: object) -> list[tuple[str, DBTaskResult]]:
    return [(name_of(result), result) for result in results]  # type: ignore[attr-defined]


class WorkMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


def menu_item() -> MenuItem:
    return WorkMenuItem(TITLE, reverse("work"), name="work", icon_name="cogs", order=900)


URLS = [
    path("work/", work, name="work"),
    path("work/run/<slug:command>/", run_now, name="run-work"),
    path("work/again/<uuid:pk>/", try_again, name="try-work"),
]
