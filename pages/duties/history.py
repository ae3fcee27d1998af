"""How the history says what became of a standing, and of a page that proved something."""

from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, PageLogEntry

from pages.core.lazy_text import LazyText

from . import log
from .items import items


def labels(names: list[str]) -> str:
    """Items by their labels; one that is on no list any more by its name."""
    known = items()
    return "; ".join(str(known[name].label) if name in known else name for name in names)


class DutyLog(LogFormatter):
    """One entry; `words` are told with the items, and with what was done."""

    words: LazyText = ""

    def format_message(self, log_entry: PageLogEntry | ModelLogEntry) -> str:
        data = log_entry.data
        return str(self.words) % {"duties": labels(data.get("duties", [])), "words": data.get("words", "")}

    def format_comment(self, log_entry: PageLogEntry | ModelLogEntry) -> str:
        return log_entry.data.get("reason", "")


class TakenAwayLog(DutyLog):
    label = gettext_lazy("Take away a proof of a duty")
    words = gettext_lazy("Took away what proves: %(duties)s")


class NoLongerProvesLog(DutyLog):
    label = gettext_lazy("No longer proves a duty")
    words = gettext_lazy("After this change the page no longer proves: %(duties)s")


class ClaimedLog(DutyLog):
    label = gettext_lazy("Say how far a duty is met")
    words = gettext_lazy("Said of “%(duties)s”: %(words)s")


class ProofAddedLog(DutyLog):
    label = gettext_lazy("Add a proof of a duty")
    words = gettext_lazy("Added a proof of “%(duties)s”: %(words)s")


class ProofTakenLog(DutyLog):
    label = gettext_lazy("Remove a proof of a duty")
    words = gettext_lazy("Removed a proof of “%(duties)s”: %(words)s")


class SignedOffLog(DutyLog):
    label = gettext_lazy("Sign off a duty")
    words = gettext_lazy("Signed off “%(duties)s”: %(words)s")


class SignOffTakenLog(DutyLog):
    label = gettext_lazy("Take back the sign-off of a duty")
    words = gettext_lazy("The sign-off of “%(duties)s” was taken back: %(words)s")


ACTIONS = {
    log.TAKEN_AWAY: TakenAwayLog,
    log.NO_LONGER_PROVES: NoLongerProvesLog,
    log.CLAIMED: ClaimedLog,
    log.PROOF_ADDED: ProofAddedLog,
    log.PROOF_TAKEN: ProofTakenLog,
    log.SIGNED_OFF: SignedOffLog,
    log.SIGN_OFF_TAKEN: SignOffTakenLog,
}


def register_log_actions(actions: LogActionRegistry) -> None:
    for name, formatter in ACTIONS.items():
        actions.register_action(name)(formatter)
