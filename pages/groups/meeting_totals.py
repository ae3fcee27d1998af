"""The meetings that were held or called off, by the timetable that was true on their day. They are written down once
a day, and before a group changes or goes: no later change takes a meeting away or adds one."""

import datetime
from collections.abc import Collection
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from pages import groups
from pages.groups.meeting_total import MeetingsWritten, MeetingTotal
from pages.groups.model import GroupPage

FIRST_TIME = datetime.timedelta(days=365)


class Past(NamedTuple):
    """One meeting on or before a day."""

    group: int | None  # None when the group's page is deleted
    title: str
    held_on: datetime.date
    held: bool


@transaction.atomic
def write(now: datetime.datetime) -> int:
    """Writes down the meetings of all groups that are over and not yet written, and says how many."""
    seen = groups.all_groups()
    before = MeetingTotal.objects.count()
    _write(seen, now)
    for group in seen:
        MeetingsWritten.objects.update_or_create(group_id=group.pk, defaults={"until": now})
    # What a group's rule says of the time when readers could not find it is not known to have happened.
    MeetingsWritten.objects.exclude(group__in=[group.pk for group in seen]).update(until=now)
    return MeetingTotal.objects.count() - before


@transaction.atomic
def before_change(pk: int, now: datetime.datetime) -> None:
    """Call it before the page is saved: what is over is written by the rule that the database still has."""
    seen = _seen(pk)
    _write(seen, now)
    if seen:
        MeetingsWritten.objects.update_or_create(group_id=pk, defaults={"until": now})
    else:
        MeetingsWritten.objects.filter(group=pk).update(until=now)


def before_deletion(pk: int, now: datetime.datetime) -> None:
    """Call it in the transaction that deletes the page. Nothing is marked: the mark goes with the page."""
    _write(_seen(pk), now)


def between(first: datetime.date, last: datetime.date, day: datetime.date) -> list[Past]:
    """The meetings from `first` to `last`, as known on `day`: those written down, and by the timetables those since."""
    rows = MeetingTotal.objects.filter(held_on__range=(first, last)).order_by("held_on", "pk")
    past = [Past(row.group_id, row.title, row.held_on, row.held) for row in rows]
    seen = groups.all_groups()
    since = _since(seen, timezone.make_aware(datetime.datetime.combine(day, datetime.time())))
    written = _written(seen)
    for group in seen:
        for meeting in group.meetings:
            held_on = meeting.start.date()
            if first <= held_on <= last and meeting.end > since[group.pk] and (group.pk, meeting.day) not in written:
                past.append(Past(group.pk, group.title, held_on, meeting.is_on))
    return past


def _write(seen: Collection[groups.Group], now: datetime.datetime) -> None:
    since = _since(seen, now)
    rows = [
        MeetingTotal(
            group_id=group.pk,
            title=group.title,
            day=meeting.day,
            held_on=meeting.start.date(),
            held=meeting.is_on,
        )
        for group in seen
        for meeting in group.meetings
        if since[group.pk] < meeting.end <= now
    ]
    MeetingTotal.objects.bulk_create(rows, ignore_conflicts=True)


def _since(seen: Collection[groups.Group], now: datetime.datetime) -> dict[int, datetime.datetime]:
    """The moment up to which each group is written; at most a year back for one that never was."""
    keys = [group.pk for group in seen]
    marks = dict(MeetingsWritten.objects.filter(group__in=keys).values_list("group", "until"))
    return {key: marks.get(key, now - FIRST_TIME) for key in keys}


def _written(seen: Collection[groups.Group]) -> set[tuple[int, datetime.date]]:
    rows = MeetingTotal.objects.filter(group__in=[group.pk for group in seen])
    return set(rows.values_list("group", "day"))


def _seen(pk: int) -> list[groups.Group]:
    """The group as the database has it, if readers can see it."""
    return [groups.draft(page) for page in GroupPage.objects.live().public().filter(pk=pk)]
