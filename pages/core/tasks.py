"""Work that is done behind the answer, by `manage.py work`."""

import datetime
from typing import Any

from django.tasks import Task, TaskResultStatus
from django.tasks.backends.immediate import ImmediateBackend
from django.utils import timezone
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

# What may take minutes has queues of its own, so that no message waits for it. A queue does one thing at a time.
PAPER, SLOW = "paper", "slow"
# What a task returns that found its work being done elsewhere, and asked for it anew: it has done nothing.
PUT_OFF = "put off"
# What Wagtail asks before it deletes, says of where something is used, and finds in its lists must be true at once.
AT_ONCE = {
    "modelsearch.tasks.insert_or_update_object_task",
    "wagtail.tasks.update_reference_index_task",
}


class Backend(DatabaseBackend):
    """Django's and Wagtail's tasks wait in the database for a worker; a few are done where they are asked for."""

    def enqueue(self, task: Task, args: Any, kwargs: Any) -> Any:
        if task.module_path in AT_ONCE:
            return ImmediateBackend(self.alias, {"QUEUES": self.queues}).enqueue(task, args, kwargs)
        return super().enqueue(task, args, kwargs)


def enqueue_once(task: Task, after: datetime.timedelta = datetime.timedelta()) -> None:
    """Asks for work that takes no arguments, unless it waits already. What comes to pass until then is in it too."""
    waiting = DBTaskResult.objects.filter(task_path=task.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        chosen = task.using(run_after=timezone.now() + after) if after else task
        chosen.enqueue()
