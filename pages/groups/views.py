import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pages import groups
from pages.council.council import current_council


@require_safe
def all_groups(request: HttpRequest) -> HttpResponse:
    """Every group's meetings, to subscribe to."""
    area = current_council().area
    name = _("Groups for kinship carers in %(area)s") % {"area": area} if area else _("Groups for kinship carers")
    return _file(groups.calendar(groups.all_groups(), timezone.localdate(), name), "groups")


@require_safe
def one_group(request: HttpRequest, pk: int) -> HttpResponse:
    """One group's meetings, to subscribe to."""
    group = _group(pk)
    return _file(groups.calendar([group], timezone.localdate(), group.title), f"group-{pk}")


@require_safe
def one_meeting(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    """One meeting, to be put into a calendar."""
    group = _group(pk)
    try:
        meeting = group.meeting_on(datetime.date.fromisoformat(day))
    except ValueError:
        meeting = None
    if meeting is None:
        raise Http404
    return _file(groups.calendar_of_one(groups.Listed(group, meeting)), f"meeting-{meeting.day}")


def _group(pk: int) -> groups.Group:
    if group := groups.find(pk):
        return group
    raise Http404


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response
