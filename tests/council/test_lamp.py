"""The strip on every page: whom to ring, and whether anybody answers now."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.council import snapshot as council_snapshot
from pages.council.council import current_council
from pages.council.model import CouncilSettings
from pages.council.opening_model import Closure, OpeningHours
from pages.council.read_council import read_council
from tests import factories

WEDNESDAY = "2026-12-02"


@pytest.fixture
def hours(home):
    """Nine to five on Wednesdays."""
    council = CouncilSettings.objects.get()
    row = OpeningHours.objects.create(
        settings=council, day="wednesday", opens=datetime.time(9), closes=datetime.time(17)
    )
    ContentVersion.bump()
    return row


@pytest.mark.parametrize("url", ["/", "/search/", "/ask-us-to-ring/", "/not-there/"])
def test_every_page_says_that_somebody_answers_now(client, hours, time_machine, url):
    time_machine.move_to(f"{WEDNESDAY}T10:00:00Z")

    assertContains(client.get(url), "Open now, until 5pm", status_code=404 if "not" in url else 200)


def test_the_words_follow_the_clock_and_not_the_content(client, hours, time_machine):
    time_machine.move_to(f"{WEDNESDAY}T10:00:00Z")
    client.get("/")
    time_machine.move_to(f"{WEDNESDAY}T18:00:00Z")

    assertContains(client.get("/"), "Closed now. Open again Wednesday 9 December at 9am")


def test_a_browser_keeps_its_copy_until_the_words_change(client, hours, time_machine):
    time_machine.move_to(f"{WEDNESDAY}T10:00:00Z")
    etag = client.get("/")["ETag"]

    time_machine.move_to(f"{WEDNESDAY}T15:00:00Z")
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 304

    time_machine.move_to(f"{WEDNESDAY}T17:00:00Z")
    assertContains(client.get("/", headers={"If-None-Match": etag}), "Closed now")


def test_a_closure_is_said_with_its_reason(client, hours, time_machine):
    day = datetime.date(2026, 12, 2)
    Closure.objects.create(settings=hours.settings, first_day=day, last_day=day, reason="staff training")
    ContentVersion.bump()
    time_machine.move_to(f"{WEDNESDAY}T10:00:00Z")

    assertContains(client.get("/"), "Closed today: staff training.")


def test_hours_for_paper_follow_from_the_weekly_hours(home, hours):
    assert current_council().navigators["hours"] == "Wednesday, 9am to 5pm"


def test_the_navigators_card_says_the_weekly_hours_too(client, home, hours):
    contacts = factories.make_contacts_page(home)

    response = client.get(contacts.url)

    assertContains(response, "Wednesday, 9am to 5pm")
    assertNotContains(response, "Monday to Friday")


def test_without_weekly_hours_the_contacts_own_words_stand_and_nothing_is_claimed(client, home):
    response = client.get("/")

    assertContains(response, "Monday to Friday, 9am to 5pm")
    assertNotContains(response, "lamp__now")


def test_hours_outlive_the_database_in_the_councils_snapshot(home, hours, monkeypatch, tmp_path):
    monkeypatch.setattr(council_snapshot, "SNAPSHOT", tmp_path / "council.json")
    council_snapshot.remember(read_council())

    known = council_snapshot.last_known()

    assert known.opening_times.spells(datetime.date(2026, 12, 2)) == [(datetime.time(9), datetime.time(17))]


def test_the_strip_leads_to_the_form(client, home):
    assertContains(client.get("/"), 'href="/ask-us-to-ring/"')


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (OpeningHours(day="monday", opens=datetime.time(9), closes=datetime.time(5)), "closes"),
        (Closure(first_day=datetime.date(2026, 12, 2), last_day=datetime.date(2026, 12, 1)), "last_day"),
    ],
)
def test_hours_that_are_likely_a_slip_and_closures_that_end_before_they_begin_are_refused(row, field):
    with pytest.raises(ValidationError, match=r"can’t be before|is 20 hours") as error:
        row.clean()
    assert field in error.value.message_dict
