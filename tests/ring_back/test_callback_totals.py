"""What deleted requests to be rung leave behind: numbers, each counted once, and nothing about a person."""

import datetime

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from pages.ring_back import callbacks
from pages.ring_back import totals as callback_totals
from pages.ring_back.model import Callback
from pages.ring_back.total import CallbackTotal
from pages.ring_back.totals import Totals

LONDON = timezone.get_default_timezone()
FRIDAY = datetime.datetime(2026, 5, 8, 16, tzinfo=LONDON)
YEAR = (datetime.date(2026, 4, 1), datetime.date(2027, 3, 31))


def ask(at=FRIDAY, answered=None, key="one", **fields):
    status = "answered" if answered else "waiting"
    values = {"name": "Gran Testperson", "phone": "01632 960 555", "request_key": key, "status": status}
    return Callback.objects.create(asked_at=at, answered_at=answered, **values | fields)


def total():
    whole = Totals()
    for one in callback_totals.by_day(*YEAR).values():
        whole.add(one)
    return whole


@pytest.fixture
def five(home):
    """Asked on a Friday: rung the next office day, the third one, the fourth one, and never; one rung at once."""
    for number, day in enumerate((11, 13, 14)):
        ask(answered=datetime.datetime(2026, 5, day, 10, tzinfo=LONDON), key=f"rung {number}")
    ask(key="never")
    ask(answered=FRIDAY + datetime.timedelta(minutes=30), key="at once")


def test_ways_interpreters_and_young_people_are_counted_and_stay_when_the_requests_go(home):
    ask(key="plain")
    ask(key="text", way="text", language="Urdu")
    ask(key="young", way="bsl", asked_by="young-person")
    before = total()

    assert (before.in_other_ways, before.with_interpreter, before.by_young_people) == (2, 1, 1)
    Callback.objects.all().delete()
    assert total() == before


def test_working_days_are_counted_not_nights_and_weekends(five):
    whole = total()

    assert (whole.asked, whole.answered, whole.within_one_day, whole.within_three_days, whole.later) == (5, 4, 2, 1, 1)


def test_a_bank_holiday_is_no_working_day(home):
    asked = datetime.datetime(2026, 12, 24, 16, tzinfo=LONDON)
    ask(at=asked, answered=datetime.datetime(2026, 12, 29, 10, tzinfo=LONDON))

    assert total().within_one_day == 1


def test_deleting_changes_no_number(five):
    before, days = total(), callback_totals.by_day(*YEAR)

    with time_machine.travel(FRIDAY + datetime.timedelta(days=100), tick=False):
        done = callbacks.delete_old(FRIDAY + datetime.timedelta(days=100), 90)

    assert done == (5, 1)
    assert not Callback.objects.exists()
    assert total() == before
    assert callback_totals.by_day(*YEAR) == days


def test_some_deleted_and_some_kept_are_counted_once_each(five):
    before = total()
    Callback.objects.filter(request_key__startswith="rung").delete()

    assert total() == before


def test_one_that_is_deleted_because_somebody_asked_is_counted_too(five):
    before = total()
    Callback.objects.get(request_key="at once").delete()

    assert total() == before


def test_a_deleting_that_fails_leaves_no_number(five):
    before = total()
    with pytest.raises(RuntimeError), transaction.atomic():
        Callback.objects.all().delete()
        raise RuntimeError

    assert total() == before
    assert not CallbackTotal.objects.exists()


def test_days_of_other_years_are_left_out(five):
    ask(at=datetime.datetime(2026, 3, 31, 23, 59, tzinfo=LONDON), key="before")
    ask(at=datetime.datetime(2027, 4, 1, 0, 0, tzinfo=LONDON), key="after")

    assert total().asked == 5


def test_what_is_left_says_nothing_of_a_person(five):
    Callback.objects.all().delete()

    assert {field.name for field in CallbackTotal._meta.get_fields()} == {"id", "day", *callback_totals.NAMES}
