"""Scheduled work as tasks, so that it waits in the queues like all other work."""

import datetime
import io
import traceback

from django.core.management import CommandError, call_command
from django.tasks import TaskResultStatus, task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pages.core.lease import TakenError, holding, is_held

from .model import ScheduledRun
from .schedule import BY_COMMAND, DAY, Scheduled

FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(minutes=10), datetime.timedelta(hours=3)


@task
def run_scheduled(command: str) -> None:
    """Runs one piece of scheduled work and writes down what became of it. Nothing while it is being run elsewhere.

    Work that failed is due again sooner than its time: after 10, 20, 40 … minutes.
    """
    scheduled = BY_COMMAND[command]
    try:
        with holding(_lease(command)):
            _run(scheduled)
    except TakenError:
        return


def enqueue(scheduled: Scheduled) -> None:
    """Puts it into the queue where it keeps nothing else waiting."""
    run_scheduled.using(queue_name=scheduled.queue).enqueue(scheduled.command)


def enqueue_once(scheduled: Scheduled) -> None:
    """Puts it into its queue unless it waits there already."""
    waiting = DBTaskResult.objects.filter(task_path=run_scheduled.module_path, status=TaskResultStatus.READY)
    if not any(result.args_kwargs["args"] == [scheduled.command] for result in waiting):
        enqueue(scheduled)


def is_being_done(scheduled: Scheduled) -> bool:
    return is_held(_lease(scheduled.command))


def _lease(command: str) -> str:
    return f"work {command}"


def _run(scheduled: Scheduled) -> None:
    runs = ScheduledRun.objects.filter(name=scheduled.command)
    runs.update(began_at=timezone.now(), ended_at=None)
    problem, said = _call(scheduled)
    now = timezone.now()
    if not problem:
        runs.update(ended_at=now, worked_at=now, failures=0, words=said)
        return
    run = runs.get()
    soon = now + min(FIRST_WAIT * 2**run.failures, LONGEST_WAIT)
    due = min(run.due_at, soon) if scheduled.every >= DAY else run.due_at
    runs.update(ended_at=now, failures=run.failures + 1, words=problem, due_at=due)


def _call(scheduled: Scheduled) -> tuple[str, str]:
    """Why it failed, if it did, and what it said."""
    out = io.StringIO()
    try:
        call_command(scheduled.command, *scheduled.options, stdout=out, stderr=out)
    except CommandError as error:
        return str(error), ""
    except Exception as error:  # noqa: BLE001 (whatever it is, it is written down and the next work is done)
        # What an error says may quote a person's details: only its kind and its place are told.
        at = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {at.name}, {at.filename}, line {at.lineno}", ""
    return "", out.getvalue().strip()
