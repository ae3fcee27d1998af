"""The one way to publish for those who may not publish themselves: submit, and the kinship lead approves."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from pages.publishing.approval_task import ApprovalTask

WORKFLOW = "the kinship lead"  # the editor's button says “Submit to the kinship lead”
TASK = "Approval"


def ensure_workflow(approvers: list[Group]) -> Workflow:
    """The workflow of the whole offer, with these groups as approvers. Wagtail's own example is taken out of use."""
    workflow, _made = Workflow.objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    task = ApprovalTask.objects.filter(workflow_tasks__workflow=workflow).first() or ApprovalTask.objects.create(
        name=TASK
    )
    task.groups.set(approvers)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr)
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    _retire_wagtails_own()
    return workflow


def _retire_wagtails_own() -> None:
    """Pages that wait in it stay in it until they are done with; then a later call takes it out of use."""
    for task in GroupApprovalTask.objects.filter(active=True, name="Moderators approval"):
        if not task.task_states.filter(status="in_progress").exists():
            for workflow in Workflow.objects.filter(workflow_tasks__task=task, active=True):
                workflow.deactivate()
            task.deactivate()
