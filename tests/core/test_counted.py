"""What many count at once adds up, and costs one statement once it has begun."""

import datetime

import pytest
from django.db import DatabaseError
from django.db.models import QuerySet, Value

from pages.core import counted
from pages.heard.missed_search import MissedSearch
from pages.visits.model import DailyCount

DAY = datetime.date(2026, 11, 20)
KEY = {"day": DAY, "what": "view", "page": 5}


@pytest.fixture
def seen_too_early(db, monkeypatch):
    """Another process makes the row just after this one has looked for it."""
    update, missed = QuerySet.update, []

    def update_late(rows, **fields):
        return update(rows, **fields) if missed else missed.append(rows) or 0

    monkeypatch.setattr(QuerySet, "update", update_late)


def test_numbers_add_up(db):
    for number in (1, 2, 4):
        counted.add(DailyCount, KEY, {"count": number})

    assert DailyCount.objects.get(**KEY).count == 7


def test_a_row_that_is_there_costs_one_statement(db, django_assert_num_queries):
    counted.add(DailyCount, KEY, {"count": 1})

    with django_assert_num_queries(1):  # the update
        counted.add(DailyCount, KEY, {"count": 1})


def test_a_row_that_another_process_makes_meanwhile_is_added_to(seen_too_early):
    DailyCount.objects.create(**KEY, count=1)

    counted.add(DailyCount, KEY, {"count": 2})

    assert DailyCount.objects.get(**KEY).count == 3


def test_a_row_that_can_neither_be_made_nor_raised_is_no_silence(db, monkeypatch):
    DailyCount.objects.create(**KEY, count=1)
    monkeypatch.setattr(QuerySet, "update", lambda rows, **fields: 0)

    with pytest.raises(DatabaseError, match="neither"):
        counted.add(DailyCount, KEY, {"count": 2})


def test_a_new_row_holds_more_than_its_numbers(db):
    counted.add(MissedSearch, {"words": "pram"}, {"count": 2}, new={"first_day": DAY, "last_day": DAY})

    row = MissedSearch.objects.get(words="pram")
    assert (row.count, row.first_day, row.closed_count) == (2, DAY, 0)


def test_what_else_is_known_changes_with_a_row_that_is_there(db):
    new, known = {"first_day": DAY, "last_day": DAY}, {"last_day": Value(DAY + datetime.timedelta(days=1))}

    for _time in range(2):
        counted.add(MissedSearch, {"words": "pram"}, {"count": 1}, new=new, known=known)

    assert MissedSearch.objects.get(words="pram").last_day == DAY + datetime.timedelta(days=1)
