"""What officers call the work behind the site, what of it fails, and who is told."""

import datetime

from django.contrib.auth.models import AnonymousUser, User
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from pages.core.lazy_text import LazyText

from . import queue, schedule, tasks

MAY_SEE, MAY_CHANGE = "pages.view_scheduledrun", "pages.change_scheduledrun"
# What an officer calls a task; one that is not here goes by its own name.
NAMES: dict[str, LazyText] = {
    "pages.before_we_open.tasks.try_out": _("Try what is needed to open"),
    "pages.core.message.mail": _("Mail a message to an officer"),
    "pages.paper.tasks.make_leaflets": _("Make the leaflets"),
    "pages.paper.tasks.print_offer": _("Print the whole offer"),
    "pages.ring_back.tasks.mail_waiting": _("Mail new requests to be rung"),
    "pages.sign_in.mail.mail_invitation": _("Mail an invitation"),
    "pages.sign_in.mail.mail_reset": _("Mail a link for a new password"),
    "pages.sign_off.mail.link_to_signer": _("Mail a link to somebody who signs drafts off"),
    "pages.sign_off.mail.result_to_officer": _("Mail what was said of drafts"),
    "wagtail.tasks.delete_file_from_storage_task": _("Delete the file of an image or a document"),
}


def name_of(result: DBTaskResult) -> str:
    """What an officer calls the work."""
    if result.task_path == tasks.run_scheduled.module_path:
        scheduled = schedule.BY_COMMAND.get(next(iter(result.args_kwargs["args"]), ""))
        return str(scheduled.title) if scheduled else result.task_name
    return str(NAMES.get(result.task_path, result.task_name))


def failures(since: datetime.datetime) -> list[str]:
    """The names of what was given up lately, and of scheduled work that fails."""
    given_up = queue.failed().filter(finished_at__gte=since)
    failing = (last.scheduled.title for last in schedule.last_runs() if last.has_failed())
    return [*map(name_of, given_up), *map(str, failing)]


def may_see(user: User | AnonymousUser) -> bool:
    return user.has_perm(MAY_SEE)
