"""An urgent notice stands on every page from its first moment to its last, and nowhere afterwards."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import ModelLogEntry, PageViewRestriction

from pages.core.content_version import ContentVersion
from pages.council import council as councils
from pages.council import snapshot
from pages.council.model import CouncilSettings
from pages.council.opening_model import OpeningHours
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.paper import remake
from pages.ring_back.model import Callback
from pages.urgent_notice import UrgentNotice
from tests import factories
from tests.cms import make_officer

NOW = datetime.datetime(2026, 11, 27, 9, tzinfo=datetime.UTC)
TEXT = "Our line is down today."
SECTION = '<section class="urgent-notice"'
LIST = "/cms/urgentnotice/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def guide_that_says_ring_us(section):
    council = CouncilSettings.objects.get()
    council.opening_hours.all().delete()
    for day in ("monday", "friday"):
        council.opening_hours.add(OpeningHours(day=day, opens=datetime.time(9), closes=datetime.time(17)))
    council.save()
    return factories.make_guide(section)


def make_notice(**fields):
    values = {"text": TEXT, "shown_from": NOW, "shown_until": NOW + datetime.timedelta(hours=8)}
    return UrgentNotice.objects.create(**values | fields)


def give_the_navigators_an_address():
    contact = CouncilSettings.objects.get().navigators
    contact.email = "navigators@example.gov.uk"
    contact.save()


def typed(**fields):
    """The form as an officer fills it in."""
    values = {"text": TEXT, "shown_from": "2026-11-27 09:00", "shown_until": "2026-11-27 17:00"}
    return values | {"page": "", "address": "", "link_words": ""} | fields


@pytest.fixture
def officer(client, home):
    user = make_officer(KINSHIP_LEAD)
    client.force_login(user)
    return user


def test_every_page_says_it_search_and_finder_and_what_is_not_found_too(client, home, section):
    guide = factories.make_guide(section)
    make_notice()

    for url in ("/", section.url, guide.url, "/search/?q=money", "/search/", "/find/", "/ask-us-to-ring/"):
        assertContains(client.get(url), TEXT, count=1)
    assertContains(client.get("/no-such-page/"), TEXT, count=1, status_code=404)


def test_it_says_until_when_in_the_readers_own_words(client, home):
    make_notice()

    assertContains(client.get("/"), "Until Friday 27 November, 5pm")


def test_it_begins_and_ends_by_itself_though_nothing_is_published_meanwhile(client, home, clock):
    make_notice(shown_from=NOW + datetime.timedelta(hours=1))

    assertNotContains(client.get("/"), TEXT)
    clock.move_to(NOW + datetime.timedelta(hours=1))
    assertContains(client.get("/"), TEXT)
    clock.move_to(NOW + datetime.timedelta(hours=8) - datetime.timedelta(seconds=1))
    assertContains(client.get("/"), TEXT)
    clock.move_to(NOW + datetime.timedelta(hours=8))
    assertNotContains(client.get("/"), SECTION)


def test_a_page_that_a_browser_kept_is_asked_for_anew_when_the_notice_begins_and_ends(client, home, clock):
    etag = client.get("/")["ETag"]
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 304
    make_notice()
    response = client.get("/", headers={"If-None-Match": etag})
    assert response.status_code == 200
    clock.move_to(NOW + datetime.timedelta(hours=9))
    assertNotContains(client.get("/", headers={"If-None-Match": response["ETag"]}), TEXT)


def test_it_costs_the_page_no_query_of_its_own(home, count_queries):
    without = count_queries("/")
    make_notice()

    assert count_queries("/") == without


def test_it_stands_on_the_error_page_while_the_database_is_down(client, home, monkeypatch, settings):
    make_notice()
    client.get("/")

    def gone(*_args):
        raise OperationalError("gone")

    monkeypatch.setattr(councils, "council_at", gone)
    assert snapshot.last_known().notice_at(timezone.now()).text == TEXT
    monkeypatch.setattr(ContentVersion, "current", gone)
    client.raise_request_exception = False
    response = client.get("/find/")
    assert response.status_code in (500, 503)
    assert TEXT in response.content.decode()


def test_words_in_braces_are_finished(client, home):
    make_notice(text="Please ring {the navigators} tomorrow.")

    assertNotContains(client.get("/"), "{the")
    assertContains(client.get("/"), "Please ring ")


def test_what_is_typed_is_text_and_no_html(client, home):
    make_notice(text="<b>Shut</b> & closed")

    assertContains(client.get("/"), "&lt;b&gt;Shut&lt;/b&gt; &amp; closed")


def test_it_leads_to_a_page_of_ours_while_readers_can_open_it(client, section):
    guide = factories.make_guide(section, title="Another number")
    make_notice(page=guide, link_words="Other ways to reach us")
    link = f'<a href="{guide.full_url}">Other ways to reach us</a>'

    assertContains(client.get("/"), link, html=True)
    restriction = PageViewRestriction.objects.create(page=guide, restriction_type="login")
    assertNotContains(client.get("/"), "Other ways to reach us")
    restriction.delete()
    guide.unpublish()
    assertNotContains(client.get("/"), "Other ways to reach us")
    assertContains(client.get("/"), TEXT)


def test_its_key_changes_with_its_words_so_that_new_ones_are_seen_by_who_closed_the_old(client, home):
    def key():
        return client.get("/").context["notice"].key

    notice = make_notice()
    before = key()
    assert key() == before
    notice.text = "Our line is down today and tomorrow."
    notice.save()
    assert key() != before


def test_no_paper_is_made_again_for_it(home, monkeypatch, django_capture_on_commit_callbacks):
    made = []
    monkeypatch.setattr(remake, "remake_paper", lambda: made.append(1))
    with django_capture_on_commit_callbacks(execute=True):
        make_notice()

    assert made == []


def test_who_rings_back_is_told_of_it_in_the_message(home):
    give_the_navigators_an_address()
    make_notice(text="Our line is down & the office is shut.")
    Callback.objects.create(name="A carer", phone="01632 960001")
    call_command("send_callbacks", verbosity=0)

    (message,) = mail.outbox
    said = "On our website now: Our line is down & the office is shut.\n(until Friday 27 November, 5pm)\n\nWhen you"
    assert said in message.body


def test_without_a_notice_the_message_says_nothing_of_one(home):
    give_the_navigators_an_address()
    Callback.objects.create(name="A carer", phone="01632 960001")
    call_command("send_callbacks", verbosity=0)

    assert "On our website" not in mail.outbox[0].body


# In the CMS


def test_an_officer_puts_it_up_and_readers_see_it(client, officer):
    response = client.post(f"{LIST}new/", typed(), follow=True)

    assertContains(response, TEXT)
    client.logout()
    assertContains(client.get("/"), TEXT)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": ""}, "This field is required"),
        ({"text": "x" * 161}, "at most 160 characters"),
        ({"text": "Ring {nobody}."}, "nobody"),
        ({"shown_until": ""}, "This field is required"),
        ({"shown_until": "soon"}, "Enter a valid date/time"),
        ({"shown_until": "2026-11-27 08:00"}, "It must end after it begins"),
        ({"shown_from": "2026-11-26 08:00", "shown_until": "2026-11-26 09:00"}, "over already"),
        ({"shown_until": "2026-12-26 09:00"}, "too far ahead"),
        ({"shown_until": "0206-12-26 09:00"}, "Choose a day from 1900 to 2099"),
        ({"address": "nonsense"}, "Enter a valid URL"),
        ({"link_words": "More"}, "nothing to link to"),
    ],
)
def test_what_makes_no_notice_is_said_and_nothing_typed_is_lost(client, officer, fields, words):
    response = client.post(f"{LIST}new/", typed(**fields))

    assertContains(response, words)
    for name, value in typed(**fields).items():
        if name not in ("page", "shown_from") and value:
            assert response.context["form"][name].value() == value
    assert not UrgentNotice.objects.exists()


def test_a_page_and_an_address_at_once_are_refused(client, officer, section):
    response = client.post(f"{LIST}new/", typed(page=str(section.pk), address="https://www.gov.uk/"))

    assertContains(response, "Give a page or an address, not both.")


def test_four_weeks_are_allowed_and_can_be_made_longer_when_they_are_near(client, officer, clock):
    client.post(f"{LIST}new/", typed(shown_until="2026-12-25 09:00"))
    notice = UrgentNotice.objects.get()
    clock.move_to(datetime.datetime(2026, 12, 24, 9, tzinfo=datetime.UTC))
    client.force_login(officer)
    client.post(f"{LIST}edit/{notice.pk}/", typed(shown_until="2027-01-05 09:00"))

    notice.refresh_from_db()
    assert notice.shown_until.date() == datetime.date(2027, 1, 5)


def test_two_at_one_time_are_refused_and_one_after_the_other_is_not(client, officer):
    make_notice()

    assertContains(
        client.post(f"{LIST}new/", typed(text="Shut")), "There is another notice at that time, until 27 November, 17:00"
    )
    after = typed(text="Shut", shown_from="2026-11-27 17:00", shown_until="2026-11-28 17:00")
    client.post(f"{LIST}new/", after)
    assert UrgentNotice.objects.count() == 2


def test_the_list_says_from_when_until_when(client, officer):
    make_notice()

    listed = client.get(LIST)
    for words in ("On every page now", "27 November 2026, 09:00", "27 November 2026, 17:00"):
        assertContains(listed, words)


def test_the_desk_shows_it_with_the_way_to_take_it_down(client, officer):
    notice = make_notice()
    url = f"/cms/urgent-notice/{notice.pk}/take-down/"
    desk = client.get("/cms/")
    assertContains(desk, url)
    assertContains(desk, "On every page, until Friday 27 November, 17:00.")

    assertContains(client.get(url), "Yes, take it down")
    assertContains(client.get("/"), TEXT)
    client.post(url)
    assertNotContains(client.get("/"), TEXT)
    assertNotContains(client.get("/cms/"), url)
    assert ModelLogEntry.objects.filter(action="pages.urgent_notice.take_down", user=officer).count() == 1
    client.post(url)
    assert ModelLogEntry.objects.filter(action="pages.urgent_notice.take_down").count() == 1


def test_another_can_be_put_up_in_the_minute_in_which_one_was_taken_down(client, officer, clock):
    notice = make_notice()
    clock.move_to(NOW + datetime.timedelta(seconds=40))
    client.post(f"/cms/urgent-notice/{notice.pk}/take-down/")
    client.post(f"{LIST}new/", typed(text="It is up again."))

    assertContains(client.get("/"), "It is up again.")


def test_one_that_has_not_begun_can_be_taken_down_too(client, officer, clock):
    notice = make_notice(shown_from=NOW + datetime.timedelta(hours=1))
    client.post(f"/cms/urgent-notice/{notice.pk}/take-down/")

    clock.move_to(NOW + datetime.timedelta(hours=2))
    assertNotContains(client.get("/"), TEXT)


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_who_publishes_may_put_one_up(client, home, role):
    client.force_login(make_officer(role))

    assert client.get(f"{LIST}new/").status_code == 200


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_others_see_it_on_their_desk_and_may_not_change_it(client, home, role):
    notice = make_notice()
    client.force_login(make_officer(role))

    assertContains(client.get("/cms/"), TEXT)
    assertNotContains(client.get("/cms/"), "Take it down")
    for url in (LIST, f"{LIST}new/", f"{LIST}edit/{notice.pk}/", f"/cms/urgent-notice/{notice.pk}/take-down/"):
        assert client.get(url).status_code in (302, 403)
    client.post(f"/cms/urgent-notice/{notice.pk}/take-down/")
    notice.refresh_from_db()
    assert notice.is_live(NOW)


def test_a_notice_that_is_not_there_is_not_found(client, officer):
    assert client.get("/cms/urgent-notice/999999/take-down/").status_code == 404


def test_while_a_notice_says_that_nobody_answers_no_page_says_that_somebody_does(
    client, home, guide_that_says_ring_us, clock
):
    clock.move_to(NOW + datetime.timedelta(hours=1))  # a Friday at 10
    for path in ("/", guide_that_says_ring_us.url):
        assertContains(client.get(path), "Open now, until 5pm")
    make_notice(line_is_down=True)

    for path in ("/", guide_that_says_ring_us.url):
        response = client.get(path)
        assertNotContains(response, "Open now")
        assertNotContains(response, "ring--lit")
    assertContains(response, '<a href="/ask-us-to-ring/">Ring us</a>')
    assertContains(response, "closed until Monday")


def test_when_it_ends_within_the_hours_that_is_when_they_answer_again(client, guide_that_says_ring_us, clock):
    clock.move_to(NOW + datetime.timedelta(hours=1))
    make_notice(line_is_down=True, shown_until=NOW + datetime.timedelta(hours=3))

    assertContains(client.get(guide_that_says_ring_us.url), "closed until noon")
    clock.shift(datetime.timedelta(hours=2))
    assertContains(client.get(guide_that_says_ring_us.url), "Open now")
