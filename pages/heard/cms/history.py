"""How closing what readers told us reads in the history."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from pages.core.vocabulary import HowClosed
from pages.heard import told


class ClosedLog(LogFormatter):
    label = gettext_lazy("Close what readers told us")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        data = log_entry.data
        how = HowClosed(data["how"]).label if data.get("how") in HowClosed.values else ""
        words = _("Closed “%(label)s” from readers. %(how)s: %(sentence)s")
        return words % {
            "label": data.get("label") or _("(words not kept)"),
            "how": how,
            "sentence": data.get("sentence", ""),
        }


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(told.CLOSED)(ClosedLog)
