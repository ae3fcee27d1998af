"""Meetings as calendars, read by an independent reader."""

import datetime

import icalendar
import pytest
import recurring_ical_events
import time_machine

from pages import groups as diary
from tests import factories

DAY = datetime.date
NOW = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
ALL = "/calendar/groups.ics"


@pytest.fixture(autouse=True)
def on_a_sunday_in_november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def groups(home):
    return factories.make_section(home, title="Support groups", slug="groups")


def read(client, url):
    response = client.get(url)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content)


def held(calendar, first=(2026, 1, 1), last=(2028, 12, 31)):
    """The start, end and state of each event, as the independent reader has them."""
    events = recurring_ical_events.of(calendar).between(first, last)
    return sorted((event.start, event.end, str(event["STATUS"])) for event in events)


def test_a_group_calendar_has_the_meetings_that_the_page_has(client, groups):
    page = factories.make_group(groups, off=[(DAY(2026, 12, 31), "Christmas")])

    found = held(read(client, f"/calendar/group-{page.pk}.ics"))
    wanted = [(m.start, m.end, "CONFIRMED") for m in diary.find(page.pk).meetings]
    assert found == wanted
    assert len(found) == 26


def test_times_are_in_london_through_the_change_of_clocks(client, groups):
    page = factories.make_group(groups, how_often="every-week")

    calendar = read(client, f"/calendar/group-{page.pk}.ics")
    found = {start.date(): start for start, _end, _status in held(calendar, (2027, 3, 20), (2027, 4, 5))}
    assert [moment.astimezone(datetime.UTC).hour for moment in found.values()] == [10, 9]
    assert calendar.walk("VTIMEZONE")[0]["TZID"] == "Europe/London"
    assert calendar.walk("VEVENT")[0]["DTSTART"].params["TZID"] == "Europe/London"


def test_a_cancelled_meeting_is_cancelled_in_calendars_and_the_others_are_on(client, groups):
    page = factories.make_group(groups, cancelled=[(DAY(2026, 12, 3), "Snow")])

    calendar = read(client, ALL)
    states = {start.date(): status for start, _end, status in held(calendar)}
    assert states.pop(DAY(2026, 12, 3)) == "CANCELLED"
    assert set(states.values()) == {"CONFIRMED"}
    (event,) = [event for event in calendar.walk("VEVENT") if event.start.date() == DAY(2026, 12, 3)]
    assert event["SUMMARY"].startswith("Cancelled: ")
    assert "Snow" in event["DESCRIPTION"]
    assert held(read(client, f"/calendar/meeting-{page.pk}-2026-12-03.ics"))[0][2] == "CANCELLED"


def test_a_moved_meeting_is_once_in_the_calendar_on_its_new_day_under_its_old_name(client, groups):
    before = factories.make_group(groups)
    names = {event.start.date(): event["UID"] for event in read(client, ALL).walk("VEVENT")}
    move = {
        "date": DAY(2026, 12, 3),
        "new_date": DAY(2026, 12, 5),
        "start_time": datetime.time(14),
        "end_time": datetime.time(15),
    }
    before.dates_moved.create(reason="Hall", **move)
    before.save_revision().publish()

    events = {event["UID"]: event for event in read(client, ALL).walk("VEVENT")}
    moved = events[names[DAY(2026, 12, 3)]]
    assert moved.start.isoformat() == "2026-12-05T14:00:00+00:00"
    assert moved.end.isoformat() == "2026-12-05T15:00:00+00:00"
    assert len(events) == len(names)


def test_an_event_keeps_its_name_and_its_number_grows_with_every_change(client, groups):
    page = factories.make_group(groups)
    page.save_revision().publish()

    def event():
        (found,) = read(client, f"/calendar/meeting-{page.pk}-2026-12-03.ics").walk("VEVENT")
        return found["UID"], found["SEQUENCE"], str(found["STATUS"])

    states = [event()]
    diary.cancel(page, DAY(2026, 12, 3), "Snow", user=None)
    states.append(event())
    diary.put_back(page, DAY(2026, 12, 3), user=None)
    states.append(event())

    assert len({name for name, _number, _state in states}) == 1
    assert [number for _name, number, _state in states] == [1, 2, 3]
    assert [state for _name, _number, state in states] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_all_groups_have_one_calendar_with_names_that_differ(client, groups):
    factories.make_group(groups, title="Coffee")
    factories.make_group(groups, title="Tea")

    calendar = read(client, ALL)
    assert calendar["X-WR-CALNAME"] == "Groups for kinship carers in Testham"
    names = [event["UID"] for event in calendar.walk("VEVENT")]
    assert len(names) == len(set(names)) == 54
    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} == {"Coffee", "Tea"}


def test_a_calendar_has_only_a_month_back_and_a_year_ahead(client, groups):
    factories.make_group(groups, how_often="every-week", first_date=DAY(2025, 1, 2), last_date=DAY(2029, 1, 4))

    days = [start.date() for start, _end, _status in held(read(client, ALL), (2024, 1, 1), (2030, 1, 1))]
    assert days[0] >= DAY(2026, 10, 22)
    assert days[-1] <= DAY(2027, 11, 23)


def test_lines_end_and_fold_as_the_standard_says(client, groups):
    factories.make_group(
        groups, venue_address="1 Very Long Street, " * 9, cancelled=[(DAY(2026, 12, 3), "Snow; ice, \\ wind")]
    )

    content = client.get(ALL).content
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"Snow\\; ice\\, \\\\ wind" in content.replace(b"\r\n ", b"")
    required = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED"}
    assert all(required <= set(event) for event in read(client, ALL).walk("VEVENT"))


def test_an_unchanged_calendar_is_not_sent_again(client, groups):
    page = factories.make_group(groups)

    etag = client.get(ALL)["ETag"]
    with time_machine.travel(NOW + datetime.timedelta(hours=3), tick=False):
        assert client.get(ALL, headers={"If-None-Match": etag}).status_code == 304
        diary.cancel(page, DAY(2026, 12, 3), "Snow", user=None)
        assert client.get(ALL, headers={"If-None-Match": etag}).status_code == 200


def test_example_details_are_examples_in_calendars_too(client, groups):
    factories.make_group(groups, title="Coffee", example_details=True)

    event = read(client, ALL).walk("VEVENT")[0]
    assert event["SUMMARY"] == "Coffee (example)"
    assert "Example, to be confirmed" in event["DESCRIPTION"]


def test_without_groups_the_calendar_is_empty_and_valid(client, home):
    assert read(client, ALL).walk("VEVENT") == []


@pytest.mark.parametrize(
    "address",
    [
        "group-999999.ics", "group-99999999999999999999999999.ics", "group-x.ics", "group--1.ics",
        "meeting-1-2026-12-03.ics",
        "meeting-{pk}-2026-12-04.ics", "meeting-{pk}-.ics", "meeting-{pk}-soon.ics", "meeting-{pk}-0000-00-00.ics",
        "meeting-{pk}-%00.ics", "meeting-{pk}-99999-01-01.ics", "meeting-{pk}-مرحبا.ics",
        "meeting-{pk}-2026-12-03.ics.ics",
    ],
)  # fmt: skip
def test_an_address_that_means_no_meeting_is_not_found(client, groups, address):
    page = factories.make_group(groups)

    assert client.get("/calendar/" + address.format(pk=page.pk)).status_code == 404


def test_a_drafts_calendar_is_not_found(client, groups):
    page = factories.make_group(groups, live=False)

    assert client.get(f"/calendar/group-{page.pk}.ics").status_code == 404
