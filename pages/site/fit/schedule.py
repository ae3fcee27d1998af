from django.db import DatabaseError
from django.utils import timezone

from pages.work.schedule import last_runs

from .unfit import UnfitError


def is_kept() -> None:
    """All scheduled work is done at its times, and did not fail the last time."""
    now = timezone.now()
    try:
        runs = last_runs()
    except DatabaseError:
        return  # what is wrong with the database is told by those who ask it
    late = [last.scheduled.command for last in runs if last.is_late(now)]
    failing = [last.scheduled.command for last in runs if last.has_failed()]
    if late:
        raise UnfitError(f"Late: {', '.join(late)}. Does “manage.py work” run?")
    if failing:
        raise UnfitError(f"Failed last time: {', '.join(failing)}.")
