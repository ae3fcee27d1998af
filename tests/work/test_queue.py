"""Tasks wait in the database, are tried again when they fail, and found again when their worker was killed."""

import datetime

import pytest
import time_machine
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from pages.core.lease import holding
from pages.core.tasks import enqueue_once
from pages.work import queue, worker
from pages.work.model import ScheduledRun
from tests.work import examples

pytestmark = pytest.mark.django_db
NEVER = datetime.datetime(9000, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def database_backend(settings):
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}


@pytest.fixture(autouse=True)
def own_connection(monkeypatch):
    """A worker begins each task with a fresh connection. Here all is in the transaction of the test's own."""
    for module in (worker, db_worker):
        monkeypatch.setattr(module, "close_old_connections", lambda: None)


@pytest.fixture
def nothing_scheduled(monkeypatch):
    monkeypatch.setattr(worker.schedule, "take_due", lambda now: [])


@pytest.fixture
def work(nothing_scheduled):
    """Does what is ready, as a worker does, and gives all tasks as they are then."""

    def do():
        ready = DBTaskResult.objects.ready().count()
        worker.work_off("default", ready, lambda seconds: False)
        return list(DBTaskResult.objects.order_by("enqueued_at"))

    return do


def test_a_task_is_done_once(work, tmp_path):
    examples.write.enqueue(str(tmp_path / "done"), "done")
    assert not (tmp_path / "done").exists()

    assert [result.status for result in work()] == ["SUCCESSFUL"]
    work()
    assert (tmp_path / "done").read_text() == "done\n"


def test_a_task_that_fails_is_tried_again_later_each_time_and_then_given_up(work):
    examples.fail.enqueue("Gran Testperson, 01632 960 555")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        waits = []
        for _try in range(len(queue.WAITS)):
            (result,) = work()
            assert result.status == TaskResultStatus.READY
            waits.append(result.run_after - timezone.now())
            assert work()[0].worker_ids == result.worker_ids
            clock.shift(waits[-1])
        (result,) = work()

    assert waits == queue.WAITS
    assert result.status == TaskResultStatus.FAILED
    assert list(queue.failed()) == [result]


def test_of_an_error_only_its_kind_and_its_places_are_kept(work):
    examples.fail.enqueue("Gran Testperson, 01632 960 555")
    (result,) = work()

    assert result.exception_class_path == "builtins.ValueError"
    assert "in fail" in result.traceback
    assert "Gran" not in result.traceback


def test_what_a_killed_worker_was_doing_is_done_by_another(work, tmp_path):
    examples.write.enqueue(str(tmp_path / "done"), "done")
    DBTaskResult.objects.get().claim("killed")
    queue.take_back_lost(timezone.now())

    assert [result.status for result in work()] == ["SUCCESSFUL"]


def test_what_a_living_worker_is_doing_is_left_to_it(tmp_path):
    examples.write.enqueue(str(tmp_path / "done"), "done")
    DBTaskResult.objects.get().claim("at work")
    with holding(queue.alive("at work")):
        queue.take_back_lost(timezone.now())

    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


def test_a_task_that_kills_its_worker_each_time_is_given_up(tmp_path):
    examples.write.enqueue(str(tmp_path / "done"), "done")
    for _try in range(len(queue.WAITS) + 1):
        DBTaskResult.objects.get().claim("killed")
        queue.take_back_lost(timezone.now())

    result = DBTaskResult.objects.get()
    assert result.status == TaskResultStatus.FAILED
    assert result.traceback == queue.LOST


def test_what_was_given_up_can_be_tried_again_with_all_its_tries(work):
    examples.fail.enqueue("no")
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, worker_ids=["a", "b", "c", "d"])

    assert queue.try_again(DBTaskResult.objects.get(), timezone.now())
    assert not queue.try_again(DBTaskResult.objects.get(), timezone.now())
    (result,) = work()
    assert result.status == TaskResultStatus.READY
    assert len(result.worker_ids) == 1


def test_work_that_waits_already_is_not_asked_for_twice():
    for _ask in range(3):
        enqueue_once(examples.nothing, datetime.timedelta(seconds=20))

    assert DBTaskResult.objects.count() == 1
    assert not DBTaskResult.objects.ready().exists()


def test_due_work_is_put_into_its_queue(monkeypatch):
    ScheduledRun.objects.all().delete()
    worker.schedule.prepare(timezone.now())
    ScheduledRun.objects.exclude(name="check_links").update(due_at=NEVER)
    ScheduledRun.objects.filter(name="check_links").update(due_at=timezone.now())
    looks = iter([False, True])
    worker.work_off("default", 1, lambda seconds: next(looks))

    (result,) = DBTaskResult.objects.all()
    assert (result.queue_name, result.args_kwargs["args"]) == ("slow", ["check_links"])


def test_what_wagtail_asks_before_it_deletes_is_known_at_once(home):
    from wagtail.tasks import update_reference_index_task

    update_reference_index_task.enqueue("pages", "homepage", str(home.pk))

    assert not DBTaskResult.objects.exists()
