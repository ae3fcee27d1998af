"""Tells the calendars that follow a group of meetings that are gone with their page, or with a change of its dates.

A calendar forgets a meeting only when it is told that it is cancelled. So it is kept what calendars were last given,
and what is missing since is cancelled in them for a year, under the same name.
"""

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from pages.groups.diary import Meeting
from pages.groups.followed_group import FollowedGroup, Gone

from .calendar import AHEAD
from .group import Group
from .read import all_groups

TOLD_FOR = datetime.timedelta(days=365)


@transaction.atomic
def keep(now: datetime.datetime) -> None:
    """Compares what calendars were last given with what readers see now. It may be done again and again."""
    rows = {str(row.key): row for row in FollowedGroup.objects.select_for_update()}
    seen = {group.key: group for group in all_groups()}
    for key, group in seen.items():
        row = rows.get(key) or FollowedGroup(key=uuid.UUID(key), number=group.pk)
        before = _state(row)
        _compare(row, group, now)
        if row.pk is None or _state(row) != before:
            row.save()
    for key in rows.keys() - seen.keys():
        row = rows[key]
        before = _state(row)
        _take_down(row, now)
        if _state(row) != before:
            row.save()


def cancelled(now: datetime.datetime, key: str = "") -> list[Gone]:
    """The meetings, of all groups or of one, that calendars are to be told are cancelled."""
    rows = FollowedGroup.objects.filter(key=key) if key else FollowedGroup.objects.exclude(gone=[])
    return [gone for row in rows.order_by("pk") for gone in row.cancelled() if gone.since > now - TOLD_FOR]


def followed(key: uuid.UUID) -> FollowedGroup | None:
    """What is known of a group that people may follow, whether it still is in the offer or not."""
    return FollowedGroup.objects.filter(key=key).first()


def followed_by_number(number: int) -> FollowedGroup | None:
    """The same by the number of its first page, as older addresses have it."""
    return FollowedGroup.objects.filter(number=number).first() if number < 2**63 else None


def has_ended(row: FollowedGroup, now: datetime.datetime) -> bool:
    """True when its followers have been told for a year."""
    return row.taken_down_at is not None and row.taken_down_at <= now - TOLD_FOR


def key_of_place(place: str) -> uuid.UUID | None:
    """The key of the group that stood at this address last, if it was taken down: one that comes back is the same."""
    rows = FollowedGroup.objects.filter(place=place, taken_down_at__isnull=False)
    return rows.order_by("-taken_down_at").values_list("key", flat=True).first()


def _compare(row: FollowedGroup, group: Group, now: datetime.datetime) -> None:
    coming = [_written(meeting) for meeting in group.meetings if meeting.end > now]
    days = {meeting.day.isoformat() for meeting in group.meetings}
    missing = [meeting for meeting in _still_coming(row, now) if meeting["day"] not in days]
    version = group.version
    if missing:
        version = max(version, row.version + 1)
        row.raised_by += version - group.version
    row.gone = [*_of_the_last_year(row, now, but=days), *_cancelled(missing, version, now)]
    row.coming, row.version, row.taken_down_at = coming, max(version, row.version), None
    row.title, row.place = group.title[:255], group.url[:2000]


def _take_down(row: FollowedGroup, now: datetime.datetime) -> None:
    if row.taken_down_at is None:
        row.taken_down_at = now
        row.version += 1
        row.raised_by = row.version + 1
        row.gone = [*row.gone, *_cancelled(_still_coming(row, now), row.version, now)]
        row.coming = []
    row.gone = _of_the_last_year(row, now)
    if has_ended(row, now):
        row.title = ""


def _written(meeting: Meeting) -> dict[str, str]:
    moments = {"start": meeting.start.isoformat(), "end": meeting.end.isoformat()}
    return {"day": meeting.day.isoformat(), **moments}


def _still_coming(row: FollowedGroup, now: datetime.datetime) -> list[dict[str, Any]]:
    """Those that calendars have: no later ones than a calendar shows."""
    last = timezone.localdate(now) + AHEAD
    return [
        meeting
        for meeting in row.coming
        if datetime.datetime.fromisoformat(meeting["end"]) > now
        and datetime.datetime.fromisoformat(meeting["start"]).date() <= last
    ]


def _cancelled(meetings: list[dict[str, Any]], version: int, now: datetime.datetime) -> list[dict[str, Any]]:
    return [{**meeting, "since": now.isoformat(), "version": version} for meeting in meetings]


def _of_the_last_year(
    row: FollowedGroup, now: datetime.datetime, but: set[str] | frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    return [
        meeting
        for meeting in row.gone
        if meeting["day"] not in but and datetime.datetime.fromisoformat(meeting["since"]) > now - TOLD_FOR
    ]


def _state(row: FollowedGroup) -> tuple[Any, ...]:
    said = (row.title, row.place, row.version, row.raised_by, row.taken_down_at)
    return (*said, list(row.coming), list(row.gone))
