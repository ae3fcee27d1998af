"""Meetings as an iCalendar file (RFC 5545), for a calendar to read once or to subscribe to.

Each meeting is an event of its own: calendars differ in what they make of a rule with exceptions, not of a plain list.
"""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone

from pages.core.inline import finished

from .followed_group import Gone
from .group import Group, Listed

BEFORE, AHEAD = datetime.timedelta(days=31), datetime.timedelta(days=366)
ASK_AGAIN_AFTER = datetime.timedelta(hours=6)
# The United Kingdom's clock as it has been since 1996.
LONDON_CLOCK = b"""\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def calendar(groups: Iterable[Group], today: datetime.date, name: str, gone: Iterable[Gone] = ()) -> bytes:
    """The meetings of these groups from a month ago to a year ahead, cancelled ones as cancelled.

    `gone` are meetings that are no longer in the offer: a calendar that has one must be told that it is cancelled.
    """
    first, last = today - BEFORE, today + AHEAD
    held = (Listed(group, meeting) for group in groups for meeting in group.meetings)
    return _file((each for each in held if first <= each.meeting.start.date() <= last), name, gone)


def calendar_of_one(each: Listed) -> bytes:
    """One meeting, to be put into a calendar once. It has the same name there as in the calendar of its group."""
    return _file([each], each.group.title)


def calendar_of_gone(gone: Gone) -> bytes:
    """One meeting that is no longer in the offer."""
    return _file([], gone.title, [gone])


def _file(listed: Iterable[Listed], name: str, gone: Iterable[Gone] = ()) -> bytes:
    file = Calendar()
    file.add("prodid", "-//Kinship Local Offer//Support groups//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("name", finished(name))
    file.add("x-wr-calname", finished(name))
    file.add("x-wr-timezone", settings.TIME_ZONE)
    file.add("refresh-interval", ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    file.add("x-published-ttl", "PT6H")
    file.add_component(Timezone.from_ical(LONDON_CLOCK))
    for each in sorted(listed, key=lambda each: (each.meeting.start, each.group.pk)):
        file.add_component(_event(each))
    for meeting in sorted(gone, key=lambda gone: (gone.start, gone.key)):
        file.add_component(_cancelled(meeting))
    return file.to_ical()


def _event(each: Listed) -> Event:
    group, meeting = each
    event = Event()
    # Named by the day the rule gave it: the same meeting stays the same event when it is moved.
    event.add("uid", _uid(group.key, meeting.day))
    event.add("dtstamp", group.changed)
    event.add("last-modified", group.changed)
    event.add("sequence", group.version)
    event.add("dtstart", meeting.start)
    event.add("dtend", meeting.end)
    title = _("%(title)s (example)") % {"title": group.title} if group.example else group.title
    event.add("summary", finished(_("Cancelled: %(title)s") % {"title": title} if meeting.is_cancelled else title))
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if meeting.is_cancelled else "OPAQUE")
    if place := ", ".join(filter(None, [group.venue_name, group.venue_address])) or group.online_link:
        event.add("location", finished(place))
    event.add("description", finished(_description(each)))
    event.add("url", group.full_url or settings.SITE_URL)
    return event


def _cancelled(gone: Gone) -> Event:
    event = Event()
    event.add("uid", _uid(gone.key, gone.day))
    event.add("dtstamp", gone.since)
    event.add("last-modified", gone.since)
    event.add("sequence", gone.version)
    # As London's clock has it, like the meeting that calendars have: what is kept knows only the difference to UTC.
    event.add("dtstart", timezone.localtime(gone.start))
    event.add("dtend", timezone.localtime(gone.end))
    event.add("summary", finished(_("Cancelled: %(title)s") % {"title": gone.title}))
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    words = _("This group has ended, or has left our offer.") if gone.with_its_group else _("This meeting is off.")
    event.add("description", finished("\n".join([words, _("On our website is what is on now:"), settings.SITE_URL])))
    event.add("url", settings.SITE_URL)
    return event


def _uid(key: str, day: datetime.date) -> str:
    return f"{key}-{day:%Y%m%d}@kinship-offer"


def _description(each: Listed) -> str:
    group, meeting = each
    lines = []
    if meeting.is_cancelled:
        lines.append(_("This meeting is cancelled: %(reason)s") % {"reason": meeting.reason})
    elif meeting.is_moved:
        lines.append(_("This meeting was moved: %(reason)s") % {"reason": meeting.reason})
    if group.example:
        lines.append(_("Example, to be confirmed: the day, the time and the place are not real yet."))
    if not meeting.bank_holidays_known:
        lines.append(_("The bank holidays of this year are not known yet. Please check."))
    if group.online_link:
        lines.append(_("Online: %(link)s") % {"link": group.online_link})
    return "\n".join([*lines, group.summary, group.full_url])
