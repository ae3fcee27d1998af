"""What has become of the pages of a list since the day on which it was saved, sent or printed."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from pages.content import where_codes_lead
from pages.core.vocabulary import ChangeKind
from pages.publishing import versions

from .my_list import Item, MyList

FIRST = datetime.date(2020, 1, 1)
PUBLISHED, MOVED = "wagtail.publish", "wagtail.move"


@dataclass(frozen=True)
class Event:
    """One change of a page: when, what kind it was, and what it changed where somebody has said so."""

    day: datetime.date
    kind: str
    sentence: str = ""


@dataclass
class Changed:
    """A page of the list that is not what it was; without an address it is gone."""

    title: str
    url: str = ""
    events: list[Event] = field(default_factory=list)
    instead: str = ""


@dataclass(frozen=True)
class Since:
    """What has changed since a day, those that are gone first; where no day is known, only what the list has lost."""

    day: datetime.date | None
    pages: list[Changed]


def read_day(text: str) -> datetime.date | None:
    """The day in an address; nothing for what is none, or lies before there was any list."""
    try:
        day = datetime.date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if day >= FIRST else None


def lost_from(codes: list[str], chosen: MyList) -> list[str]:
    """The codes of pages that are gone and whose place is taken by a page that the list has already."""
    destinations = where_codes_lead.find_all([code for code in codes if code not in chosen.codes])
    return [code for code in codes if code in destinations and destinations[code].instead_of]


def since(
    chosen: MyList, lost: list[str], day: datetime.date | None, today: datetime.date, sections: list[dict]
) -> Since | None:
    """What has changed on the pages of a list; `lost` are the codes that `lost_from` gave. Nothing without either.

    Changes of the day itself are told on later days: nobody knows whether they came before the list or after it.
    """
    if day is None and not lost:
        return None
    destinations = [each for each in where_codes_lead.find_all(lost).values() if each.instead_of]
    gone = [Changed(each.instead_of, each.page.url or "/", instead=each.page.title) for each in destinations]
    if day is None or day == today:
        return Since(day, gone)
    gone += [Changed(item.instead_of, item.url, instead=item.page.title) for item in chosen.items if item.instead_of]
    kept = [item for item in chosen.items if not item.instead_of]
    events = _events([item.page.pk for item in kept], day)
    changed = []
    for item in kept:
        told = [*events[item.page.pk], *_moves(item, events.moved, sections)]
        if told:
            changed.append(Changed(item.page.title, item.url, sorted(told, key=lambda event: event.day, reverse=True)))
    return Since(day, [*gone, *changed])


class _Events(defaultdict[int, list[Event]]):
    """Changes by page, and on which day each was moved last."""

    moved: dict[int, datetime.date]


def _events(keys: list[int], day: datetime.date) -> _Events:
    """Two queries at most, however many pages there are: versions and changes of the law are remembered."""
    events = _Events(list)
    events.moved = {}
    said: set[tuple[int, datetime.date]] = set()
    for key, event in (*_versions(day), *_of_the_law(day)):
        if key in keys:
            events[key].append(event)
            said.add((key, event.day))
    begin = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    entries = PageLogEntry.objects.filter(page_id__in=keys, action__in=(PUBLISHED, MOVED), timestamp__gte=begin)
    latest: dict[int, Event] = {}
    for entry in entries.select_related("revision__publishing_decision").order_by("timestamp", "pk"):
        on = timezone.localdate(entry.timestamp)
        if entry.action == MOVED:
            events.moved[entry.page_id] = on
        elif (entry.page_id, on) not in said:
            latest[entry.page_id] = Event(on, _small_or_not(entry))
    for key, event in latest.items():
        events[key].append(event)
    return events


def _small_or_not(entry: PageLogEntry) -> str:
    decision = getattr(entry.revision, "publishing_decision", None)
    return _("Small correction") if decision and decision.kind == ChangeKind.SMALL else _("Changed")


def _versions(day: datetime.date) -> Iterable[tuple[int, Event]]:
    for version in versions.published():
        for change in version.changes if version.day >= day else ():
            if change.page:
                yield change.page.pk, Event(version.day, _("New version"), change.sentence)


def _of_the_law(day: datetime.date) -> Iterable[tuple[int, Event]]:
    for change, page in versions.of_the_law():
        if page and change.day >= day:
            yield page.pk, Event(change.day, _("The law, or a fact for all of England, has changed"), change.sentence)


def _moves(item: Item, moved: dict[int, datetime.date], sections: list[dict]) -> list[Event]:
    if item.page.pk not in moved:
        return []
    title = next((section["title"] for section in sections if item.url.startswith(section["url"])), "")
    words = _("Moved to “%(section)s”") % {"section": title} if title else _("Moved")
    return [Event(moved[item.page.pk], words)]
