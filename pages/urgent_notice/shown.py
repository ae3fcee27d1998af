"""The notices as plain values, so that they can be remembered with the council and shown when the database is down."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils import timezone

from .model import UrgentNotice


class Notice(NamedTuple):
    """What readers see now. `key` names these very words: a reader closes them, and not those that come next."""

    key: str
    text: str
    until: datetime.datetime
    url: str
    link_words: str
    line_is_down: bool = False


def notices_from(now: datetime.datetime) -> list[dict[str, Any]]:
    """Those that are not over, also those that have not begun: they begin by themselves."""
    rows = UrgentNotice.objects.filter(shown_until__gt=now).select_related("page").order_by("shown_from", "pk")
    return [_plain(row) for row in rows]


def notice_at(notices: Iterable[dict[str, Any]], now: datetime.datetime) -> Notice | None:
    """The one that readers see at this moment."""
    for row in notices:
        begins, ends = (datetime.datetime.fromisoformat(row[name]) for name in ("since", "until"))
        if begins <= now < ends:
            said = "\n".join([row["text"], row["until"], row["url"]])
            key = hashlib.sha256(said.encode()).hexdigest()[:12]
            until = timezone.localtime(ends)
            return Notice(key, row["text"], until, row["url"], row["link_words"], row["line_is_down"])
    return None


def _plain(row: UrgentNotice) -> dict[str, Any]:
    page = row.page if row.page and row.page.live and not row.page.get_view_restrictions().exists() else None
    return {
        "text": row.text,
        "since": row.shown_from.isoformat(),
        "until": row.shown_until.isoformat(),
        "url": (page.full_url or "") if page else row.address,
        "link_words": row.link_words,
        "line_is_down": row.line_is_down,
    }
