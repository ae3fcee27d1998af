"""One process that does what waits in one queue, and sees to it that scheduled work is begun at its time."""

import os
import signal
import uuid
from collections.abc import Callable

from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from pages.core.lease import holding
from pages.core.tasks import PAPER, SLOW

from . import queue, schedule, tasks

INTERVAL = 1.0  # seconds between two looks
LONGEST_TASK = 40 * 60  # seconds; what takes longer hangs


def work_off(name: str, most: int, is_over: Callable[[float], bool]) -> None:
    """Does tasks of one queue, one after another, until it has done `most` of them or it is over.

    `is_over` says so at once when it is, and otherwise after so many seconds that it is not.
    """
    worker_id = uuid.uuid4().hex
    schedule.prepare(timezone.now())
    with holding(queue.alive(worker_id)):
        done = 0
        pause = 0.0
        while done < most and not is_over(pause):
            close_old_connections()
            now = timezone.now()
            for scheduled in schedule.take_due(now):
                tasks.enqueue(scheduled)
            queue.take_back_lost(now)
            is_waiting = DBTaskResult.objects.ready().filter(queue_name=name).exists()
            if is_waiting:
                _do_one(name, worker_id)
                done += 1
            pause = 0.0 if is_waiting else INTERVAL


def _do_one(name: str, worker_id: str) -> None:
    """Does the first task, unless another worker was quicker. One that hangs ends the process, and is tried again."""
    worker = Worker(
        queue_names=[name],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=worker_id,
    )
    signal.alarm(LONGEST_TASK)
    try:
        worker.run()
    finally:
        signal.alarm(0)


def stand_back() -> None:
    """Long work lets readers go first."""
    os.nice(10)


# How many tasks a process does before another takes its place, and what it does first.
QUEUES: dict[str, tuple[int, Callable[[], None] | None]] = {
    "default": (500, None),
    PAPER: (1, stand_back),
    SLOW: (1, stand_back),
}
