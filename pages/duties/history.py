"""How the history says that a duty is no longer met."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from pages.core.vocabulary import Duty
from pages.duties.log import NO_LONGER_MET, TAKEN_AWAY

NAMES = dict(Duty.choices)


def _duties(log_entry: PageLogEntry) -> str:
    return "; ".join(str(NAMES.get(duty, duty)) for duty in log_entry.data.get("duties", []))


class TakenAwayLog(LogFormatter):
    label = gettext_lazy("Take away the last page of a duty")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Took away the last page for: %(duties)s") % {"duties": _duties(log_entry)}

    def format_comment(self, log_entry: PageLogEntry) -> str:
        return log_entry.data.get("reason", "")


class NoLongerMetLog(LogFormatter):
    label = gettext_lazy("Duty no longer met")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("After this change no page meets: %(duties)s") % {"duties": _duties(log_entry)}


def register_log_actions(actions: LogActionRegistry) -> None:
    for name, formatter in ((TAKEN_AWAY, TakenAwayLog), (NO_LONGER_MET, NoLongerMetLog)):
        actions.register_action(name)(formatter)
