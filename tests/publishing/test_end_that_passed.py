"""A page whose scheduled end has passed: it can be worked on like any other, and published for good."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from pytest_django.asserts import assertContains
from wagtail.models import Page

from pages.council.roles import KINSHIP_LEAD
from pages.publishing import going_live
from tests import factories
from tests.cms import confirm, draft_of, make_officer, send_page

PUBLISH = "action-publish"
ENDED = datetime.datetime(2026, 11, 20, 17, 0, 30, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def on_a_sunday_in_november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def lead(client, home):
    client.force_login(make_officer(KINSHIP_LEAD))


MAKE = {
    "section": lambda home, section: factories.make_section(home),
    "guide": lambda home, section: factories.make_guide(section),
    "support": lambda home, section: factories.make_support(section),
    "group": lambda home, section: factories.make_group(section),
    "information": lambda home, section: factories.make_information(home),
    "leaflet": lambda home, section: factories.make_leaflet_page(home),
    "glossary": lambda home, section: factories.make_glossary_page(home),
    "contacts": lambda home, section: factories.make_contacts_page(home),
    "have your say": lambda home, section: factories.make_have_your_say(home),
    "report": lambda home, section: factories.make_report(factories.make_have_your_say(home)),
}
KINDS = pytest.mark.parametrize("kind", MAKE)


def make_ended(home, section, kind="section"):
    """A page that went offline by itself two days ago."""
    page = MAKE[kind](home, section)
    page.expire_at = ENDED
    page.save()
    page.save_revision()
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    return page


@KINDS
def test_a_page_whose_end_has_passed_can_be_saved_and_its_end_stays(client, home, section, kind):
    page = make_ended(home, section, kind)

    response = send_page(client, page, title="Words of today", **{"steps-count": "0"})

    assert response.status_code == 302
    draft = draft_of(page).as_object()
    assert (draft.title, draft.expire_at) == ("Words of today", ENDED)


def test_a_page_that_is_still_live_after_its_end_can_be_saved_too(client, home):
    page = factories.make_section(home, expire_at=ENDED)

    send_page(client, page, title="Words of today")

    assert draft_of(page).as_object().title == "Words of today"


def test_published_again_it_does_not_go_offline_by_its_old_end(client, home, section):
    page = make_ended(home, section)
    send_page(client, page, PUBLISH, title="Words of today")

    response = confirm(client, page)
    call_command("publish_scheduled")

    assert Page.objects.get(pk=page.pk).live
    assertContains(client.get(page.url), "Words of today")
    assertContains(client.get(response.url), "The end that was set for it has passed.")


def test_nor_when_it_goes_live_on_a_day_of_its_own(client, home, section):
    page = make_ended(home, section)
    send_page(client, page, PUBLISH, title="Words of today", go_live_at="01/12/2026 09:00")
    confirm(client, page)

    with time_machine.travel(datetime.datetime(2026, 12, 1, 9, 5, tzinfo=datetime.UTC), tick=False):
        call_command("publish_scheduled")
        call_command("publish_scheduled")
        assertContains(client.get(page.url), "Words of today")


def test_the_end_that_is_due_for_a_live_page_still_comes(client, home):
    page = factories.make_section(home, expire_at=ENDED)
    send_page(client, page, PUBLISH, title="Words of today")

    confirm(client, page)
    call_command("publish_scheduled")

    assert not Page.objects.get(pk=page.pk).live


def test_an_end_that_lies_ahead_is_kept_when_it_is_published(client, home, section):
    page = make_ended(home, section)
    send_page(client, page, PUBLISH, expire_at="01/12/2026 17:00")

    confirm(client, page)

    assert Page.objects.get(pk=page.pk).expire_at == datetime.datetime(2026, 12, 1, 17, tzinfo=datetime.UTC)


@pytest.mark.parametrize("typed", ["20/11/2026 16:59", "21/11/2026 12:00", "01/01/2020 00:00"])
def test_a_new_end_must_lie_ahead(client, home, section, typed):
    page = make_ended(home, section)

    response = send_page(client, page, title="Words of today", expire_at=typed)

    assertContains(response, "Expiry date/time must be in the future.")
    assertContains(response, f'value="{typed}"')


def test_a_first_end_must_lie_ahead(client, section):
    page = factories.make_guide(section)

    assertContains(send_page(client, page, expire_at="21/11/2026 12:00"), "Expiry date/time must be in the future.")


def test_an_end_that_has_passed_can_be_taken_away(client, home, section):
    page = make_ended(home, section)

    send_page(client, page, expire_at="")

    assert draft_of(page).as_object().expire_at is None


def test_an_end_at_the_moment_of_going_live_is_over():
    draft = Page(expire_at=ENDED)

    assert going_live.end_is_over(Page(live=False), draft, ENDED)
    assert not going_live.end_is_over(Page(live=False), draft, ENDED - datetime.timedelta(seconds=1))
