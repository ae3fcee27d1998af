"""The tasks that wait in the database: what was lost is found again, what failed is tried again."""

import datetime
import logging
import sys
import traceback
from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver
from django.tasks import TaskResultStatus
from django.tasks.signals import task_finished
from django.utils import timezone
from django_tasks_db.backend import TaskResult
from django_tasks_db.models import DBTaskResult

from pages.core.lease import Lease, is_held

logger = logging.getLogger(__name__)

WAITS = [datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30)]
LOST = "The process that did it ended before it was done."


def alive(worker: str) -> str:
    """The name of the lease by which a worker says that it lives."""
    return f"worker {worker}"


def is_anybody_at_work(now: datetime.datetime) -> bool:
    """Whether any worker lives."""
    return Lease.objects.filter(name__startswith=alive(""), ends_at__gt=now).exists()


def failed() -> QuerySet[DBTaskResult]:
    """What was given up, the latest first."""
    return DBTaskResult.objects.failed().order_by("-finished_at")


def take_back_lost(now: datetime.datetime) -> None:
    """Puts what a worker was doing when it was killed back into the queue."""
    for result in DBTaskResult.objects.running():
        if not result.worker_ids or not is_held(alive(result.worker_ids[-1])):
            _again(result, now, LOST)


def try_again(result: DBTaskResult, now: datetime.datetime) -> bool:
    """Puts what was given up back into the queue, with all its tries. False if it is not given up any more."""
    given_up = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.FAILED)
    return bool(given_up.update(status=TaskResultStatus.READY, run_after=now, worker_ids=[]))


@receiver(task_finished)
def try_failed_again(sender: object, task_result: Any, **kwargs: Any) -> None:
    """A task that failed waits for its next try. Of the error only its kind and its places are kept: its words may
    quote an address or a message."""
    if isinstance(task_result, TaskResult) and task_result.status == TaskResultStatus.FAILED:
        error = sys.exception()
        logger.error("%s failed: %s.", task_result.task.module_path, type(error).__name__)
        places = "".join(traceback.format_tb(error.__traceback__)) if error else ""
        _again(DBTaskResult.objects.get(pk=task_result.id), timezone.now(), places)


def _again(result: DBTaskResult, now: datetime.datetime, why: str) -> None:
    """The next try, later each time; after the last the task is given up, and administrators are told on their desk."""
    tries = len(result.worker_ids)
    same = DBTaskResult.objects.filter(pk=result.pk, status=result.status, started_at=result.started_at)
    if tries > len(WAITS):
        same.update(status=TaskResultStatus.FAILED, finished_at=now, traceback=why)
    else:
        wait = WAITS[tries - 1] if tries and why != LOST else datetime.timedelta()
        same.update(status=TaskResultStatus.READY, run_after=now + wait, traceback=why)
