import datetime

import pytest
from django.utils import timezone

from pages.core.bank_holidays import bank_holiday_name
from pages.core.opening import is_too_long, opening_times
from pages.core.opening_words import day_words, status_words, time_words, week_words

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]
NINE_TO_FIVE = {"hours": [[day, "09:00", "17:00"] for day in WEEKDAYS], "closed_on_bank_holidays": True}
LONDON = timezone.get_default_timezone()
UTC = datetime.UTC


def times(**plain):
    return opening_times(NINE_TO_FIVE | plain, bank_holiday_name)


def london(*parts):
    return datetime.datetime(*parts, tzinfo=LONDON)


def words(now, **plain):
    return status_words(times(**plain).status(now), now)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (london(2026, 12, 2, 9, 0), "Open now, until 5pm"),  # a Wednesday, the first minute
        (london(2026, 12, 2, 16, 59, 59), "Open now, until 5pm"),
        (london(2026, 12, 2, 17, 0), "Closed now. Open again tomorrow at 9am"),
        (london(2026, 12, 2, 8, 59), "Closed now. Open again today at 9am"),
        (london(2026, 12, 4, 17, 0), "Closed now. Open again Monday at 9am"),
        (london(2026, 12, 25, 10, 0), "Closed today: Christmas Day. Open again Tuesday at 9am"),  # 28th is one too
        (london(2027, 5, 3, 10, 0), "Closed today: Early May bank holiday. Open again tomorrow at 9am"),
        (london(2026, 12, 26, 10, 0), "Closed now. Open again Tuesday at 9am"),  # a Saturday
    ],
)
def test_words_say_until_when_or_when_next(now, said):
    assert words(now) == said


EVERY_DAY = [*WEEKDAYS, "saturday", "sunday"]
NIGHTS = [[day, "17:00", "09:00"] for day in WEEKDAYS]


@pytest.mark.parametrize(
    ("hours", "now", "said"),
    [
        ([["wednesday", "09:00", "00:00"]], london(2026, 12, 2, 23, 59), "Open now, until midnight"),
        ([["wednesday", "09:00", "00:00"]], london(2026, 12, 3, 0, 0), "Closed now. Open again Wednesday at 9am"),
        ([["wednesday", "18:00", "02:00"]], london(2026, 12, 2, 23, 0), "Open now, until 2am"),
        ([["wednesday", "18:00", "02:00"]], london(2026, 12, 3, 1, 59), "Open now, until 2am"),
        ([["wednesday", "18:00", "02:00"]], london(2026, 12, 3, 2, 0), "Closed now. Open again Wednesday at 6pm"),
        ([["sunday", "18:00", "02:00"]], london(2026, 12, 7, 1, 0), "Open now, until 2am"),
        (NIGHTS, london(2026, 12, 4, 16, 59), "Closed now. Open again today at 5pm"),
        (NIGHTS, london(2026, 12, 4, 17, 0), "Open now, until 9am"),
        (NIGHTS, london(2026, 12, 5, 8, 59), "Open now, until 9am"),
        (NIGHTS, london(2026, 12, 5, 9, 0), "Closed now. Open again Monday at 5pm"),
        ([[day, "00:00", "00:00"] for day in EVERY_DAY], london(2026, 12, 2, 3, 0), "Open now, day and night"),
        ([["wednesday", "00:00", "00:00"]], london(2026, 12, 2, 12, 0), "Open now, until midnight"),
        (
            [[day, "00:00", "00:00"] for day in WEEKDAYS],
            london(2026, 12, 2, 12, 0),
            "Open now, until Friday at midnight",
        ),
        (
            [["wednesday", "20:00", "08:00"], ["thursday", "08:00", "12:00"]],
            london(2026, 12, 2, 21, 0),
            "Open now, until noon",
        ),
        (
            [["wednesday", "20:00", "10:00"], ["thursday", "08:00", "12:00"]],
            london(2026, 12, 2, 21, 0),
            "Open now, until noon",
        ),
    ],
)
def test_hours_may_end_at_midnight_or_after_it_or_never(hours, now, said):
    assert words(now, hours=hours, closed_on_bank_holidays=False) == said


def test_a_night_that_began_before_a_closed_day_goes_on_into_it():
    closures = [["2026-12-03", "2026-12-03", "training"]]

    assert words(london(2026, 12, 3, 8), hours=NIGHTS, closures=closures) == "Open now, until 9am"
    assert words(london(2026, 12, 3, 18), hours=NIGHTS, closures=closures).startswith("Closed today: training.")


@pytest.mark.parametrize(
    ("now", "is_open"), [(datetime.datetime(2027, 3, 28, 7, 59, tzinfo=UTC), True), (london(2027, 3, 28, 9), False)]
)
def test_a_night_in_which_the_clock_changes_ends_on_the_clock(now, is_open):
    assert times(hours=[["saturday", "17:00", "09:00"]]).status(now).is_open is is_open


def test_what_is_open_day_and_night_never_opens_next():
    status = times(hours=[[day, "00:00", "00:00"] for day in EVERY_DAY], closed_on_bank_holidays=False).status(
        london(2026, 12, 2, 3)
    )

    assert (status.is_open, status.until, status.opens_next) == (True, None, None)


@pytest.mark.parametrize(
    ("opens", "closes", "too_long"),
    [
        ((9, 0), (17, 0), False), ((17, 0), (9, 0), False), ((16, 59), (9, 0), True), ((9, 0), (5, 0), True),
        ((0, 0), (0, 0), False), ((9, 0), (9, 0), True), ((0, 0), (23, 59), False), ((9, 0), (0, 0), False),
    ],
)  # fmt: skip
def test_only_what_is_likely_a_slip_is_too_long(opens, closes, too_long):
    assert is_too_long(datetime.time(*opens), datetime.time(*closes)) is too_long


def test_a_closure_gives_its_reason_and_a_far_day_its_date():
    closures = [["2026-12-24", "2027-01-03", "Christmas"]]

    said = words(london(2026, 12, 24, 10), closures=closures)

    assert said == "Closed today: Christmas. Open again Monday 4 January at 9am"


def test_a_closure_without_a_reason_is_just_closed():
    assert words(london(2026, 12, 2, 10), closures=[["2026-12-02", "2026-12-02", ""]]).startswith("Closed now. ")


def test_a_bank_holiday_counts_only_if_the_council_closes_on_it():
    assert words(london(2026, 12, 25, 10), closed_on_bank_holidays=False) == "Open now, until 5pm"


def test_a_day_with_a_break_is_closed_at_noon_and_open_again():
    hours = [["wednesday", "13:00", "17:00"], ["wednesday", "09:00", "12:00"]]

    assert words(london(2026, 12, 2, 9, 30), hours=hours) == "Open now, until noon"
    assert words(london(2026, 12, 2, 12, 0), hours=hours) == "Closed now. Open again today at 1pm"


@pytest.mark.parametrize("later", ["12:00", "11:00"])
def test_spells_that_touch_or_overlap_are_one(later):
    hours = [["wednesday", "09:00", "12:00"], ["wednesday", later, "16:30"]]

    assert words(london(2026, 12, 2, 10), hours=hours) == "Open now, until 4.30pm"


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        (datetime.datetime(2026, 7, 1, 8, 0, tzinfo=UTC), True),  # 9am in summer
        (datetime.datetime(2026, 7, 1, 7, 59, tzinfo=UTC), False),
        (datetime.datetime(2026, 7, 1, 16, 0, tzinfo=UTC), False),
        (datetime.datetime(2026, 12, 2, 8, 59, tzinfo=UTC), False),  # not yet 9am in winter
        (datetime.datetime(2026, 12, 2, 16, 59, tzinfo=UTC), True),
    ],
)
def test_hours_are_london_hours_whatever_the_zone_of_the_clock(now, is_open):
    assert times().status(now).is_open is is_open


@pytest.mark.parametrize("friday", [(2027, 3, 26), (2026, 10, 23)])
def test_opening_is_at_nine_on_the_clock_after_a_clock_change(friday):
    status = times(closed_on_bank_holidays=False).status(london(*friday, 18))

    assert status.opens_next.hour == 9
    assert status.opens_next.date() == datetime.date(*friday) + datetime.timedelta(days=3)


def test_an_open_office_also_says_when_it_opens_next():
    assert times().status(london(2026, 12, 4, 10)).opens_next == london(2026, 12, 7, 9)


def test_no_hours_means_never_open_and_no_next_time():
    status = times(hours=[]).status(london(2026, 12, 2, 10))

    assert not status.is_open
    assert status_words(status, london(2026, 12, 2, 10)) == "Closed now."


def test_an_office_closed_for_good_has_no_next_opening():
    said = words(london(2026, 12, 2, 10), closures=[["2026-01-01", "2999-12-31", "moving house"]])

    assert said == "Closed today: moving house."


def test_days_to_ring_back_skip_weekends_and_bank_holidays():
    assert times().open_day(datetime.date(2026, 12, 1), 1) == datetime.date(2026, 12, 2)
    assert times().open_day(datetime.date(2026, 12, 4), 1) == datetime.date(2026, 12, 7)
    assert times().open_day(datetime.date(2026, 12, 24), 2) == datetime.date(2026, 12, 30)
    assert times(hours=[]).open_day(datetime.date(2026, 12, 24), 2) is None


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ((9, 0), "9am"), ((11, 0), "11am"), ((9, 30), "9.30am"), ((12, 0), "noon"), ((12, 5), "12.05pm"),
        ((13, 0), "1pm"), ((0, 0), "midnight"), ((0, 30), "12.30am"),
    ],
)  # fmt: skip
def test_times_are_said_as_people_say_them(time, said):
    assert time_words(datetime.time(*time)) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (NINE_TO_FIVE["hours"], "Monday to Friday, 9am to 5pm"),
        ([["monday", "09:00", "12:00"], ["monday", "13:00", "17:00"]], "Monday, 9am to noon and 1pm to 5pm"),
        (
            [["monday", "09:00", "17:00"], ["wednesday", "09:00", "17:00"], ["friday", "09:00", "12:00"]],
            "Monday and Wednesday, 9am to 5pm; Friday, 9am to noon",
        ),
        ([[day, "09:00", "17:00"] for day in WEEKDAYS[:2]], "Monday and Tuesday, 9am to 5pm"),
        ([[day, "09:00", "17:00"] for day in WEEKDAYS[:3]], "Monday to Wednesday, 9am to 5pm"),
        (
            [[day, "09:00", "17:00"] for day in (WEEKDAYS[0], *WEEKDAYS[2:])],
            "Monday and Wednesday to Friday, 9am to 5pm",
        ),
        ([[day, "09:00", "17:00"] for day in WEEKDAYS[::2]], "Monday, Wednesday and Friday, 9am to 5pm"),
        ([], ""),
        ([["monday", "09:00", "00:00"]], "Monday, 9am to midnight"),
        ([["monday", "18:00", "02:00"]], "Monday, 6pm to 2am"),
        ([[day, "00:00", "00:00"] for day in EVERY_DAY], "Every day, day and night"),
        ([["saturday", "00:00", "00:00"], ["sunday", "00:00", "00:00"]], "Saturday and Sunday, day and night"),
        ([["monday", "18:00", "22:00"], ["monday", "22:00", "02:00"]], "Monday, 6pm to 2am"),
        ([["monday", "00:00", "12:00"], ["monday", "12:00", "00:00"]], "Monday, day and night"),
    ],
)
def test_the_weekly_hours_are_said_for_paper(hours, said):
    assert week_words(times(hours=hours)) == said


def test_an_office_that_opens_says_the_next_time_after_this_one():
    assert times().status(london(2026, 12, 2, 9)).opens_next == london(2026, 12, 3, 9)


def test_an_open_office_is_closed_for_no_reason():
    assert times().status(london(2026, 12, 2, 10)).why_closed == ""


def test_only_spells_that_touch_are_made_one_and_the_longer_holds():
    hours = [["wednesday", *spell] for spell in (("09:00", "10:00"), ("11:00", "14:00"), ("12:00", "13:00"))]
    spells = times(hours=hours).spells(datetime.date(2026, 12, 2))

    assert [(opens.hour, shuts.hour) for opens, shuts in spells] == [(9, 10), (11, 14)]


@pytest.mark.parametrize(("away", "said"), [(6, "Tuesday"), (7, "Wednesday 9 December")])
def test_a_day_a_week_away_has_its_date(away, said):
    today = datetime.date(2026, 12, 2)

    assert day_words(today + datetime.timedelta(days=away), today) == said


@pytest.mark.parametrize(("last_closed", "opens_next"), [("2028-01-04", london(2028, 1, 5, 9)), ("2028-01-05", None)])
def test_the_next_opening_is_looked_for_in_four_hundred_days(last_closed, opens_next):
    closed = times(closures=[["2026-12-02", last_closed, ""]], closed_on_bank_holidays=False)

    assert closed.status(london(2026, 12, 2, 10)).opens_next == opens_next
