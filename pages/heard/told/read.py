"""Reads what readers told us and nobody has closed: a handful of queries, however much there is."""

import datetime
from collections import defaultdict

from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.owners import owner_of, users_by_key
from pages.heard.closing import ToldBy
from pages.heard.comment import Comment
from pages.heard.missed_search import MissedSearch
from pages.heard.useful import Feedback, Useful

from .group import Told, weigh
from .grouping import Grouper

LAST_SENTENCES = 3


def open_groups(day: datetime.date) -> list[Told]:
    """Everything that waits for an officer, the most pressing first."""
    found = [*searches(day), *answers(day), *comments(day)]
    return sorted(found, key=lambda told: (-told.score, -told.last_day.toordinal(), told.label))


def find(told_by: str, pk: int, day: datetime.date) -> Told | None:
    """The group of that kind that holds the row of that key: the same one, whatever came to it meanwhile."""
    read = {ToldBy.SEARCH: searches, ToldBy.NO: answers, ToldBy.COMMENT: comments}.get(told_by)
    return next((told for told in read(day) if pk in told.keys), None) if read else None


def searches(day) -> list[Told]:
    """Groups of searches that mean the same. A closed one comes back with only what was counted since."""
    rows = list(MissedSearch.objects.exclude(words="").select_related("closing__by").order_by("-count", "words"))
    grouper = Grouper({row.words: row.count for row in rows}, ContentVersion.current())
    groups = defaultdict(list)
    for row in rows:
        groups[grouper.key(row.words)].append(row)
    return [_searches(members, grouper, day) for members in groups.values() if any(_new(row) for row in members)]


def answers(day) -> list[Told]:
    """The “no” answers to each page, with the last sentences."""
    rows = Feedback.objects.filter(answer=Useful.NO).order_by("-day", "-pk").select_related("closing__by")
    opened, closed = defaultdict(list), {}
    for row in rows:
        if row.closing_id:
            closed.setdefault(row.page_id, row.closing)
        else:
            opened[row.page_id].append(row)
    pages = {page.pk: page for page in Page.objects.filter(pk__in=opened).specific()}
    users = users_by_key([page for page in pages.values() if isinstance(page, BasePage)])
    return [_answers(pages[key], given, closed.get(key), users, day) for key, given in opened.items()]


def comments(day) -> list[Told]:
    return [_comment(row, day) for row in Comment.objects.filter(closing=None)]


def _new(row: MissedSearch) -> int:
    return max(0, row.count - row.closed_count)


def _searches(members, grouper, day) -> Told:
    again = {row.words: row for row in members if _new(row)}
    said = sorted(grouper.plainest(again), key=lambda words: -_new(again[words]))
    again = [again[words] for words in said]
    first = again[0]
    closings = [row.closing for row in members if row.closing]
    return Told(
        ToldBy.SEARCH,
        first.pk,
        first.words,
        count=sum(map(_new, members)),
        last_day=max(row.last_day for row in again),
        score=weigh(ToldBy.SEARCH, [(row.last_day, _new(row)) for row in again], day),
        more=said[1:],
        before=max(closings, key=lambda closing: closing.at, default=None),
        keys=[row.pk for row in members],
    )


def _answers(page, given, before, users, day) -> Told:
    return Told(
        ToldBy.NO,
        page.pk,
        page.title,
        count=len(given),
        last_day=given[0].day,
        score=weigh(ToldBy.NO, [(row.day, 1) for row in given], day),
        more=list(dict.fromkeys(row.sentence for row in given if row.sentence))[:LAST_SENTENCES],
        page=page,
        owner=owner_of(page, users) if isinstance(page, BasePage) else None,
        before=before,
        keys=[page.pk],
    )


def _comment(row, day) -> Told:
    score = weigh(ToldBy.COMMENT, [(row.day, 1)], day)
    said = [row.text, *([row.get_role_display()] if row.role else [])]
    return Told(ToldBy.COMMENT, row.pk, str(row), 1, row.day, score, more=said, keys=[row.pk])
