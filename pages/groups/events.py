"""Meetings as schema.org events, for search engines."""

import json
from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from pages.core.inline import finished, in_each_text

from .diary import Meeting
from .group import Group, Listed

SCHEMA = "https://schema.org/"
# Nothing a search engine reads may end the script element, or begin a comment in it.
HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured_data(listed: Iterable[Listed], council: str) -> SafeString:
    """JSON-LD for a script element; nothing when there is no meeting."""
    events = in_each_text([_event(each, council) for each in listed], finished)
    return mark_safe(json.dumps(events, ensure_ascii=False).translate(HARMLESS)) if events else mark_safe("")


def _event(each: Listed, council: str) -> dict:
    group, meeting = each
    data = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": group.title,
        "description": _described(group),
        "url": group.full_url,
        "startDate": meeting.start.isoformat(),
        "endDate": meeting.end.isoformat(),
        "eventStatus": SCHEMA + _status(meeting),
        "eventAttendanceMode": SCHEMA + _attendance(group),
        "location": _locations(group),
        "organizer": {"@type": "Organization", "name": group.runs_it or council},
    }
    if meeting.is_moved:
        data["previousStartDate"] = meeting.planned.isoformat()
    return {name: value for name, value in data.items() if value}


def _described(group: Group) -> str:
    if group.example:
        return _("Example, to be confirmed. %(summary)s") % {"summary": group.summary}
    return group.summary


def _status(meeting: Meeting) -> str:
    if meeting.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if meeting.is_moved else "EventScheduled"


def _attendance(group: Group) -> str:
    if not group.online_link:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if group.venue_name else "OnlineEventAttendanceMode"


def _locations(group: Group) -> list[dict[str, str]]:
    places = []
    if group.venue_name or group.venue_address:
        places.append({"@type": "Place", "name": group.venue_name, "address": group.venue_address})
    if group.online_link:
        places.append({"@type": "VirtualLocation", "url": group.online_link})
    return places
