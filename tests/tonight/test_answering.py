"""Who answers at a given minute, in which order, and when the others open."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pages.content.contact import Answers, ContactHours
from pages.core.bank_holidays import bank_holiday_name
from pages.core.opening import opening_times
from pages.tonight.answering import Line, tonight
from tests.factories import make_contact

pytestmark = pytest.mark.django_db

LONDON = timezone.get_default_timezone()
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]
OURS = opening_times({"hours": [[day, "09:00", "17:00"] for day in WEEKDAYS]}, bank_holiday_name)
FRIDAY_NIGHT = datetime.datetime(2026, 11, 27, 22, 40, tzinfo=LONDON)
FRIDAY_NOON = datetime.datetime(2026, 11, 27, 12, 0, tzinfo=LONDON)


def line(name, answers=Answers.UNKNOWN, hours=(), **fields):
    contact = make_contact(slug=name.lower().replace(" ", "-"), name=name, answers=answers, **fields)
    for day, opens, closes in hours:
        contact.opening_hours.add(ContactHours(day=day, opens=opens, closes=closes))
    contact.save()
    return Line(f"Why ring {name}", contact)


def names(answering):
    return [each.line.contact.name for each in answering]


NINE, FIVE = datetime.time(9, 30), datetime.time(15, 0)


@pytest.fixture
def lines():
    weekly = [(day, NINE, FIVE) for day in WEEKDAYS]
    return [
        line("By day", Answers.HOURS, weekly, closed_on_bank_holidays=True),
        line("Night team", Answers.WHEN_WE_ARE_CLOSED),
        line("Saturdays", Answers.HOURS, [("saturday", datetime.time(10), datetime.time(12))]),
        line("Nobody knows"),
        line("Always", Answers.ALWAYS),
    ]


def test_at_night_those_who_answer_come_first_then_the_others_by_when_they_open(lines):
    now = tonight(lines, OURS, FRIDAY_NIGHT)

    assert names(now.now) == ["Night team", "Always"]
    assert [(name, each.opens) for name, each in zip(names(now.later), now.later, strict=True)] == [
        ("Saturdays", "tomorrow at 10am"),
        ("By day", "Monday at 9.30am"),
    ]
    assert names(now.unknown) == ["Nobody knows"]


def test_by_day_the_night_team_opens_when_we_close(lines):
    now = tonight(lines, OURS, FRIDAY_NOON)

    assert names(now.now) == ["By day", "Always"]
    assert ("Night team", "today at 5pm") in [(each.line.contact.name, each.opens) for each in now.later]


def test_a_bank_holiday_is_no_day_for_who_keeps_it(lines):
    christmas = datetime.datetime(2026, 12, 25, 12, 0, tzinfo=LONDON)

    assert "By day" not in names(tonight(lines, OURS, christmas).now)


def test_nobody_is_listed_twice_and_the_first_reason_is_kept(lines):
    again = Line("Another reason", lines[4].contact)

    now = tonight([*lines, again], OURS, FRIDAY_NIGHT).now

    assert [each.line.words for each in now if each.line.contact.name == "Always"] == ["Why ring Always"]


def test_without_hours_of_ours_nobody_says_that_the_night_team_is_open(lines):
    assert "Night team" in names(tonight(lines, None, FRIDAY_NIGHT).unknown)


def test_hours_that_were_never_typed_are_not_known():
    assert names(tonight([line("Empty", Answers.HOURS)], OURS, FRIDAY_NOON).unknown) == ["Empty"]


def test_bank_holidays_go_with_hours_only():
    contact = make_contact(answers=Answers.ALWAYS, closed_on_bank_holidays=True)

    with pytest.raises(ValidationError) as raised:
        contact.clean()

    assert "closed_on_bank_holidays" in raised.value.error_dict
