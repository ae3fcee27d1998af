"""Reads what readers told us and nobody has closed: a handful of queries, however much there is."""

import datetime
from collections import defaultdict

from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.owners import Owner, owner_of, users_by_key
from pages.heard.closing import Closing, ToldBy
from pages.heard.comment import Comment
from pages.heard.missed_search import MissedSearch
from pages.heard.useful import Feedback, Useful

from .group import Told, weigh
from .grouping import Grouper

LAST_SENTENCES = 3


def open_groups(day: datetime.date) -> list[Told]:
    """Everything that waits for an officer, the most pressing first."""
    groups = [*searches(day), *answers(day), *comments(day)]
    return sorted(groups, key=lambda told: (-told.score, -told.last_day.toordinal(), told.label))


def find(told_by: str, pk: int, day: datetime.date) -> Told | None:
    """The group of that kind that holds the row of that key: the same one, whatever came to it meanwhile."""
    readers = {ToldBy.SEARCH.value: searches, ToldBy.NO.value: answers, ToldBy.COMMENT.value: comments}
    read = readers.get(told_by)
    return next((told for told in read(day) if pk in told.keys), None) if read else None


def searches(day: datetime.date) -> list[Told]:
    """Groups of searches that mean the same. A closed one comes back with only what was counted since."""
    rows = list(MissedSearch.objects.exclude(words="").select_related("closing__by").order_by("-count", "words"))
    grouper = Grouper({row.words: row.count for row in rows}, ContentVersion.current())
    groups = defaultdict(list)
    for row in rows:
        groups[grouper.key(row.words)].append(row)
    return [_searches(members, grouper, day) for members in groups.values() if any(_new(row) for row in members)]


def answers(day: datetime.date) -> list[Told]:
    """The “no” answers to each page, with the last sentences."""
    rows = Feedback.objects.filter(answer=Useful.NO).order_by("-day", "-pk").select_related("closing__by")
    opened = defaultdict(list)
    closed: dict[int, Closing | None] = {}
    for row in rows:
        if row.closing_id:
            closed.setdefault(row.page_id, row.closing)
        else:
            opened[row.page_id].append(row)
    pages = {page.pk: page for page in Page.objects.filter(pk__in=opened).specific()}
    users = users_by_key([page for page in pages.values() if isinstance(page, BasePage)])
    owners = {page.pk: owner_of(page, users) for page in pages.values() if isinstance(page, BasePage)}
    return [_answers(pages[key], given, closed.get(key), owners.get(key), day) for key, given in opened.items()]


def comments(day: datetime.date) -> list[Told]:
    return [_comment(row, day) for row in Comment.objects.filter(closing=None)]


def _new(row: MissedSearch) -> int:
    return max(0, row.count - row.closed_count)


def _searches(members: list[MissedSearch], grouper: Grouper, day: datetime.date) -> Told:
    again = {row.words: row for row in members if _new(row)}
    spellings = sorted(grouper.plainest(again), key=lambda words: -_new(again[words]))
    first = again[spellings[0]]
    closings = [row.closing for row in members if row.closing]
    return Told(
        ToldBy.SEARCH,
        first.pk,
        first.words,
        count=sum(map(_new, members)),
        last_day=max(row.last_day for row in again.values()),
        score=weigh(ToldBy.SEARCH, [(row.last_day, _new(row)) for row in again.values()], day),
        more=spellings[1:],
        before=max(closings, key=lambda closing: closing.at, default=None),
        keys=[row.pk for row in members],
    )


def _answers(
    page: Page, given: list[Feedback], before: Closing | None, owner: Owner | None, day: datetime.date
) -> Told:
    return Told(
        ToldBy.NO,
        page.pk,
        page.title,
        count=len(given),
        last_day=given[0].day,
        score=weigh(ToldBy.NO, [(row.day, 1) for row in given], day),
        more=list(dict.fromkeys(row.sentence for row in given if row.sentence))[:LAST_SENTENCES],
        page=page,
        owner=owner,
        before=before,
        keys=[page.pk],
    )


def _comment(row: Comment, day: datetime.date) -> Told:
    score = weigh(ToldBy.COMMENT, [(row.day, 1)], day)
    texts = [row.text, *([row.get_role_display()] if row.role else [])]
    return Told(ToldBy.COMMENT, row.pk, str(row), 1, row.day, score, more=texts, keys=[row.pk])
