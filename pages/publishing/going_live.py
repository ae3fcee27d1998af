"""Publishing a page by an officer's decision: now, on its day, or by approving it."""

import datetime
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState

from pages.plain_words.finding import Finding
from pages.publishing import checking, versions

OPEN_WARNINGS = "pages.publish_with_open_hints"


class Answers(NamedTuple):
    """What the officer said on the screen before publishing, and the hints that were open then."""

    user: User
    publishing: dict[str, Any]  # of BeforePublishingForm
    change: dict[str, Any]  # of ChangeForm
    findings: list[Finding]


def approval_of(page: Page, user: User) -> TaskState | None:
    """The approval that the page waits for, if this officer may give it."""
    task_state = page.current_workflow_task_state
    if task_state is None:
        return None
    actions = task_state.task.specific.get_actions(page, user)
    return task_state.specific if any(name == "approve" for name, *_more in actions) else None


def end_is_over(page: Page, draft: Page, now: datetime.datetime) -> bool:
    """True when the end set for the draft comes before it goes live, and would take it offline at once.

    The end of a page that is still live is not over: it is due, and comes.
    """
    goes_live = max(draft.go_live_at or now, now)
    is_due = page.live and page.expire_at == draft.expire_at and goes_live == now
    return draft.expire_at is not None and draft.expire_at <= goes_live and not is_due


def publish(
    page: Page, revision: Revision, answers: Answers, task_state: TaskState | None, now: datetime.datetime
) -> None:
    """Keeps what the officer decided and which hints were open, and lets the revision go live.

    An end that is over is left out, in a revision of its own: what somebody saved stays as it was.
    """
    user = answers.user
    draft = revision.as_object()
    if end_is_over(page, draft, now):
        draft.expire_at = None
        revision = draft.save_revision(user=user)
    versions.decide(revision, answers.change, user)
    if answers.findings:
        kinds = sorted({str(finding.code.label) for finding in answers.findings})
        data = {"count": len(answers.findings), "kinds": kinds}
        log(instance=page, action=OPEN_WARNINGS, user=user, revision=revision, data=data)
    if task_state:
        task_state.approve(user=user, comment=answers.publishing.get("comment", ""))
    else:
        PublishPageRevisionAction(revision, user=user, changed=True).execute(skip_permission_checks=True)
    if answers.publishing.get("checked"):
        checking.check(type(page).objects.get(pk=page.pk), user, timezone.localdate(now))
