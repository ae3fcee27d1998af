"""The rules of the diary, against an independent reader of iCalendar rules."""

import datetime
import random

import icalendar
import pytest
import recurring_ical_events

from pages.core.bank_holidays import bank_holiday_name, bank_holidays_known_until
from pages.core.vocabulary import HowOften, MeetingStatus, Weekday
from pages.groups.diary import DateMoved, Rule, Term, Timetable, words

TWO_LETTERS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
PLACES = {HowOften.FIRST: 1, HowOften.SECOND: 2, HowOften.THIRD: 3, HowOften.FOURTH: 4, HowOften.LAST: -1}
WEEK = datetime.timedelta(days=7)
THURSDAYS = Rule(
    how_often=HowOften.SECOND_WEEK,
    weekday=Weekday.THURSDAY,
    start=datetime.time(10),
    end=datetime.time(12),
    first=datetime.date(2026, 11, 5),
    last=datetime.date(2027, 11, 4),
)
TERMS = tuple(
    Term(f"Half term {start}", start, start + datetime.timedelta(days=44))
    for start in (datetime.date(2025, 1, 6) + 8 * WEEK * number for number in range(26))
)


def rule(**fields):
    return Rule(**THURSDAYS.__dict__ | fields)


def days(timetable, first=datetime.date(2026, 1, 1), last=datetime.date(2029, 12, 31)):
    return [meeting.start.date() for meeting in timetable.meetings(first, last)]


def random_timetable(chance):
    """Any rule an officer can pick, with days off, moves and cancellations on its own days."""
    first = datetime.date(2025, 6, 1) + datetime.timedelta(days=chance.randrange(500))
    start = datetime.time(chance.randrange(0, 22), chance.choice([0, 15, 30, 45]))
    picked = rule(
        how_often=chance.choice(list(HowOften)),
        weekday=chance.choice(list(Weekday)),
        weeks=chance.randrange(3, 9),
        start=start,
        end=start.replace(hour=start.hour + 2),
        first=first,
        last=first + datetime.timedelta(days=chance.randrange(0, 900)),
        term_time_only=chance.random() < 0.3,
        skips_bank_holidays=chance.random() < 0.6,
    )
    own = [moment.date() for moment in picked.between(picked.first, picked.last)]
    chance.shuffle(own)
    off, moved, cancelled = own[:3], own[3:5], own[4:7]
    moves = [
        DateMoved(
            day, day + datetime.timedelta(days=chance.randrange(1, 4)), datetime.time(9), datetime.time(11), "Hall"
        )
        for day in moved
    ]
    return Timetable(picked, TERMS, dict.fromkeys(off, "Day off"), tuple(moves), dict.fromkeys(cancelled, "Snow"))


def as_icalendar(timetable):
    """The same timetable as an officer of another house would write it: a rule, its exceptions and its changes."""
    picked = timetable.rule
    moves = {move.day: move for move in timetable.moved}
    day = TWO_LETTERS[picked.weekday.number]
    if picked.how_often in PLACES:
        repeat = f"FREQ=MONTHLY;BYDAY={PLACES[picked.how_often]}{day}"
    else:
        weeks = {HowOften.WEEKLY: 1, HowOften.SECOND_WEEK: 2}.get(picked.how_often, picked.weeks)
        repeat = f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={day}"
    begin = picked.first
    while not is_day_of(picked, begin):
        begin += datetime.timedelta(days=1)
    exceptions = [
        each
        for each in (picked.first + datetime.timedelta(days=number) for number in range(950))
        if each not in moves
        and (
            each in timetable.off
            or (picked.skips_bank_holidays and bank_holiday_name(each))
            or (picked.term_time_only and not any(term.first <= each <= term.last for term in timetable.terms))
        )
    ]
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN", "BEGIN:VEVENT", "UID:one",
        "DTSTAMP:20260101T000000Z",
        f"DTSTART;TZID=Europe/London:{begin:%Y%m%d}T{picked.start:%H%M%S}",
        f"DTEND;TZID=Europe/London:{begin:%Y%m%d}T{picked.end:%H%M%S}",
        f"RRULE:{repeat};UNTIL={picked.last:%Y%m%d}T235959Z",
        *(f"EXDATE;TZID=Europe/London:{each:%Y%m%d}T{picked.start:%H%M%S}" for each in exceptions),
        "END:VEVENT",
    ]  # fmt: skip
    for move in moves.values():
        lines += [
            "BEGIN:VEVENT", "UID:one", "DTSTAMP:20260101T000000Z",
            f"RECURRENCE-ID;TZID=Europe/London:{move.day:%Y%m%d}T{picked.start:%H%M%S}",
            f"DTSTART;TZID=Europe/London:{move.to:%Y%m%d}T{move.start:%H%M%S}",
            f"DTEND;TZID=Europe/London:{move.to:%Y%m%d}T{move.end:%H%M%S}",
            "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def is_day_of(picked, day):
    """True when the rule could begin on `day`, worked out from the calendar alone."""
    if day.weekday() != picked.weekday.number:
        return False
    if picked.how_often not in PLACES:
        return True
    if picked.how_often == HowOften.LAST:
        return (day + WEEK).month != day.month
    return (day.day - 1) // 7 + 1 == PLACES[picked.how_often]


@pytest.mark.parametrize("seed", range(200))
def test_any_rule_gives_the_dates_that_an_independent_calendar_gives(seed):
    timetable = random_timetable(random.Random(seed))
    first, last = timetable.rule.first, timetable.rule.last + datetime.timedelta(days=10)
    begin = timetable.rule.first
    while not is_day_of(timetable.rule, begin):
        begin += datetime.timedelta(days=1)
    if begin > timetable.rule.last:
        assert timetable.meetings(first, last) == []
        return

    events = recurring_ical_events.of(icalendar.Calendar.from_ical(as_icalendar(timetable))).between(first, last)

    theirs = sorted((event.start.astimezone(datetime.UTC), event.end.astimezone(datetime.UTC)) for event in events)
    meetings = timetable.meetings(first, last)
    assert [(m.start.astimezone(datetime.UTC), m.end.astimezone(datetime.UTC)) for m in meetings] == theirs
    assert {meeting.day for meeting in meetings if meeting.is_cancelled} == {
        meeting.day for meeting in meetings if meeting.day in timetable.cancelled
    }


def test_ten_stays_ten_when_the_clocks_change():
    meetings = Timetable(rule(how_often=HowOften.WEEKLY)).meetings(
        datetime.date(2027, 3, 25), datetime.date(2027, 4, 1)
    )

    assert [(m.start.hour, m.start.utcoffset().seconds // 3600) for m in meetings] == [(10, 0), (10, 1)]


def test_every_second_week_is_counted_from_the_first_meeting():
    begins_on_monday = rule(first=datetime.date(2026, 11, 2), last=datetime.date(2026, 11, 30))

    assert days(Timetable(begins_on_monday)) == [datetime.date(2026, 11, 5), datetime.date(2026, 11, 19)]


def test_a_fifth_week_is_no_reason_to_meet_on_the_fourth():
    last = rule(how_often=HowOften.LAST, first=datetime.date(2026, 12, 1), last=datetime.date(2026, 12, 31))

    assert days(Timetable(last)) == [datetime.date(2026, 12, 31)]


def test_a_day_off_is_no_meeting_and_says_why():
    timetable = Timetable(THURSDAYS, off={datetime.date(2026, 11, 19): "Training day"})

    assert datetime.date(2026, 11, 19) not in days(timetable)
    found = timetable.breaks(datetime.date(2026, 11, 1), datetime.date(2026, 11, 30))
    assert [(each.day.day, each.reason) for each in found] == [(19, "Training day")]


def test_a_bank_holiday_is_skipped_by_name_unless_the_group_meets_all_the_same():
    fridays = {"weekday": Weekday.FRIDAY, "how_often": HowOften.WEEKLY}
    good_friday = datetime.date(2027, 3, 26)

    skipping = Timetable(rule(**fridays))
    assert good_friday not in days(skipping)
    assert good_friday in days(Timetable(rule(**fridays, skips_bank_holidays=False)))
    assert [each.reason for each in skipping.breaks(good_friday, good_friday)] == ["Good Friday"]


def test_a_meeting_on_a_bank_holiday_can_be_moved_away_from_it():
    good_friday, thursday = datetime.date(2027, 3, 26), datetime.date(2027, 3, 25)
    move = DateMoved(good_friday, thursday, datetime.time(14), datetime.time(15), "Good Friday")
    timetable = Timetable(rule(weekday=Weekday.FRIDAY, how_often=HowOften.WEEKLY), moved=(move,))

    (meeting,) = timetable.meetings(thursday, good_friday)
    assert (meeting.start.date(), meeting.start.hour, meeting.day) == (thursday, 14, good_friday)
    assert meeting.status == MeetingStatus.MOVED


def test_a_meeting_that_was_moved_away_from_a_bank_holiday_leaves_no_break():
    good_friday, thursday = datetime.date(2027, 3, 26), datetime.date(2027, 3, 25)
    move = DateMoved(good_friday, thursday, datetime.time(14), datetime.time(15), "Good Friday")
    timetable = Timetable(rule(weekday=Weekday.FRIDAY, how_often=HowOften.WEEKLY), moved=(move,))

    assert timetable.breaks(thursday, good_friday) == []


def test_a_meeting_that_is_moved_behind_the_next_stands_behind_it():
    move = DateMoved(datetime.date(2026, 11, 5), datetime.date(2026, 11, 20), datetime.time(9), datetime.time(10))

    assert [day.day for day in days(Timetable(THURSDAYS, moved=(move,)))[:3]] == [19, 20, 3]


def test_the_last_day_whose_bank_holidays_are_known_is_known():
    last = bank_holidays_known_until()
    weekly = rule(weekday=list(Weekday)[last.weekday()], how_often=HowOften.WEEKLY, last=last + WEEK)

    assert [each.bank_holidays_known for each in Timetable(weekly).meetings(last, last + WEEK)] == [True, False]


def test_outside_the_known_terms_a_term_time_group_does_not_meet():
    term = Term("Autumn", datetime.date(2026, 11, 2), datetime.date(2026, 12, 18))

    found = days(Timetable(rule(term_time_only=True), terms=(term,)))
    assert found[0] == datetime.date(2026, 11, 5)
    assert found[-1] == datetime.date(2026, 12, 17)


def test_a_cancelled_meeting_stays_with_its_reason():
    timetable = Timetable(THURSDAYS, cancelled={datetime.date(2026, 11, 19): "Snow"})

    (meeting,) = timetable.meetings(datetime.date(2026, 11, 19), datetime.date(2026, 11, 19))
    assert (meeting.status, meeting.reason, meeting.is_on) == (MeetingStatus.CANCELLED, "Snow", False)


def test_a_move_of_a_day_that_is_not_in_the_rule_makes_no_meeting():
    move = DateMoved(datetime.date(2026, 11, 18), datetime.date(2026, 11, 20), datetime.time(9), datetime.time(10), "")

    assert datetime.date(2026, 11, 20) not in days(Timetable(THURSDAYS, moved=(move,)))


def test_beyond_the_known_bank_holidays_a_meeting_says_that_it_does_not_know():
    assert bank_holidays_known_until() == datetime.date(2028, 12, 31)
    weekly = rule(how_often=HowOften.WEEKLY, last=datetime.date(2029, 12, 31))
    around = (datetime.date(2028, 12, 25), datetime.date(2029, 1, 6))

    known = [meeting.bank_holidays_known for meeting in Timetable(weekly).meetings(*around)]
    assert known == [True, False]
    does_not_care = Timetable(Rule(**weekly.__dict__ | {"skips_bank_holidays": False}))
    assert all(meeting.bank_holidays_known for meeting in does_not_care.meetings(*around))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"term_time_only": True}, "Every second Thursday, 10am to noon, in term time"),
        ({"how_often": HowOften.WEEKLY, "start": datetime.time(9, 30)}, "Every Thursday, 9.30am to noon"),
        ({"start": datetime.time(13), "end": datetime.time(15)}, "Every second Thursday, 1pm to 3pm"),
        ({"how_often": HowOften.SOME_WEEKS, "weeks": 3}, "Every 3 weeks on Thursday, 10am to noon"),
        ({"how_often": HowOften.FIRST}, "The first Thursday of each month, 10am to noon"),
        ({"how_often": HowOften.LAST, "weekday": Weekday.MONDAY}, "The last Monday of each month, 10am to noon"),
    ],
)  # fmt: skip
def test_the_rule_is_said_in_plain_words(fields, said):
    assert words(rule(**fields)) == said


def test_meetings_are_in_london_time():
    (meeting,) = Timetable(THURSDAYS).meetings(datetime.date(2026, 11, 5), datetime.date(2026, 11, 5))

    assert str(meeting.start.tzinfo) == "Europe/London"
