"""A forgotten password: the same answer in the same time, whether anybody has a log-in or not."""

import re
import time

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains

from kinship_offer.mail import mailers
from pages.council.roles import NAVIGATORS
from pages.sign_in.entry import SignInEntry, What
from pages.sign_in.mail import NotMailedError, mail_reset
from tests.cms import make_officer
from tests.sign_in.officers import AT_ONCE, BY_THE_WORKER, MAIL_KEPT, sign_in
from tests.smtp import mail_server

NEW = "four plain words here"


@pytest.fixture
def officer(home):
    return make_officer(NAVIGATORS)


@pytest.fixture(autouse=True)
def mails(settings):
    settings.MAILERS, settings.TASKS = MAIL_KEPT, AT_ONCE


def ask(client, email):
    return client.post("/sign-in/forgotten/", {"email": email})


def link_in(message):
    return re.search(r"http://localhost:8000(/sign-in/new-password/\S+)", message.body)[1]


def choose(client, link, password=NEW):
    address = client.get(link)["Location"]
    return client.post(address, {"password1": password, "password2": password})


def test_a_link_is_mailed_and_a_new_password_chosen(officer, client):
    assert ask(client, officer.email.upper())["Location"] == "/sign-in/forgotten/asked/"
    message = mail.outbox[0]
    assert message.to == [officer.email]
    assert officer.username in message.body

    assert choose(client, link_in(message))["Location"] == "/sign-in/new-password/done/"
    sign_in(client, officer.username, NEW)
    assert client.get("/cms/").status_code == 200
    assert [entry.what for entry in SignInEntry.objects.filter(user=officer).order_by("pk")] == [
        What.RESET_ASKED,
        What.PASSWORD_RESET,
        What.SIGNED_IN,
    ]


def test_the_link_works_once(officer, client):
    ask(client, officer.email)
    link = link_in(mail.outbox[0])
    choose(client, link)

    assertContains(Client().get(link), "This link does not work")


@pytest.mark.parametrize("link", ["1-x", "zzzzzzzzzzzzz-x", "1-set-password", "-x", "1-%00", "é-x"])
def test_a_made_up_link_opens_nothing(officer, client, link):
    response = client.get(f"/sign-in/new-password/{link}/")

    assert response.status_code == 404 or "This link does not work" in response.text


@pytest.mark.parametrize("password", ["short", "kinship1", "kinship12345678", "Testham-Borough-2026", ""])
def test_a_bad_password_is_refused_there(officer, client, password):
    ask(client, officer.email)
    response = choose(client, link_in(mail.outbox[0]), password)

    assert response.status_code == 200
    assert not Client().login(username=officer.username, password=password)


def test_a_new_password_ends_what_somebody_else_has_open(officer, client):
    thief = Client()
    thief.force_login(officer)
    ask(client, officer.email)
    choose(client, link_in(mail.outbox[0]))

    assert thief.get("/cms/").status_code == 302


def test_a_link_opens_nothing_for_a_log_in_that_was_shut(officer, client):
    ask(client, officer.email)
    officer.is_active = False
    officer.save()

    assertContains(client.get(link_in(mail.outbox[0])), "This link does not work")


def test_a_link_leads_to_the_sites_own_address_whatever_a_browser_says(officer, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/sign-in/forgotten/", {"email": officer.email}, headers={"host": "elsewhere.example"})

    assert "elsewhere" not in mail.outbox[0].body
    assert link_in(mail.outbox[0])


@pytest.mark.parametrize("email", ["nobody@example.gov.uk", "demo-admin@demonstration.invalid"])
def test_others_get_the_same_answer_and_no_message(officer, client, email):
    make_officer(NAVIGATORS, "demo-admin", email="demo-admin@demonstration.invalid")
    known, unknown = ask(client, officer.email), ask(client, email)

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in mail.outbox] == [[officer.email]]


def test_a_slow_mail_server_is_not_felt_by_anybody(officer, client, settings):
    """The message waits for the worker, so that no time tells who has a log-in."""
    settings.TASKS = BY_THE_WORKER
    seconds = {}
    with mail_server(hangs=True) as server:
        settings.MAILERS = mailers("MAIL_URL", server.url)
        for email in ("warm-up@example.gov.uk", "nobody@example.gov.uk", officer.email):
            begun = time.monotonic()
            assert ask(client, email).status_code == 302
            seconds[email] = time.monotonic() - begun
        assert not server.someone_waits.is_set()

    assert abs(seconds["nobody@example.gov.uk"] - seconds[officer.email]) < 0.5
    assert DBTaskResult.objects.count() == 3


def test_both_ask_the_database_the_same(officer, client, settings):
    settings.TASKS = BY_THE_WORKER
    ask(client, "warm-up@example.gov.uk")
    asked = []
    for email in ("nobody@example.gov.uk", officer.email):
        with CaptureQueriesContext(connection) as queries:
            ask(client, email)
        asked.append([query["sql"].split()[0] for query in queries])

    assert asked[0] == asked[1]


def test_a_server_that_refuses_lets_the_work_fail_without_a_word_of_the_message(officer, settings, caplog):
    settings.MAILERS = mailers("MAIL_URL", "smtp://127.0.0.1:1")

    with pytest.raises(NotMailedError) as failed:
        mail_reset.func(officer.email)

    assert officer.email not in str(failed.getrepr()) + caplog.text


def test_the_fourth_time_in_an_hour_is_refused_for_known_and_unknown_alike(officer, client):
    for email in (officer.email, "nobody@example.gov.uk"):
        for _ in range(3):
            assert ask(client, email).status_code == 302
        assertContains(ask(client, email), "Try again in 60 minutes.")
    assert len(mail.outbox) == 3


def test_others_who_ask_do_not_shut_the_owner_out(officer, client):
    for _ in range(9):
        ask(Client(REMOTE_ADDR="203.0.113.9"), officer.email)

    assert ask(client, officer.email).status_code == 302
    assert len(mail.outbox) == 4


def test_nobody_is_mailed_without_end_and_all_are_told_that_a_message_may_be_there(officer):
    for number in range(20):
        answer = ask(Client(REMOTE_ADDR=f"203.0.113.{number}"), officer.email)

    assert len(mail.outbox) == 12
    assertContains(answer, "If a message came, the link in the newest one works.")


def test_one_address_cannot_ask_for_everybody(home, client):
    for number in range(10):
        assert ask(client, f"officer-{number}@example.gov.uk").status_code == 302

    assertContains(ask(client, "the-next@example.gov.uk"), "Try again in 60 minutes.")


def test_without_a_mail_server_nothing_is_promised(officer, client, settings):
    settings.MAILERS = {}
    for response in (client.get("/sign-in/forgotten/"), ask(client, officer.email)):
        assertContains(response, "This site sends no e-mail.")
        assertNotContains(response, "We mail you")
    assert not SignInEntry.objects.exists()


@pytest.mark.parametrize("email", ["", "nonsense", "a b@example.gov.uk", "x" * 400 + "@example.gov.uk"])
def test_what_is_no_address_gets_a_plain_answer(home, client, email):
    assertContains(ask(client, email), "That did not work")
    assert not mail.outbox
