"""Administrators see what is done behind the site, have it done now, and have tried again what failed."""

import sys
import uuid
from importlib import import_module
from pathlib import Path

import pytest
from django.tasks import Task, TaskResultStatus
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.lease import holding
from pages.core.tasks import PUT_OFF
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.work import queue, schedule
from pages.work.model import ScheduledRun
from pages.work.names import NAMES
from pages.work.tasks import run_scheduled
from tests.cms import make_officer
from tests.work import examples

WORK = reverse("work")


@pytest.fixture(autouse=True)
def database_backend(settings):
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}


@pytest.fixture
def administrator(client, home):
    client.force_login(make_officer(ADMINISTRATORS))
    return client


@pytest.fixture
def given_up(home):
    examples.fail.enqueue("Gran Testperson")
    values = {"status": TaskResultStatus.FAILED, "worker_ids": ["a"] * 4, "finished_at": timezone.now()}
    DBTaskResult.objects.update(**values, exception_class_path="builtins.ValueError")
    return DBTaskResult.objects.get()


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, NAVIGATORS])
def test_nobody_else_sees_or_starts_it(client, home, given_up, role):
    client.force_login(make_officer(role))

    assert client.get(WORK).status_code == 302
    assert client.post(f"{WORK}run/send_callbacks/").status_code == 302
    assert client.post(f"{WORK}again/{given_up.pk}/").status_code == 302
    assertNotContains(client.get("/cms/"), "Work behind the site")
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


def test_all_scheduled_work_is_listed_also_before_a_worker_ever_ran(administrator):
    screen = administrator.get(WORK)

    for scheduled in schedule.SCHEDULE:
        assertContains(screen, scheduled.title)
    assertContains(screen, "Nobody is at work")
    assertContains(screen, "Late", count=len(schedule.SCHEDULE))


def test_a_worker_that_lives_and_work_that_runs_leave_nothing_to_worry_about(administrator):
    schedule.prepare(timezone.now())
    with holding(queue.alive("one")):
        assertNotContains(administrator.get(WORK), "Nobody is at work")
        assertNotContains(administrator.get(WORK), "Late")
        assertNotContains(administrator.get("/cms/"), "Work behind the site that needs you")


def test_what_failed_stands_on_the_desk_and_in_the_list_with_why(administrator, given_up):
    schedule.prepare(timezone.now())
    ScheduledRun.objects.filter(name="check_links").update(failures=2, words="No website answered.")

    assertContains(administrator.get("/cms/"), "Work behind the site that needs you")
    screen = administrator.get(WORK)
    assertContains(screen, "builtins.ValueError")
    assertContains(screen, "It failed 2 times.")
    assertContains(screen, "No website answered.")
    assertNotContains(screen, "Gran")


def test_what_was_given_up_is_tried_again(administrator, given_up):
    assertContains(administrator.post(f"{WORK}again/{given_up.pk}/", follow=True), "will be tried again")
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
    assertContains(administrator.post(f"{WORK}again/{given_up.pk}/", follow=True), "not waiting for you any more")


def test_scheduled_work_is_done_now_once_however_often_it_is_asked_for(administrator):
    with holding(queue.alive("one")):
        assertContains(administrator.post(f"{WORK}run/check_links/", follow=True), "will be done in a moment")
    screen = administrator.post(f"{WORK}run/check_links/", follow=True)

    assertContains(screen, "will be done as soon as somebody is at work")
    assertContains(screen, '<th scope="row">Try links to other websites</th>', count=2)  # on the schedule and waiting
    (result,) = DBTaskResult.objects.all()
    assert (result.queue_name, result.args_kwargs["args"]) == ("slow", ["check_links"])


def test_scheduled_work_that_is_being_done_says_so_and_is_not_asked_for_again(administrator):
    schedule.prepare(timezone.now())
    ScheduledRun.objects.filter(name="check_links").update(began_at=timezone.now())

    with holding("work check_links"):
        screen = administrator.post(f"{WORK}run/check_links/", follow=True)

    assertContains(screen, "is being done already")
    assertContains(screen, "It is being done since", count=1)
    assert not DBTaskResult.objects.exists()


def test_what_was_only_put_off_is_not_among_what_is_done(administrator):
    for value in (PUT_OFF, "", None):
        examples.nothing.enqueue()
        waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
        waiting.update(status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now(), return_value=value)

    assertContains(administrator.get(WORK), '<th scope="row">nothing</th>', count=2)


@pytest.mark.parametrize("address", [f"{WORK}run/flush/", f"{WORK}again/{uuid.UUID(int=0)}/"])
def test_made_up_work_is_not_found(administrator, address):
    assert administrator.post(address).status_code == 404


def test_nothing_is_started_by_opening_an_address(administrator, given_up):
    assert administrator.get(f"{WORK}run/check_links/").status_code == 405
    assert administrator.get(f"{WORK}again/{given_up.pk}/").status_code == 405


def test_every_task_of_ours_has_a_name_for_officers():
    """Every module of tasks in the tree is read for them."""
    for module in Path("pages").rglob("*tasks.py"):
        import_module(".".join(module.with_suffix("").parts))
    ours = {
        task.module_path
        for name, module in sys.modules.items()
        if name.startswith("pages.")
        for task in vars(module).values()
        if isinstance(task, Task) and task.module_path.startswith("pages.")
    }

    assert ours - {run_scheduled.module_path} == {path for path in NAMES if path.startswith("pages.")}
