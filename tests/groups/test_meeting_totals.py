"""Meetings that are over stay counted, whatever becomes of their group."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from pages import groups
from pages.core.content_version import ContentVersion
from pages.groups import meeting_totals
from pages.groups.meeting_total import MeetingTotal
from pages.groups.model import GroupPage
from pages.work.schedule import BY_COMMAND
from pages.yearly_report import CouncilYear, yearly_report
from tests import factories

LONDON = timezone.get_default_timezone()
NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=LONDON)
DAY = NOW.date()
YEAR = CouncilYear(2026)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def group(section):
    """Met on 8 and 22 October and 19 November 2026; called off on 5 November."""
    off = [(datetime.date(2026, 11, 5), "Snow")]
    return factories.make_group(section, title="Thursday group", first_date=datetime.date(2026, 10, 8), cancelled=off)


def part(day=DAY):
    return next(part for part in yearly_report(YEAR, day).parts if part.slug == "groups")


def lines(**known):
    return [table.rows for table in part(**known).tables]


def publish(page, **fields):
    page = GroupPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


THREE = [[["Thursday group", 3, 1]]]


def test_a_cancelled_meeting_is_written_as_such_and_not_held(group):
    call_command("write_meetings")

    rows = MeetingTotal.objects.order_by("day").values_list("day", "held")
    assert [(day.day, held) for day, held in rows] == [(8, True), (22, True), (5, False), (19, True)]
    assert lines() == THREE


def test_writing_changes_no_number(group):
    before = part()
    meeting_totals.write(NOW)

    assert part() == before


def test_writing_again_writes_nothing_twice(group):
    assert [meeting_totals.write(NOW), meeting_totals.write(NOW)] == [4, 0]


def test_a_meeting_that_is_not_over_is_not_written_yet(group):
    at_eleven = datetime.datetime(2026, 11, 19, 11, tzinfo=LONDON)

    assert meeting_totals.write(at_eleven) == 3
    assert meeting_totals.write(at_eleven + datetime.timedelta(hours=1)) == 1


def test_the_first_time_goes_a_year_back_at_most(section):
    factories.make_group(section, how_often="every-week", first_date=datetime.date(2025, 1, 2))
    meeting_totals.write(NOW)

    assert MeetingTotal.objects.earliest("day").day == datetime.date(2025, 11, 27)


@pytest.mark.parametrize("written", [True, False])
@pytest.mark.parametrize("kind", [GroupPage, Page])
def test_unpublishing_a_group_takes_none_of_its_meetings_away(group, written, kind):
    before = part()
    if written:
        meeting_totals.write(NOW)

    kind.objects.get(pk=group.pk).unpublish()

    assert groups.all_groups() == ()
    assert part() == before


@pytest.mark.parametrize("whole_section", [True, False])
def test_deleting_a_group_takes_none_of_its_meetings_away(group, section, whole_section):
    before = part()

    (section if whole_section else Page.objects.get(pk=group.pk)).delete()

    assert not GroupPage.objects.exists()
    assert set(MeetingTotal.objects.values_list("group", "title")) == {(None, "Thursday group")}
    assert part() == before


@pytest.mark.parametrize("written", [True, False])
def test_moving_the_first_date_takes_no_meeting_away_and_adds_none(group, written, now):
    if written:
        meeting_totals.write(NOW)

    publish(group, first_date=datetime.date(2026, 11, 26))
    assert lines() == THREE

    publish(group, first_date=datetime.date(2026, 1, 1), how_often="every-week")
    assert lines() == THREE

    now.move_to(datetime.datetime(2026, 11, 27, 12, tzinfo=LONDON))
    meeting_totals.write(datetime.datetime(2026, 11, 27, 12, tzinfo=LONDON))
    assert lines(day=datetime.date(2026, 11, 27)) == [[["Thursday group", 4, 1]]]


def test_a_draft_writes_nothing(group):
    group.first_date = datetime.date(2026, 11, 26)
    group.save_revision()

    assert not MeetingTotal.objects.exists()
    assert lines() == THREE


def test_meetings_after_the_last_written_day_are_counted_by_the_timetable(group):
    meeting_totals.write(datetime.datetime(2026, 10, 20, 3, tzinfo=LONDON))

    assert MeetingTotal.objects.count() == 1
    assert lines() == THREE


def test_a_report_of_an_earlier_day_counts_up_to_it(group):
    meeting_totals.write(NOW)

    assert lines(day=datetime.date(2026, 10, 8)) == [[["Thursday group", 1, 0]]]


def test_a_moved_meeting_is_written_once_on_the_day_it_was_held(section):
    move = {"date": datetime.date(2026, 11, 5), "new_date": datetime.date(2026, 11, 6)}
    factories.make_group(section, moved=[move])
    meeting_totals.write(datetime.datetime(2026, 11, 6, 3, tzinfo=LONDON))
    assert not MeetingTotal.objects.exists()
    meeting_totals.write(datetime.datetime(2026, 11, 7, 3, tzinfo=LONDON))

    [row] = MeetingTotal.objects.all()
    assert (row.day.day, row.held_on.day) == (5, 6)


def test_the_time_when_readers_could_not_find_a_group_is_not_counted(group):
    meeting_totals.write(datetime.datetime(2026, 10, 20, 3, tzinfo=LONDON))
    closed = PageViewRestriction.objects.create(page=group, restriction_type=PageViewRestriction.LOGIN)
    meeting_totals.write(NOW)
    closed.delete()
    ContentVersion.bump()

    assert lines() == [[["Thursday group", 1, 0]]]


def test_a_renamed_group_is_one_line(group):
    meeting_totals.write(datetime.datetime(2026, 10, 20, 3, tzinfo=LONDON))
    GroupPage.objects.filter(pk=group.pk).update(title="Friends on Thursday")
    ContentVersion.bump()

    assert lines() == [[["Friends on Thursday", 3, 1]]]


def test_what_is_written_belongs_to_the_schedule():
    assert "write_meetings" in BY_COMMAND
