"""Scheduled work is begun at its time, once however many workers ask, and what became of it is written down."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, get_commands
from django.utils import timezone

from pages.core.lease import holding
from pages.work import schedule, tasks
from pages.work.model import ScheduledRun

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=LONDON)
MAILS, LINKS = schedule.BY_COMMAND["send_callbacks"], schedule.BY_COMMAND["check_links"]


@pytest.fixture
def calls(monkeypatch):
    """The commands that were called; one that stands in `fails` raises what is given there."""
    called, fails = [], {}

    def call(command, *options, stdout, stderr):
        called.append(command)
        stdout.write("3 done.\n")
        if command in fails:
            raise fails[command]

    monkeypatch.setattr(tasks, "call_command", call)
    call.called, call.fails = called, fails
    return call


@pytest.fixture
def prepared():
    schedule.prepare(NOW)


def run_of(scheduled):
    return ScheduledRun.objects.get(name=scheduled.command)


def test_all_scheduled_work_is_a_command():
    assert set(schedule.BY_COMMAND) <= get_commands().keys()


def test_a_new_site_mails_at_once_and_does_its_daily_work_at_its_time(prepared):
    due = {scheduled.command for scheduled in schedule.take_due(NOW)}

    assert due == {"send_callbacks", "publish_scheduled"}
    assert run_of(LINKS).due_at == datetime.datetime(2026, 3, 2, 3, 15, tzinfo=LONDON)


def test_what_is_due_is_given_out_once_and_again_in_its_time(prepared):
    assert MAILS in schedule.take_due(NOW)
    assert schedule.take_due(NOW) == []
    assert schedule.take_due(NOW + datetime.timedelta(minutes=1)) == [MAILS]


def test_two_who_saw_the_same_work_due_do_not_both_get_it(prepared):
    run = run_of(MAILS)

    assert schedule._take(run, NOW)
    assert not schedule._take(run, NOW)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-28T12:00", "2026-03-29T03:15"),  # the night in which clocks go forward
        ("2026-10-24T12:00", "2026-10-25T03:15"),  # and back
        ("2026-03-02T03:14", "2026-03-02T03:15"),
        ("2026-03-02T03:15", "2026-03-03T03:15"),
    ],
)
def test_daily_work_keeps_its_hour_in_london(now, due):
    after = LINKS.after(datetime.datetime.fromisoformat(now).replace(tzinfo=LONDON))

    assert after == datetime.datetime.fromisoformat(due).replace(tzinfo=LONDON)


def test_work_that_was_done_says_what_it_did_and_when(prepared, calls):
    tasks.run_scheduled.call(MAILS.command)

    run = run_of(MAILS)
    assert calls.called == [MAILS.command]
    assert run.words == "3 done."
    assert run.failures == 0
    assert run.began_at <= run.ended_at == run.worked_at


# Links are tried over the network; their own tests play it.
@pytest.mark.parametrize("command", schedule.BY_COMMAND.keys() - {"check_links"})
def test_all_scheduled_work_can_be_done(home, prepared, settings, command):
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}
    scheduled = schedule.BY_COMMAND[command]
    tasks.run_scheduled.call(scheduled.command)

    run = run_of(scheduled)
    assert (run.failures, run.worked_at is not None) == (0, True), run.words


def test_work_that_failed_says_why_and_is_due_sooner_each_failure_a_little_later(prepared, calls):
    calls.fails[LINKS.command] = CommandError("No website answered.")
    waits = []
    for _try in range(3):
        ScheduledRun.objects.filter(name=LINKS.command).update(due_at=timezone.now() + schedule.DAY)
        tasks.run_scheduled.call(LINKS.command)
        run = run_of(LINKS)
        waits.append(round((run.due_at - run.ended_at).total_seconds() / 60))

    assert run.words == "No website answered."
    assert run.worked_at is None
    assert run.failures == 3
    assert waits == [10, 20, 40]


def test_an_error_nobody_foresaw_says_where_it_was_and_nothing_of_a_person(prepared, calls):
    calls.fails[MAILS.command] = ValueError("Failing row contains (Gran Testperson, 01632 960 555)")
    tasks.run_scheduled.call(MAILS.command)

    assert "ValueError in call" in run_of(MAILS).words
    assert "Gran" not in run_of(MAILS).words


def test_work_is_not_run_twice_at_the_same_time(prepared, calls):
    with holding(f"work {MAILS.command}"):
        tasks.run_scheduled.call(MAILS.command)

    assert calls.called == []


def test_work_that_is_no_longer_on_the_schedule_leaves_no_row(prepared):
    ScheduledRun.objects.create(name="bake_bread", due_at=NOW)
    schedule.prepare(NOW)

    assert set(ScheduledRun.objects.values_list("name", flat=True)) == set(schedule.BY_COMMAND)


def test_work_is_late_when_no_worker_ever_ran_and_when_none_gets_to_it(prepared):
    assert not any(last.is_late(NOW) for last in schedule.last_runs())
    late = {last.scheduled.command for last in schedule.last_runs() if last.is_late(NOW + schedule.DAY)}
    assert late == {"send_callbacks", "publish_scheduled"}

    ScheduledRun.objects.all().delete()
    assert all(last.is_late(NOW) for last in schedule.last_runs())
