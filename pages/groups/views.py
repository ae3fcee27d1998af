"""The calendars that people follow, and single meetings to be put into one."""

import datetime
import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseGone
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pages import groups
from pages.council.council import current_council


@require_safe
def all_groups(request: HttpRequest) -> HttpResponse:
    """Every group's meetings, to subscribe to."""
    area, now = current_council().area, timezone.now()
    name = _("Groups for kinship carers in %(area)s") % {"area": area} if area else _("Groups for kinship carers")
    gone = groups.cancelled(now)
    return _file(groups.calendar(groups.all_groups(), timezone.localdate(now), name, gone), "groups")


@require_safe
def one_group(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One group's meetings, to subscribe to."""
    return _calendar_of(groups.find_by_key(key), groups.followed(key))


@require_safe
def one_group_by_number(request: HttpRequest, pk: int) -> HttpResponse:
    """The same under the address that it had at first, by the number of its page."""
    group, row = groups.find(pk), groups.followed_by_number(pk)
    if group is None and row is not None:
        group = groups.find_by_key(row.key)
    return _calendar_of(group, row)


@require_safe
def one_meeting(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    """One meeting, to be put into a calendar."""
    try:
        held_on = datetime.date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    group, row = groups.find(pk), groups.followed_by_number(pk)
    if group and (meeting := group.meeting_on(held_on)):
        return _file(groups.calendar_of_one(groups.Listed(group, meeting)), f"meeting-{meeting.day}")
    gone = groups.cancelled(timezone.now(), str(row.key)) if row else []
    for each in gone:
        if each.day == held_on:
            return _file(groups.calendar_of_gone(each), f"meeting-{held_on}")
    if row and groups.has_ended(row, timezone.now()):
        return _ended()
    raise Http404


def _calendar_of(group: groups.Group | None, row: groups.FollowedGroup | None) -> HttpResponse:
    """A group that is gone is told of for a year, then its calendar has ended."""
    now = timezone.now()
    if group is None and row is None:
        raise Http404
    if group is None and row and groups.has_ended(row, now):
        return _ended()
    key, title = (group.key, group.title) if group else (str(row.key), row.title) if row else ("", "")
    gone = groups.cancelled(now, key)
    content = groups.calendar([group] if group else [], timezone.localdate(now), title, gone)
    return _file(content, f"group-{key}")


def _ended() -> HttpResponse:
    words = _("This calendar has ended: the group is no longer in our offer. You can take it out of your calendar.")
    return HttpResponseGone(words, content_type="text/plain; charset=utf-8")


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response
