"""The words of the history: who did what, the signer by their role."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from pages import sign_off as sign_offs
from pages.core.lazy_text import LazyText


class SignOffLog(LogFormatter):
    """One act; `words` are told with the role."""

    words: LazyText = ""

    def format_message(self, log_entry: PageLogEntry) -> str:
        return str(self.words) % {"role": log_entry.data.get("role") or _("The signer")}

    def format_comment(self, log_entry: PageLogEntry) -> str:
        return log_entry.data.get("comment", "")


class SentLog(SignOffLog):
    label = gettext_lazy("Send for sign-off")
    words = gettext_lazy("Sent this draft for sign-off to: %(role)s")


class NewLinkLog(SignOffLog):
    label = gettext_lazy("New link for sign-off")
    words = gettext_lazy("Made a new sign-off link, in place of the old one, for: %(role)s")


class WithdrawnLog(SignOffLog):
    label = gettext_lazy("Withdraw from sign-off")
    words = gettext_lazy("Withdrew the sign-off link from: %(role)s")


class ApprovedLog(SignOffLog):
    label = gettext_lazy("Signed off")
    words = gettext_lazy("Approved by %(role)s, who has no account")


class RefusedLog(SignOffLog):
    label = gettext_lazy("Not signed off")
    words = gettext_lazy("Not approved by %(role)s, who has no account")


ACTIONS = {
    sign_offs.SENT: SentLog,
    sign_offs.NEW_LINK: NewLinkLog,
    sign_offs.WITHDRAWN: WithdrawnLog,
    sign_offs.APPROVED: ApprovedLog,
    sign_offs.REFUSED: RefusedLog,
}


def register_log_actions(actions: LogActionRegistry) -> None:
    for name, formatter in ACTIONS.items():
        actions.register_action(name)(formatter)
