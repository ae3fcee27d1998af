"""From an editor's draft to the live page, by the kinship lead's approval."""

import time

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from wagtail.models import GroupApprovalTask, Page, Workflow

from kinship_offer.mail import SECONDS, mailers
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, SECTION_EDITORS
from pages.site.set_up_roles import ensure_roles
from tests.cms import confirm, make_officer, send_page
from tests.smtp import mail_server

SUBMIT = "action-submit"


@pytest.fixture
def editor(home):
    return make_officer(SECTION_EDITORS)


@pytest.fixture
def lead(home):
    return make_officer(KINSHIP_LEAD)


@pytest.fixture
def submitted(client, editor, lead, section):
    """A page with a new title that the editor sent for approval."""
    client.force_login(editor)
    send_page(client, section, SUBMIT, title="Money and jobs")
    section.refresh_from_db()
    return section


def test_the_whole_offer_has_one_workflow_and_the_lead_approves_in_it(home):
    ensure_roles()
    ensure_roles()

    assert [workflow.name for workflow in Workflow.objects.active()] == ["the kinship lead"]
    task = home.get_workflow().tasks.get().specific
    assert sorted(group.name for group in task.groups.all()) == [ADMINISTRATORS, KINSHIP_LEAD]
    assert not GroupApprovalTask.objects.filter(active=True).exists()


def test_a_submitted_page_waits_on_the_leads_desk_and_not_on_the_editors(client, submitted, lead):
    assertNotContains(client.get("/cms/"), "Waiting for your approval")
    assertContains(client.get("/cms/"), "You sent for approval")

    client.force_login(lead)
    desk = client.get("/cms/")

    assertContains(desk, "Waiting for your approval")
    assertContains(desk, "Money and jobs")
    assertContains(desk, "Sent by Section editors Person")


def test_readers_see_nothing_of_it_before_it_is_approved(client, submitted):
    assertNotContains(client.get("/money/"), "Money and jobs")


def test_the_lead_is_told_by_mail_in_the_councils_words(submitted):
    message = mail.outbox[0]

    assert message.to == ["kinship-lead@example.gov.uk"]
    assert message.subject == "For your approval: Money and jobs"
    assert f"/cms/pages/{submitted.pk}/edit/" in message.body
    assert "Wagtail" not in message.body


def test_a_page_that_comes_back_says_why_on_the_editors_desk_and_by_mail(client, submitted, editor, lead):
    client.force_login(lead)
    task_state = submitted.current_workflow_task_state
    mail.outbox.clear()

    client.post(f"/cms/pages/workflow/action/{submitted.pk}/reject/{task_state.pk}/", {"comment": "Say what it costs."})

    client.force_login(editor)
    assertContains(client.get("/cms/"), "Came back: Say what it costs.")
    assert mail.outbox[0].subject == "Please change something: Money and jobs"
    assert "Say what it costs." in mail.outbox[0].body


@pytest.mark.parametrize("set_up", [{}, {"default": {"BACKEND": "no.such.Backend"}}])
def test_without_a_mail_server_the_work_is_saved_all_the_same(client, editor, lead, section, settings, set_up):
    settings.MAILERS = set_up
    client.force_login(editor)

    response = send_page(client, section, SUBMIT, title="Money and jobs")

    assert response.status_code == 302
    section.refresh_from_db()
    assert section.workflow_in_progress


def test_a_mail_server_that_refuses_costs_nothing_but_the_message(client, editor, lead, section, settings, caplog):
    with mail_server() as server:
        settings.MAILERS = mailers("MAIL_URL", server.url)  # and then it is gone
    client.force_login(editor)

    assert send_page(client, section, SUBMIT, title="Money and jobs").status_code == 302
    assert "could not be mailed" in caplog.text
    assert "example.gov.uk" not in caplog.text


@pytest.fixture
def behind_the_answer(settings):
    """Work waits in the database, as on a site that is served."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return DBTaskResult.objects.filter(task_path="pages.core.message.mail")


def test_a_mail_server_that_says_nothing_holds_nobodys_save(client, editor, lead, section, settings, behind_the_answer):
    client.force_login(editor)
    with mail_server(hangs=True) as silent:
        settings.MAILERS = mailers("MAIL_URL", silent.url)
        begun = time.monotonic()
        assert send_page(client, section, SUBMIT, title="Money and jobs").status_code == 302

        assert time.monotonic() - begun < SECONDS
        assert not silent.someone_waits.is_set()

    waiting = behind_the_answer.get()
    with mail_server() as server:
        settings.MAILERS = mailers("MAIL_URL", server.url)
        waiting.task.call(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
    [message] = server.messages
    assert "Subject: For your approval: Money and jobs" in message
    assert "Auto-Submitted: auto-generated" in message


def test_approving_asks_first_and_then_publishes(client, submitted, editor, lead):
    client.force_login(lead)
    task_state = submitted.current_workflow_task_state
    mail.outbox.clear()

    response = client.post(f"/cms/pages/workflow/action/{submitted.pk}/approve/{task_state.pk}/")
    screen = f"/cms/pages/{submitted.pk}/before-publishing/"
    assertRedirects(response, screen)
    assertNotContains(client.get("/money/"), "Money and jobs")
    confirm(client, submitted, comment="Well done.")

    assertContains(client.get("/money/"), "Money and jobs")
    submitted.refresh_from_db()
    assert not submitted.workflow_in_progress
    task_state.refresh_from_db()
    assert (task_state.status, task_state.comment, task_state.finished_by) == ("approved", "Well done.", lead)
    assert "Approved: Money and jobs" in [message.subject for message in mail.outbox]


def test_approving_from_the_editor_keeps_what_the_lead_changed(client, submitted, lead):
    client.force_login(lead)

    response = send_page(
        client,
        submitted,
        "action-workflow-action",
        title="Money, jobs and more",
        **{"workflow-action-name": "approve"},
    )

    assertRedirects(response, f"/cms/pages/{submitted.pk}/before-publishing/")
    assert Page.objects.get(pk=submitted.pk).get_latest_revision().content["title"] == "Money, jobs and more"
    assertNotContains(client.get("/money/"), "Money, jobs and more")


def test_an_editor_cannot_approve_by_asking_the_server(client, submitted, editor):
    task_state = submitted.current_workflow_task_state

    client.post(f"/cms/pages/workflow/action/{submitted.pk}/approve/{task_state.pk}/")
    confirm(client, submitted)

    assertNotContains(client.get("/money/"), "Money and jobs")
