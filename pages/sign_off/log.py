"""What sign-offs leave in the history of each page: by role, without the signer's name."""

from django.contrib.auth.models import User
from wagtail.log_actions import log

from pages.sign_off.model import SignOff, SignOffPage, Verdict

SENT = "pages.sign_off.send"
NEW_LINK = "pages.sign_off.new_link"
WITHDRAWN = "pages.sign_off.withdraw"
APPROVED = "pages.sign_off.approve"
REFUSED = "pages.sign_off.refuse"
ANSWERS: dict[str, str] = {Verdict.APPROVED: APPROVED, Verdict.REFUSED: REFUSED}


def log_act(sign_off: SignOff, action: str, user: User) -> None:
    """Writes what an officer did into the history of every page of the set."""
    for entry in sign_off.pages.select_related("page", "revision"):
        _log(entry, action, user=user)


def log_answer(entry: SignOffPage) -> None:
    """Writes the signer's answer into the page's history. A signer is no user: their role stands in the words."""
    _log(entry, ANSWERS[entry.verdict], comment=entry.comment)


def _log(entry: SignOffPage, action: str, user: User | None = None, **details: str) -> None:
    data = {"role": entry.sign_off.role, "sign_off": entry.sign_off_id, **details}
    log(entry.page.specific_deferred, action, user=user, revision=entry.revision, title=entry.title, data=data)
