"""Sign-off by somebody who has no account: a solicitor or a school head reads drafts by one secret link."""

from .answer import ClosedError, answer, finish
from .draft import Draft, draft_of, fingerprint
from .forget import forget_signers
from .lead_within import lead_within
from .log import APPROVED, NEW_LINK, REFUSED, SENT, WITHDRAWN
from .mail import address_of, mail_link, mail_result
from .read import as_page, entries_of, not_live
from .secret import find
from .send import (
    DAYS,
    MAY_CHANGE,
    MAY_SEE,
    MAY_SEND,
    MOST_DAYS,
    AlreadySentError,
    NoLinkError,
    drafts_below,
    make_new_link,
    may_send,
    send,
    withdraw,
)
from .state import Standing, of_page, standing, with_pages

__all__ = [
    "APPROVED", "DAYS", "MAY_CHANGE", "MAY_SEE", "MAY_SEND", "MOST_DAYS", "NEW_LINK", "REFUSED", "SENT", "WITHDRAWN",
    "AlreadySentError", "ClosedError", "Draft", "NoLinkError", "Standing", "address_of", "answer", "as_page",
    "draft_of", "drafts_below", "entries_of", "find", "fingerprint", "finish", "forget_signers",
    "lead_within", "mail_link", "mail_result", "make_new_link", "may_send", "not_live", "of_page", "send", "standing",
    "with_pages", "withdraw",
]  # fmt: skip
