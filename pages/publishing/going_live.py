"""Publishing a page by an officer's decision: now, on its day, or by approving it."""

import datetime
from typing import NamedTuple

from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState

from pages.publishing import checking, versions

OPEN_WARNINGS = "pages.publish_with_open_hints"


class Decision(NamedTuple):
    """What the officer said on the screen before publishing, and the hints that were open then."""

    user: object
    answers: dict
    change: dict
    findings: list


def approval_of(page: Page, user) -> TaskState | None:
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
    page: Page, revision: Revision, decision: Decision, task_state: TaskState | None, now: datetime.datetime
) -> None:
    """Marks the revision with the kind of change, writes down what was open, and lets it go live.

    The mark travels in the revision, so that a page which goes live on a later day still knows it. An end that is
    over is left out of it.
    """
    draft = revision.as_object()
    if end_is_over(page, draft, now):
        draft.expire_at = None
    versions.mark(draft, decision.change)
    revision.content = draft.serializable_data()
    revision.save(update_fields=["content"])
    if decision.findings:
        kinds = sorted({str(finding.code.label) for finding in decision.findings})
        data = {"count": len(decision.findings), "kinds": kinds}
        log(instance=page, action=OPEN_WARNINGS, user=decision.user, revision=revision, data=data)
    if task_state:
        task_state.approve(user=decision.user, comment=decision.answers.get("comment", ""))
    else:
        PublishPageRevisionAction(revision, user=decision.user, changed=True).execute(skip_permission_checks=True)
    if decision.answers.get("checked"):
        checking.check(page, decision.user, timezone.localdate(now))
