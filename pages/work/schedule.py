"""All work that has its times, and when each is due. Each is a command of `manage.py`, so it can be typed too."""

import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.core.tasks import PAPER, SLOW

from .model import ScheduledRun

MINUTE, DAY = datetime.timedelta(minutes=1), datetime.timedelta(days=1)
NIGHT = datetime.time(3, 15)
LATE_AFTER = 3  # times its interval


class Scheduled(NamedTuple):
    """A command, what it does in an officer's words, and how often; what is done once a day has its time in London."""

    command: str
    title: LazyText
    every: datetime.timedelta
    at: datetime.time | None = None
    options: tuple[str, ...] = ()
    queue: str = "default"

    def first(self, now: datetime.datetime) -> datetime.datetime:
        """When it is due on a new site: at its time, never all at once at the start."""
        return self.after(now) if self.at else now

    def after(self, now: datetime.datetime) -> datetime.datetime:
        """When it is due again."""
        if not self.at:
            return now + self.every
        today = timezone.localdate(now)
        days = (today + datetime.timedelta(days=number) for number in range(3))
        times = (timezone.make_aware(datetime.datetime.combine(day, self.at)) for day in days)
        return next(time for time in times if time > now)


SCHEDULE = [
    Scheduled("send_callbacks", _("Mail the requests to be rung"), MINUTE),
    Scheduled("publish_scheduled", _("Put pages online and take them offline at their time"), 5 * MINUTE),
    Scheduled("send_reminders", _("Remind owners of pages to check"), DAY, datetime.time(7, 0)),
    Scheduled("delete_old_callbacks", _("Delete old requests to be rung"), DAY, NIGHT),
    Scheduled("forget_signers", _("Forget who signed drafts off, a year later"), DAY, NIGHT),
    Scheduled("forget_consultation_answers", _("Delete answers to consultations, a year after the report"), DAY, NIGHT),
    Scheduled("forget_sign_ins", _("Forget who signed in, 90 days later"), DAY, NIGHT),
    Scheduled("write_meetings", _("Write down the meetings that are over"), DAY, NIGHT),
    Scheduled("clearsessions", _("Forget who was signed in"), DAY, NIGHT),
    Scheduled(
        "prune_db_task_results", _("Forget work that is done"), DAY, NIGHT,
        ("--queue-name=*", "--min-age-days=2", "--failed-min-age-days=30"),
    ),
    Scheduled("note_loose_ends", _("Note since when something is missing"), DAY, datetime.time(23, 50)),
    Scheduled("remake_paper", _("Print again what the day has changed"), DAY, datetime.time(0, 10), queue=PAPER),
    Scheduled("check_links", _("Try links to other websites"), DAY, NIGHT, queue=SLOW),
]  # fmt: skip
BY_COMMAND = {scheduled.command: scheduled for scheduled in SCHEDULE}


class LastRun(NamedTuple):
    """A piece of scheduled work with its row; a site on which no worker ever ran has none."""

    scheduled: Scheduled
    run: ScheduledRun | None

    def is_late(self, now: datetime.datetime) -> bool:
        """True when it should have been begun long since: no worker runs, or none gets to it."""
        return self.run is None or self.run.due_at < now - (LATE_AFTER - 1) * self.scheduled.every

    def has_failed(self) -> bool:
        return self.run is not None and self.run.failures > 0


def last_runs() -> list[LastRun]:
    """Every piece of scheduled work and what became of it last."""
    runs = {run.name: run for run in ScheduledRun.objects.all()}
    return [LastRun(scheduled, runs.get(scheduled.command)) for scheduled in SCHEDULE]


def prepare(now: datetime.datetime) -> None:
    """Gives each piece of work its row; rows of work that is no longer done go."""
    for scheduled in SCHEDULE:
        ScheduledRun.objects.get_or_create(name=scheduled.command, defaults={"due_at": scheduled.first(now)})
    ScheduledRun.objects.exclude(name__in=BY_COMMAND).delete()


def take_due(now: datetime.datetime) -> list[Scheduled]:
    """What is due now. Each is given to one caller only, however many ask at once, and is due again in its time."""
    due = ScheduledRun.objects.filter(due_at__lte=now, name__in=BY_COMMAND).order_by("due_at", "pk")
    return [BY_COMMAND[run.name] for run in due if _take(run, now)]


def _take(run: ScheduledRun, now: datetime.datetime) -> bool:
    with transaction.atomic():
        mine = ScheduledRun.objects.filter(pk=run.pk, due_at=run.due_at)
        return bool(mine.update(due_at=BY_COMMAND[run.name].after(now)))
