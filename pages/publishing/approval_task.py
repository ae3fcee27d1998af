from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from pages.core.lazy_text import LazyText


class ApprovalTask(AbstractGroupApprovalTask):
    """The kinship lead's approval: asks, before a page goes live, what kind of change it is."""

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, LazyText, bool]]:
        """Approving has no small window of its own: it leads to the screen that comes before every publishing."""
        allowed = super().get_actions(obj, user)
        return [("reject", _("Ask for changes"), True), ("approve", _("Approve"), False)] if allowed else []

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> Any:
        """Answers where to go on; `TaskState.approve` is called from there."""
        if action_name == "approve":
            return reverse("before-publishing", args=[task_state.workflow_state.object_id])
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> LazyText:
        return _("Members of the chosen groups approve a page, and it goes live")
