"""A site without an offer, or with one that is not opened yet, shows its readers one calm page of our own."""

import pytest
from django.db import OperationalError, connection
from pytest_django.asserts import assertContains, assertNotContains

from pages.content.contact import Contact
from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD, SECTION_EDITORS
from pages.set_up import state
from pages.set_up.model import SetUp
from pages.set_up.state import SiteState, current_state
from tests.cms import make_officer
from tests.html import headings, parse

COMMAND = "manage.py new_council"
PUBLIC = ["/", "/money/", "/find/", "/search/", "/leaflet.pdf", "/sitemap.xml", "/my-list/", "/k/abcd", "/nowhere/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_every_address_of_an_empty_site_shows_the_calm_page(client, address):
    response = client.get(address)

    assertContains(response, "We are making this offer", status_code=503)
    assertContains(response, COMMAND, status_code=503)
    assertNotContains(response, "Wagtail", status_code=503)
    assert headings(parse(response))[0] == 1
    assert response["Retry-After"]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/cms/", "/sign-in/"])
def test_the_doors_of_an_empty_site_are_as_ever(client, address):
    assert client.get(address, follow=True).status_code == 200


def test_without_tables_the_calm_page_says_what_to_type(client, db, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("no such table: pages_contentversion")

    with monkeypatch.context() as database:
        database.setattr(connection, "cursor", refuse)
        database.setattr(connection.introspection, "table_names", list)
        response = client.get("/")

    assertContains(response, COMMAND, status_code=503)
    assertNotContains(response, "no such table", status_code=503)


def test_a_database_that_does_not_answer_is_not_taken_for_an_empty_one(db, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("the database is gone")

    with monkeypatch.context() as database:
        database.setattr(connection, "cursor", refuse)
        database.setattr(connection, "chunked_cursor", refuse)
        state_then = current_state()

    assert state_then is SiteState.OPEN


def test_an_offer_that_was_loaded_without_a_set_up_is_open(client, testham_loaded):
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("address", ["/", "/money/", "/leaflet.pdf"])
def test_while_it_is_set_up_readers_see_nothing_of_an_offer(client, set_up, address):
    response = client.get(address)

    assertContains(response, "The set-up has begun.", status_code=503)
    assertNotContains(response, "Testham", status_code=503)


@pytest.mark.parametrize("role", [KINSHIP_LEAD, SECTION_EDITORS])
def test_officers_see_the_offer_as_it_will_be(client, set_up, role):
    client.force_login(make_officer(role))

    assert client.get("/").status_code == 200


def test_somebody_who_is_signed_in_without_a_role_is_a_reader(client, set_up, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody"))

    assert client.get("/").status_code == 503


def test_opening_it_shows_it_to_readers_at_once(client, free_way, holder):
    assert client.get("/").status_code == 503

    assert holder.post("/cms/open-the-site/").status_code == 302

    shown = client.get("/")
    assertContains(shown, "01234 567 890")
    assertNotContains(shown, "Demonstration")
    assert SetUp.objects.get().opened_at


def test_what_is_in_the_way_is_named_with_its_field_and_opens_nothing(client, finished, holder):
    screen = holder.get("/cms/open-the-site/")

    assertContains(screen, "First put it right")
    assertContains(screen, "How are they reached? 01632 960 200")
    assertContains(
        screen, f"/cms/snippets/pages/contact/edit/{Contact.objects.get(example=True).pk}/#:w:contentpath=phone"
    )
    assertNotContains(screen, "Open the offer to readers")
    assertContains(holder.post("/cms/open-the-site/", follow=True), "Not opened: first put right what is in the way.")
    assert client.get("/").status_code == 503
    assert SetUp.objects.get().opened_at is None


def test_switching_the_notice_off_in_the_settings_opens_it_too(client, free_way):
    council = CouncilSettings.objects.get()
    council.demonstration_notice = False
    council.full_clean()
    council.save()

    assert client.get("/").status_code == 200
    assert SetUp.objects.get().opened_at


def test_settings_that_are_saved_before_the_end_open_nothing(client, set_up, save):
    save("your-council")
    CouncilSettings.objects.get().save()

    assert client.get("/").status_code == 503
    assert CouncilSettings.objects.get().demonstration_notice


def test_an_editor_does_not_open_it(client, set_up):
    client.force_login(make_officer(SECTION_EDITORS))

    assert client.post("/cms/open-the-site/").status_code in {302, 403}
    assert SetUp.objects.get().opened_at is None


def test_what_is_asked_for_each_page_is_remembered(set_up, django_assert_num_queries):
    current_state()

    with django_assert_num_queries(1):  # the version of the content
        current_state()
    assert state.state_at.cache_info().hits
