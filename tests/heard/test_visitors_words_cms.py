"""What visitors sent, in the CMS: who sees it, and what they may do with it."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import ModelLogEntry

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.heard.useful import Feedback
from pages.ring_back import callbacks
from pages.ring_back.model import Callback
from tests import factories

LIST = "/cms/callback/"
ANSWERS = "/cms/feedback/"
COUNTS = "/cms/reports/useful/"
MAY_RING = [NAVIGATORS, KINSHIP_LEAD, ADMINISTRATORS]
DETAILS = {"name": "Gran Testperson", "phone": "01632 960 555", "email": "", "best_time": "any", "topic": "allowances"}


@pytest.fixture
def asked(home):
    callbacks.store(DETAILS, "token")
    return Callback.objects.get()


@pytest.fixture
def sign_in(client):
    def as_role(role):
        user = get_user_model().objects.create_user(
            f"{role} one", "one@example.gov.uk", "x", first_name="Test", last_name="Person"
        )
        user.groups.set([Group.objects.get(name=role)])
        client.force_login(user)
        return user

    return as_role


@pytest.mark.parametrize("role", MAY_RING)
def test_those_who_ring_see_whom_to_ring(client, asked, sign_in, role):
    sign_in(role)

    response = client.get(LIST)

    for words in ("Gran Testperson", "01632 960 555", "Waiting", "Allowances and money"):
        assertContains(response, words)


def test_they_see_how_to_reach_a_person_and_what_keeps_it_safe(client, home, sign_in):
    fields = {"asked_by": "young-person", "way": "text", "language": "Urdu", "if_seen": "silent"}
    callbacks.store(DETAILS | fields | {"keep_safe": "Only when I walk home", "about_whom": "home"}, "token")
    sign_in(NAVIGATORS)

    listed, opened = client.get(LIST), client.get(f"{LIST}edit/{Callback.objects.get().pk}/")

    for words in ("A young person", "Send a text", "Urdu"):
        assertContains(listed, words)
        assertContains(opened, words)
    assertContains(listed, "open it first: it says what keeps it safe")
    assertNotContains(listed, DETAILS["phone"])  # nobody rings straight from the list
    assertContains(opened, DETAILS["phone"])
    for words in ("Do not say who you are, or why", "Only when I walk home", "Someone they live with"):
        assertContains(opened, words)


@pytest.mark.parametrize("path", ["", "results/", "edit/{}/", "delete/{}/", "history/{}/", "new/"])
@pytest.mark.parametrize("role", [SECTION_EDITORS, None])
def test_nobody_else_does(client, asked, sign_in, role, path):
    if role:
        sign_in(role)

    response = client.get(LIST + path.format(asked.pk))

    assert response.status_code == 302
    assert "Gran" not in response.content.decode()


def test_an_editor_cannot_answer_by_sending_the_form_either(client, asked, sign_in):
    sign_in(SECTION_EDITORS)

    client.post(f"{LIST}edit/{asked.pk}/", {"status": "answered"})

    asked.refresh_from_db()
    assert asked.status == "waiting"


def test_an_editors_menu_does_not_lead_there(client, asked, sign_in):
    sign_in(SECTION_EDITORS)

    assertNotContains(client.get("/cms/"), LIST)


@pytest.mark.parametrize("role", MAY_RING)
def test_answering_writes_down_who_and_when(client, asked, sign_in, role):
    user = sign_in(role)

    client.post(f"{LIST}edit/{asked.pk}/", {"status": "answered"})

    asked.refresh_from_db()
    assert (asked.status, asked.answered_by) == ("answered", user)
    assert asked.answered_at


def test_a_request_set_to_wait_again_forgets_who_answered(client, asked, sign_in):
    sign_in(NAVIGATORS)
    client.post(f"{LIST}edit/{asked.pk}/", {"status": "answered"})
    client.post(f"{LIST}edit/{asked.pk}/", {"status": "waiting"})

    asked.refresh_from_db()
    assert (asked.answered_by, asked.answered_at) == (None, None)


def test_what_somebody_told_us_cannot_be_changed(client, asked, sign_in):
    sign_in(ADMINISTRATORS)

    client.post(f"{LIST}edit/{asked.pk}/", {"status": "answered", "name": "Another", "phone": "01632 960 999"})

    asked.refresh_from_db()
    assert (asked.name, asked.phone) == ("Gran Testperson", "01632 960 555")


def test_the_longest_waiting_stands_first(client, asked, sign_in):
    callbacks.store(DETAILS | {"name": "Second Testperson"}, "other")
    Callback.objects.filter(pk=asked.pk).update(status="answered")
    sign_in(NAVIGATORS)

    html = client.get(LIST).content.decode()

    assert html.index("Second Testperson") < html.index("Gran Testperson")


@pytest.mark.parametrize("role", [*MAY_RING, SECTION_EDITORS])
def test_nobody_makes_up_a_request(client, asked, sign_in, role):
    sign_in(role)

    assert client.get(f"{LIST}new/").status_code == 302


@pytest.mark.parametrize(("role", "left"), [(NAVIGATORS, 1), (KINSHIP_LEAD, 0), (ADMINISTRATORS, 0)])
def test_the_lead_and_administrators_delete_when_somebody_asks_us_to(client, asked, sign_in, role, left):
    sign_in(role)

    client.post(f"{LIST}delete/{asked.pk}/")

    assert Callback.objects.count() == left


def test_the_history_keeps_nothing_of_the_person(client, asked, sign_in):
    sign_in(KINSHIP_LEAD)
    client.post(f"{LIST}edit/{asked.pk}/", {"status": "answered"})
    client.post(f"{LIST}delete/{asked.pk}/")

    entries = str(list(ModelLogEntry.objects.values()))
    assert "Request" in entries
    assert "Gran" not in entries
    assert "960 555" not in entries


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_every_officer_reads_what_readers_say(client, asked, sign_in, section, role):
    page = factories.make_guide(section, title="Beds and basics")
    Feedback.objects.create(page=page, answer="no", sentence="Say what it costs.")
    for _number in range(2):
        Feedback.objects.create(page=page, answer="yes")
    sign_in(role)

    assertContains(client.get(ANSWERS), "Say what it costs.")
    counts = client.get(COUNTS)
    assertContains(counts, "Beds and basics")
    row = counts.context["object_list"][0]
    assert (row.yes, row.no, row.said) == (2, 1, 1)


@pytest.mark.parametrize("url", [ANSWERS, COUNTS, f"{ANSWERS}results/"])
def test_strangers_read_no_answers(client, asked, url):
    assert client.get(url).status_code == 302


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_nobody_changes_an_answer(client, asked, sign_in, section, role):
    kept = Feedback.objects.create(page=section, answer="no")
    sign_in(role)

    client.post(f"{ANSWERS}edit/{kept.pk}/", {"answer": "yes"})
    client.post(f"{ANSWERS}new/", {"answer": "yes"})

    assert [feedback.answer for feedback in Feedback.objects.all()] == ["no"]


def test_the_lists_cost_the_same_however_many(client, asked, sign_in, section, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    user = sign_in(KINSHIP_LEAD)
    page = factories.make_guide(section)

    def cost(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    Feedback.objects.create(page=page, answer="no")
    Callback.objects.update(answered_by=user, status="answered")
    few = [cost(url) for url in (LIST, ANSWERS, COUNTS)]
    for number in range(8):
        callbacks.store(DETAILS, f"token {number}")
        Feedback.objects.create(page=factories.make_guide(section), answer="no")
    Callback.objects.update(answered_by=user, status="answered")

    assert [cost(url) for url in (LIST, ANSWERS, COUNTS)] == few


def test_officers_set_the_hours_the_days_and_the_way_out(client, asked, sign_in):
    sign_in(KINSHIP_LEAD)
    call_command("set_up_roles")

    response = client.get("/cms/settings/pages/councilsettings/", follow=True)

    for words in ("When Navigators answer the phone", "Days when nobody answers", "bank holidays", "goes to"):
        assertContains(response, words)
