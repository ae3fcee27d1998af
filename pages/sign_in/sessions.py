"""How long somebody stays signed in: until they have done nothing for some hours, or end it elsewhere."""

import datetime
from contextlib import suppress

from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase, UpdateError

from pages.core.sessions_of import sessions_of
from pages.core.small_writes import NotWrittenError, at_once_or_not

SEEN = "seen_at"
NOT_OFTENER_THAN = 5 * 60  # seconds: an officer's every click need not be written


def keep_alive(session: SessionBase, now: datetime.datetime) -> None:
    """Counts the idle hours from now on. A database that can't be written costs nobody their page."""
    if now.timestamp() - session.get(SEEN, 0) < NOT_OFTENER_THAN:
        return
    session[SEEN] = int(now.timestamp())
    with suppress(NotWrittenError, UpdateError), at_once_or_not("That an officer is still there"):
        session.save()
    session.modified = False  # or it would be written again when the answer is made, however long that takes


def end_others(user: User, own: str | None, now: datetime.datetime) -> int:
    """Ends all sessions of this log-in but its `own`; gives how many those were."""
    ended, _by_model = sessions_of([user]).filter(expire_date__gt=now).exclude(pk=own or "").delete()
    return ended
