"""The words for opening times, as people say them."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.core.opening import OpeningTimes, Spell, Status, minutes
from pages.core.vocabulary import Weekday

DAY_NAMES = [day.label for day in Weekday]
WHOLE_DAY: tuple[Spell, ...] = ((datetime.time(), datetime.time()),)


def status_words(status: Status, now: datetime.datetime) -> str:
    """“Open now, until 5pm”, or “Closed now. Open again Monday at 9am”."""
    if status.until:
        return _("Open now, until %(time)s") % {"time": _until_words(status.until, timezone.localtime(now))}
    if status.is_open:
        return _("Open now, day and night")
    closed = _("Closed today: %(reason)s.") % {"reason": status.why_closed} if status.why_closed else _("Closed now.")
    if status.opens_next is None:
        return closed
    when = _("%(day)s at %(time)s") % {
        "day": day_words(status.opens_next.date(), timezone.localdate(now)),
        "time": time_words(status.opens_next.time()),
    }
    return _("%(closed)s Open again %(when)s") % {"closed": closed, "when": when}


def short_words(status: Status, now: datetime.datetime) -> str:
    """For a small place: “Open now, until 5pm”, “Closed until 9am”, “Closed until Monday”."""
    if status.is_open:
        return status_words(status, now)
    if status.opens_next is None:
        return _("Closed now")
    here = timezone.localtime(now)
    is_soon = status.opens_next - here < datetime.timedelta(days=1)
    opens = status.opens_next.date()
    when = time_words(status.opens_next.time()) if is_soon else day_words(opens, here.date())
    return _("Closed until %(when)s") % {"when": when}


def _until_words(until: datetime.datetime, now: datetime.datetime) -> str:
    """“5pm”, “2am” in the coming night; with its day where more than a day lies between: “Monday at 9am”."""
    time = time_words(until.time())
    last_night = until - datetime.timedelta(minutes=1)  # midnight ends the day before
    if until - now < datetime.timedelta(days=1):
        return time
    return _("%(day)s at %(time)s") % {"day": day_words(last_night.date(), now.date()), "time": time}


def day_words(day: datetime.date, today: datetime.date) -> str:
    """“today”, “tomorrow”, “Monday”, or “Monday 4 January” when it is a week away or more."""
    away = (day - today).days
    if away in {0, 1}:
        return _("tomorrow") if away else _("today")
    return date_format(day, "l" if away < 7 else "l j F")


def time_words(time: datetime.time) -> str:
    """“9am”, “4.30pm”, “noon”."""
    if (time.hour, time.minute) in {(0, 0), (12, 0)}:
        return _("noon") if time.hour else _("midnight")
    hour = str(time.hour % 12 or 12) + (f".{time.minute:02}" if time.minute else "")
    return (_("%(hour)sam") if time.hour < 12 else _("%(hour)spm")) % {"hour": hour}


def too_long_words(opens: datetime.time, shuts: datetime.time) -> str:
    """What is said of hours that are most likely a slip."""
    said = {"opens": time_words(opens), "closes": time_words(shuts)}
    if opens == shuts:
        return _("From %(opens)s to %(closes)s is no time at all. For day and night, type 00:00 to 00:00.") % said
    words = _("From %(opens)s to %(closes)s is %(hours)d hours, into the next day. For 5 in the afternoon, type 17:00.")
    return words % (said | {"hours": minutes(opens, shuts) // 60})


def week_words(times: OpeningTimes) -> str:
    """The weekly hours for paper: “Monday to Thursday, 9am to 5pm; Friday, 9am to noon”."""
    days_by_spells: dict[tuple[Spell, ...], list[int]] = {}
    for day, spells in sorted(times.week.items()):
        days_by_spells.setdefault(tuple(spells), []).append(day)
    if list(days_by_spells) == [WHOLE_DAY] and len(times.week) == len(DAY_NAMES):
        return _("Every day, day and night")
    return "; ".join(f"{_days_words(days)}, {_spells_words(spells)}" for spells, days in days_by_spells.items())


def _spells_words(spells: tuple[Spell, ...]) -> str:
    if spells == WHOLE_DAY:
        return _("day and night")
    return _listed(
        [
            _("%(opens)s to %(closes)s") % {"opens": time_words(opens), "closes": time_words(shuts)}
            for opens, shuts in spells
        ]
    )


def _days_words(days: list[int]) -> str:
    """Days in a row as “Monday to Friday”; two as “Monday and Tuesday”."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts: list[str] = []
    for run in runs:
        if len(run) > 2:
            parts.append(_("%(first)s to %(last)s") % {"first": DAY_NAMES[run[0]], "last": DAY_NAMES[run[-1]]})
        else:
            parts += [str(DAY_NAMES[day]) for day in run]
    return _listed(parts)


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("%(most)s and %(last)s") % {"most": ", ".join(parts[:-1]), "last": parts[-1]}
