"""What readers see of groups: next meetings, what is cancelled or moved, groups without dates, narrowing the list."""

import datetime
import json
import re

import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from pages import groups as rules
from pages.core.content_version import ContentVersion
from pages.council.examples import live_examples
from tests import factories

pytestmark = pytest.mark.usefixtures("on_a_sunday_in_november")
DAY = datetime.date
SNOW = [(DAY(2026, 12, 3), "Snow & ice")]


@pytest.fixture(autouse=True)
def on_a_sunday_in_november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def groups(home):
    return factories.make_section(home, title="Support groups", slug="groups")


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_groups_page_gives_its_rule_and_its_next_meetings(client, groups):
    page = factories.make_group(groups)

    words = text(client.get(page.url))
    assert "Every second Thursday, 10am to noon" in words
    assert "Thursday 3 December 2026, 10am" in words
    assert "19 November" not in words


def test_a_meeting_is_listed_until_it_is_over(client, groups):
    page = factories.make_group(groups)

    with time_machine.travel(datetime.datetime(2026, 12, 3, 11, 59, tzinfo=datetime.UTC), tick=False):
        assertContains(client.get(page.url), "3 December 2026")
    with time_machine.travel(datetime.datetime(2026, 12, 3, 12, 0, tzinfo=datetime.UTC), tick=False):
        assertNotContains(client.get(page.url), "3 December 2026")


@pytest.mark.parametrize("where", ["/", "/groups/", "/groups/talk/"])
def test_a_cancelled_meeting_stays_visible_as_cancelled_with_its_reason(client, groups, where):
    factories.make_group(groups, slug="talk", cancelled=SNOW)

    words = text(client.get(where))
    assert re.search(r"Cancelled\s+Snow &amp; ice Thursday 3 December", words)


@pytest.mark.parametrize("where", ["/", "/groups/", "/groups/talk/"])
def test_a_moved_meeting_is_on_its_new_day_and_says_so(client, groups, where):
    move = {
        "date": DAY(2026, 12, 3),
        "new_date": DAY(2026, 12, 4),
        "start_time": datetime.time(14),
        "end_time": datetime.time(15),
    }
    factories.make_group(groups, slug="talk", moved=[move])

    words = text(client.get(where))
    assert "Friday 4 December 2026, 2pm" in words
    assert "It was on Thursday 3 December at 10am. The hall is full." in words
    assert "Thursday 3 December 2026" not in words


def test_days_off_are_said_with_their_reasons(client, groups):
    page = factories.make_group(groups, off=[(DAY(2026, 12, 31), "Christmas week")])

    assertContains(client.get(page.url), "Thursday 31 December 2026: Christmas week")


def test_the_first_page_shows_three_meetings_that_are_on(client, groups):
    factories.make_group(groups, cancelled=SNOW)

    words = text(client.get("/"))
    days = ["3 December", "17 December", "31 December", "14 January", "28 January"]
    assert [day for day in days if day in words] == days[:4]


@pytest.mark.parametrize("where", ["/groups/", "/groups/talk/"])
def test_a_group_whose_dates_have_run_out_says_so_and_asks_to_ring(client, groups, where):
    factories.make_group(groups, slug="talk", last_date=DAY(2026, 11, 20))

    response = client.get(where)
    assertContains(response, "We have no dates for this group now")
    assertContains(response, 'ring <a href="tel:01632960123">')


def test_a_term_time_group_without_terms_has_run_out_too(client, groups):
    page = factories.make_group(groups, term_time_only=True)

    assertContains(client.get(page.url), "We have no dates for this group now")
    factories.make_school_term(DAY(2026, 11, 30), DAY(2026, 12, 18))
    assertContains(client.get(page.url), "3 December 2026")


def test_a_draft_group_has_no_meetings_anywhere(client, groups):
    factories.make_group(groups, live=False)

    assertNotContains(client.get("/groups/"), "3 December")
    assertNotContains(client.get("/"), "3 December")
    assertNotContains(client.get("/calendar/groups.ics"), "BEGIN:VEVENT")


def test_a_section_without_groups_shows_no_meetings(client, groups, section):
    factories.make_group(groups)

    assertNotContains(client.get(section.url), 'id="meetings"')


@pytest.fixture
def two_groups(groups):
    factories.make_group(groups, title="Coffee morning", venue_name="Library")
    factories.make_group(
        groups, title="Tea on Tuesday", weekday="tuesday", how_often="every-week", venue_name="St Ann’s Hall"
    )


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("", ["Coffee morning", "Tea on Tuesday"], []),
        ("day=tuesday", ["Tea on Tuesday"], ["Coffee morning"]),
        ("place=library", ["Coffee morning"], ["Tea on Tuesday"]),
        ("day=thursday&place=st-anns-hall", ["No meeting fits"], ["Coffee morning", "Tea on Tuesday"]),
        ("from=2026-12-10", ["Tuesday 15 December", "17 December"], ["3 December", "8 December"]),
        ("from=2026-12-10&day=thursday", ["17 December"], ["15 December"]),
        ("day=someday&place=moon&from=yesterday", ["Coffee morning", "Tea on Tuesday"], ["No meeting fits"]),
        ("from=9999-12-31", ["No meeting fits"], ["Coffee morning"]),
    ],
)
def test_meetings_are_narrowed_by_day_place_and_date(client, two_groups, query, there, not_there):
    response = client.get(f"/groups/?{query}", headers={"HX-Request": "true", "HX-Target": "meetings"})

    assertNotContains(response, "<html")
    for words in there:
        assertContains(response, words)
    for words in not_there:
        assertNotContains(response, words)


def test_a_long_list_goes_on_from_the_next_day(client, two_groups):
    seen = []
    address = "/groups/"
    for _turn in range(40):
        response = client.get(address).content.decode()
        seen += re.findall(r'class="meeting__when">\s*<time datetime="([^"]+)"', response)
        link = re.search(r'href="([^"#]+from=[^"#]+)#meetings"', response)
        if not link:
            break
        address = link[1].replace("&amp;", "&")
    assert seen == sorted(set(seen))
    assert len(seen) == 25 + 50  # both groups, to November 2027


@pytest.mark.parametrize(
    "value", ['"', "%", "\0", "👵🏽", "مرحبا", "x" * 10_000, "2026-13-45", "0000-00-00", "' OR 1=1 --"]
)
@pytest.mark.parametrize("name", ["day", "place", "from"])
def test_whatever_is_asked_gets_an_answer(client, two_groups, name, value):
    assert client.get("/groups/", {name: value}).status_code == 200


def test_examples_are_marked_and_known(client, groups):
    page = factories.make_group(groups, title="Coffee morning", example_details=True)
    factories.make_school_term(DAY(2026, 11, 2), DAY(2026, 12, 18), name="Autumn term 2026", example=True)

    assertContains(client.get(page.url), "Example, to be confirmed")
    assertContains(client.get("/groups/"), "Example, to be confirmed")
    assertContains(client.get("/"), "Example, to be confirmed")
    assert live_examples() == ["Coffee morning", "Autumn term 2026"]


def structured(response):
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
    return json.loads(data[1])


def test_search_engines_read_the_meetings_as_events(client, groups):
    move = {"date": DAY(2026, 12, 17), "new_date": DAY(2026, 12, 18)}
    page = factories.make_group(
        groups, title="Coffee morning", moved=[move], cancelled=SNOW, online_link="https://example.org/"
    )

    cancelled, moved, on, *_more = structured(client.get(page.url))
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert moved["eventStatus"] == "https://schema.org/EventRescheduled"
    assert moved["previousStartDate"] == "2026-12-17T10:00:00+00:00"
    assert moved["startDate"] == "2026-12-18T10:00:00+00:00"
    assert on["eventStatus"] == "https://schema.org/EventScheduled"
    assert on["@type"] == "Event"
    assert on["name"] == "Coffee morning"
    assert on["location"][0] == {"@type": "Place", "name": "The community room", "address": "1 Test Street, Testham"}
    assert on["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_nothing_typed_can_end_the_block_of_data(client, groups):
    page = factories.make_group(groups, title="</script><script>alert(1)</script>")

    response = client.get(page.url)
    assertNotContains(response, "<script>alert(1)")
    assert structured(response)[0]["name"] == "</script><script>alert(1)</script>"


def test_beyond_the_known_bank_holidays_a_meeting_says_so(client, groups):
    page = factories.make_group(groups, first_date=DAY(2029, 1, 4), last_date=DAY(2029, 3, 1))

    assertContains(client.get(page.url), "We do not know the bank holidays of 2029 yet")


@override_settings(SITE_URL="https://kinship.example.gov.uk")
def test_a_group_can_be_followed_in_a_calendar(client, groups):
    page = factories.make_group(groups)

    assertContains(client.get(page.url), f'"webcal://kinship.example.gov.uk/calendar/group-{page.translation_key}.ics"')
    assertContains(client.get(page.url), f'"https://kinship.example.gov.uk/calendar/group-{page.translation_key}.ics"')
    assertContains(client.get("/groups/"), '"webcal://kinship.example.gov.uk/calendar/groups.ics"')


@pytest.mark.parametrize("where", ["/", "/groups/", "/groups/talk/", "/calendar/groups.ics"])
def test_meetings_cost_the_same_however_many_there_are(groups, count_queries, where):
    factories.make_group(groups, slug="talk")
    few = count_queries(where)
    for number in range(6):
        factories.make_group(groups, how_often="every-week", cancelled=[(DAY(2026, 12, 3), f"Snow {number}")])
    ContentVersion.bump()

    assert count_queries(where) <= few


def test_a_group_costs_no_more_than_any_support(groups, count_queries):
    support, group = factories.make_support(groups), factories.make_group(groups)

    assert count_queries(group.url) <= count_queries(support.url)


def test_what_several_parts_of_a_page_show_is_worked_out_once(client, groups, monkeypatch):
    page = factories.make_group(groups)
    asked = []
    for name in ("choose", "find"):
        real = getattr(rules, name)
        monkeypatch.setattr(rules, name, lambda *words, real=real, name=name: asked.append(name) or real(*words))

    client.get(groups.url)
    client.get(page.url)

    assert asked == ["choose", "find"]


def test_a_long_list_shows_eight_meetings_when_its_days_are_whole(groups):
    factories.make_group(groups, how_often="every-week")
    coming = rules.all_groups()[0].upcoming(timezone.now())

    chosen = rules.choose(rules.all_groups(), {}, timezone.now())

    assert [each.meeting for each in chosen.items] == coming[:8]
    assert chosen.more_from == coming[8].start.date()


def test_officers_are_warned_four_weeks_before_a_groups_last_meeting(groups):
    factories.make_group(groups)
    group = rules.all_groups()[0]
    noon = timezone.make_aware(datetime.datetime.combine(group.ends(), datetime.time(12)))

    assert not group.runs_out_soon(noon - datetime.timedelta(days=29))
    assert group.runs_out_soon(noon - datetime.timedelta(days=28))


def test_from_today_on_is_not_narrowed(groups):
    factories.make_group(groups)

    assert not rules.choose(rules.all_groups(), {"from": "2026-11-22"}, timezone.now()).is_narrowed
    assert rules.choose(rules.all_groups(), {"from": "2026-11-23"}, timezone.now()).is_narrowed
