"""Reads the groups that readers can see: once for each version of the content."""

import datetime

from django.db.models import Count, Max
from wagtail.models import PageLogEntry

from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.council.school_term import SchoolTerm
from pages.groups.diary import DateMoved, Term, Timetable
from pages.groups.followed_group import FollowedGroup
from pages.groups.model import GroupPage

from .cancel import CANCELLED, PUT_BACK
from .group import Group

CHANGES = ("wagtail.publish", CANCELLED, PUT_BACK)
NEVER = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def all_groups() -> tuple[Group, ...]:
    """Every group that readers can see, in the order of the tree."""
    return groups_at(ContentVersion.current())


@remembered
def groups_at(version: object) -> tuple[Group, ...]:
    """The groups of one version of the content: eight queries, however many there are."""
    opened = GroupPage.objects.live().public().order_by("path")
    pages = list(opened.prefetch_related("dates_off", "dates_moved", "cancelled_meetings"))
    terms = _terms()
    changes = _changes([page.pk for page in pages])
    raised = dict(FollowedGroup.objects.exclude(raised_by=0).values_list("key", "raised_by"))
    counted = ((page, *changes.get(page.pk, (0, None))) for page in pages)
    return tuple(
        _group(page, terms, times + raised.get(page.translation_key, 0), last) for page, times, last in counted
    )


def find_by_key(key: object) -> Group | None:
    """One group by the name that calendars have for it, if readers can see it."""
    return next((group for group in all_groups() if group.key == str(key)), None)


def find(pk: int) -> Group | None:
    """One group, if readers can see it."""
    return next((group for group in all_groups() if group.pk == pk), None)


def draft(page: GroupPage) -> Group:
    """A group as its page stands in memory, published or not."""
    return _group(page, _terms(), 0, None)


def _terms() -> tuple[Term, ...]:
    rows = SchoolTerm.objects.filter(settings__site__is_default_site=True).order_by("first_day")
    return tuple(Term(row.name, row.first_day, row.last_day, row.example) for row in rows)


def _changes(keys: list[int]) -> dict[int, tuple[int, datetime.datetime | None]]:
    """How often each group was published, cancelled or put back, and when last: calendars want a number that grows."""
    entries = PageLogEntry.objects.filter(page_id__in=keys, action__in=CHANGES).order_by().values("page_id")
    counted = entries.annotate(times=Count("pk"), last=Max("timestamp"))
    return {row["page_id"]: (row["times"], row["last"]) for row in counted}


def _group(page: GroupPage, terms: tuple[Term, ...], version: int, changed: datetime.datetime | None) -> Group:
    timetable = _timetable(page, terms)
    rule = timetable.rule
    moved = [move.to for move in timetable.moved]
    return Group(
        pk=page.pk,
        key=str(page.translation_key),
        title=page.menu_title,
        summary=page.summary,
        url=page.url or "",
        full_url=page.full_url or "",
        path=page.path,
        venue_name=page.venue_name,
        venue_address=page.venue_address,
        online_link=page.online_link,
        example=page.example_details,
        runs_it=page.provider_name,
        version=version,
        changed=changed or page.last_published_at or NEVER,
        timetable=timetable,
        meetings=tuple(timetable.meetings(min([rule.first, *moved]), max([rule.last, *moved]))),
    )


def _timetable(page: GroupPage, terms: tuple[Term, ...]) -> Timetable:
    rule = page.rule
    return Timetable(
        rule=rule,
        terms=terms,
        off={row.date: row.reason for row in page.dates_off.all()},
        moved=tuple(
            DateMoved(row.date, row.new_date, row.start_time or rule.start, row.end_time or rule.end, row.reason)
            for row in page.dates_moved.all()
        ),
        cancelled={row.date: row.reason for row in page.cancelled_meetings.all()},
    )
