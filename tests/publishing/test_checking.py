"""Honest dates: only checking a page moves its date. Saving, publishing and old versions never do."""

import datetime
import re

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page, PageLogEntry

from pages.content.section import SectionPage
from pages.council.roles import KINSHIP_LEAD, SECTION_EDITORS
from pages.publishing import checking
from tests import factories
from tests.cms import confirm, decide, editor_of, make_officer, send_page

CHECKED_ON = datetime.date(2026, 3, 3)
SAYS = "We have not checked this since 3 March 2026. Ring us to make sure."


@pytest.fixture(autouse=True)
def in_november():
    """The pages of the tests were checked on 3 March and were due on 3 September."""
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def editor(client, home):
    editor = make_officer(SECTION_EDITORS)
    client.force_login(editor)
    return editor


@pytest.fixture
def lead(client, home):
    lead = make_officer(KINSHIP_LEAD)
    client.force_login(lead)
    return lead


@pytest.fixture
def late(section):
    """A page that nobody has checked in time."""
    return factories.make_support(section, title="Weekly allowance", last_checked=CHECKED_ON)


def press(client, page):
    return decide(client, f"/cms/checking/{page.pk}/")


def last_checked(page):
    return type(page).objects.get(pk=page.pk).last_checked


def test_publishing_a_typo_does_not_make_a_page_checked(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    response = send_page(client, section, "action-publish", title="Money and wrok", last_checked="2026-11-22")
    assert response.status_code == 302
    confirm(client, section)

    page = SectionPage.objects.get(pk=section.pk)
    assert (page.title, page.last_checked) == ("Money and wrok", CHECKED_ON)
    assertContains(client.get(section.url), SAYS)


def test_saying_on_the_publish_screen_that_all_was_checked_does(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    send_page(client, section, "action-publish", title="Money and jobs")
    confirm(client, section, checked="on")

    assert last_checked(section) == datetime.date(2026, 11, 22)


def test_checking_clears_it_everywhere(client, editor, late, section):
    assertContains(client.get(late.url), SAYS)
    assertContains(client.get("/cms/"), "Overdue since 3 September 2026")

    press(client, late)

    for address in (late.url, "/money/", "/search/?q=allowance"):
        assertNotContains(client.get(address), "ot checked")
    assertContains(client.get(late.url), "We check it again by 22 May 2027.")
    assertNotContains(client.get("/cms/"), "Overdue since")


def test_checking_says_when_the_next_check_is_due_and_goes_into_history(client, editor, late):
    response = decide(client, f"/cms/checking/{late.pk}/", {"next": "/cms/"}, follow=True)

    assert response.redirect_chain == [("/cms/", 302)]
    assertContains(response, "“Weekly allowance” is checked. The next check is due by 22 May 2027.")
    entry = PageLogEntry.objects.get(action=checking.CHECKED)
    assert (entry.user, entry.page_id) == (editor, late.pk)
    assertContains(
        client.get(f"/cms/pages/{late.pk}/history/"),
        "Read the whole page: every word is true. Next check by 22 May 2027.",
    )


def test_a_check_never_leads_to_another_site(client, editor, late):
    response = decide(client, f"/cms/checking/{late.pk}/", {"next": "https://example.org/"})

    assert response.url == f"/cms/pages/{late.pk}/edit/"


def test_a_link_in_a_message_asks_before_it_checks(client, editor, late):
    assertContains(client.get(f"/cms/checking/{late.pk}/"), "Is it all still true?")

    assert last_checked(late) == CHECKED_ON


def test_checking_leaves_a_draft_as_it_is(client, editor, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    send_page(client, section, title="Half a title")
    draft = Page.objects.get(pk=section.pk).latest_revision_id

    press(client, section)

    page = SectionPage.objects.get(pk=section.pk)
    assert (page.title, page.has_unpublished_changes, page.latest_revision_id) == ("Money and work", True, draft)
    assert page.get_latest_revision_as_object().title == "Half a title"
    assert page.get_latest_revision_as_object().last_checked == datetime.date(2026, 11, 22)


def test_an_old_version_that_is_published_again_does_not_bring_its_date_back(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    old = SectionPage.objects.get(pk=section.pk).save_revision()
    press(client, section)

    old.publish()

    assert last_checked(section) == datetime.date(2026, 11, 22)


def test_a_version_that_goes_live_on_its_day_keeps_what_was_checked_meanwhile(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    page = SectionPage.objects.get(pk=section.pk)
    page.title, page.go_live_at = "Money and jobs", timezone.now() + datetime.timedelta(days=2)
    page.save_revision(approved_go_live_at=page.go_live_at)
    press(client, section)

    with time_machine.travel(datetime.datetime(2026, 11, 25, 9, tzinfo=datetime.UTC), tick=False):
        call_command("publish_scheduled")

    page = SectionPage.objects.get(pk=section.pk)
    assert (page.title, page.last_checked) == ("Money and jobs", datetime.date(2026, 11, 22))


def test_an_object_that_somebody_held_for_long_does_not_bring_an_old_date_back(section):
    held = SectionPage.objects.get(pk=section.pk)
    checking.check(SectionPage.objects.get(pk=section.pk), None, datetime.date(2026, 11, 22))

    held.save_revision().publish()

    assert last_checked(section) == datetime.date(2026, 11, 22)


def test_a_page_that_readers_cannot_see_is_not_checked(client, editor, late):
    late.unpublish()

    press(client, late)

    assert last_checked(late) == CHECKED_ON


@pytest.mark.django_db
def test_a_page_is_due_soon_two_weeks_before():
    page = SectionPage(last_checked=datetime.date(2026, 5, 2), check_every=6)

    assert page.next_check == datetime.date(2026, 11, 2)
    assert checking.state_of(page, datetime.date(2026, 10, 18)) == checking.State.FINE
    assert checking.state_of(page, datetime.date(2026, 10, 19)) == checking.State.SOON


def test_only_the_words_that_were_read_are_checked(client, editor, late):
    shown = client.get(editor_of(late)).content.decode()
    button = re.search(rf'"(/cms/checking/{late.pk}/\?seen=\w+)"', shown)[1]
    late.title = "Weekly money"
    late.save_revision().publish()

    answer = client.post(button)

    assertContains(answer, "changed since you opened it")
    assert last_checked(late) == CHECKED_ON
    decide(client, f"/cms/checking/{late.pk}/")
    assert last_checked(late) != CHECKED_ON
