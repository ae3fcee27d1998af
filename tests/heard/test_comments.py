"""The open form to comment: no cookie, no name, nothing lost, and nothing published."""

import datetime
import logging

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from pages.heard.comment import Comment
from tests import factories
from tests.html import parse

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def a_quiet_hour(time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")


@pytest.fixture
def have_your_say(home):
    return factories.make_have_your_say(home)


def fields_of(client, url):
    """What a browser would send from the form on a page."""
    form = next(form for form in parse(client.get(url)).iter("form") if form.get("action") == "/comment/")
    return {field.get("name"): field.get("value", "") for field in form.iter("input")}


def say(client, have_your_say, text="More groups in the evening, please.", **fields):
    return client.post("/comment/", fields_of(client, have_your_say.url) | {"text": text, "role": ""} | fields)


def test_a_comment_from_the_page_is_kept_with_its_day_and_nothing_of_who_wrote(client, have_your_say):
    response = say(client, have_your_say, role="kinship-carers")

    assert response["Location"] == "/comment/thanks/"
    assertContains(client.get(response["Location"]), "Thank you for telling us")
    kept = Comment.objects.get()
    assert (kept.text, kept.role, kept.day) == ("More groups in the evening, please.", "kinship-carers", TODAY)


def test_it_is_never_published(client, have_your_say):
    say(client, have_your_say)

    for url in (have_your_say.url, "/comment/", "/comment/thanks/", "/search/?q=groups+evening"):
        assertNotContains(client.get(url), "More groups in the evening, please.")


def test_no_cookie_is_set_and_none_is_asked_for(have_your_say):
    client = Client(enforce_csrf_checks=True)

    assert say(client, have_your_say).status_code == 302
    assert not client.cookies


def test_the_form_warns_not_to_give_names(client, have_your_say):
    for url in (have_your_say.url, "/comment/"):
        assertContains(client.get(url), "Please give no names, numbers or addresses")


def test_contact_details_are_taken_out_before_it_is_kept(client, have_your_say):
    say(client, have_your_say, "Ring me on 01709 382121.\nI live at S60 1AE, gran@example.org")

    assert Comment.objects.get().text == "[…].\nI live at […], […]"


def test_names_and_addresses_in_words_are_taken_out_before_it_is_kept(client, have_your_say):
    say(client, have_your_say, "My grandson Zaphod loved it.\n\nWrite to gran at example dot org")

    assert Comment.objects.get().text == "My grandson […] loved it.\nWrite to […]"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "  "}, "Write what you want to tell us."),
        ({"text": "x" * 1501}, "Make it shorter: 1500 characters at most."),
        ({"role": "nonsense"}, "Pick one of the list, or leave it."),
        ({"leave_empty": "https://spam.example"}, "It is empty again: please send once more."),
        ({"stamp": "forged"}, "This page had been open for a long time."),
        ({"stamp": ""}, "This page had been open for a long time."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, have_your_say, fields, words):
    typed = {"text": "More groups.", "role": "kinship-carers"} | fields
    response = say(client, have_your_say, **typed)

    assertContains(response, words)
    assertContains(response, 'role="alert"')
    assert typed["text"].strip() in response.text
    if typed["role"] == "kinship-carers":
        assertContains(response, '<option value="kinship-carers" selected>')
    assert not Comment.objects.exists()


def test_an_old_form_can_be_sent_once_more(client, have_your_say, time_machine):
    fields = fields_of(client, have_your_say.url) | {"text": "More groups."}
    time_machine.move_to("2026-11-25T12:00:00Z")

    response = client.post("/comment/", fields)
    assertContains(response, "Please send it once more.")
    renewed = next(field for field in parse(response).iter("input") if field.get("name") == "stamp").get("value")

    assert client.post("/comment/", fields | {"stamp": renewed}).status_code == 302
    assert Comment.objects.count() == 1


def test_the_same_words_sent_twice_are_kept_once(client, have_your_say):
    say(client, have_your_say)

    assert say(client, have_your_say).status_code == 302
    assert Comment.objects.count() == 1


def test_one_address_may_send_only_so_many_and_loses_nothing(client, have_your_say):
    codes = [say(client, have_your_say, f"Comment {number}").status_code for number in range(10)]
    response = say(client, have_your_say, "One too many.")

    assert codes == [302] * 10
    assertContains(response, "One too many.", status_code=429)
    assert Comment.objects.count() == 10


def test_a_database_that_is_down_loses_nothing_and_logs_no_word(client, have_your_say, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise DatabaseError("row: More groups in the evening")

    monkeypatch.setattr(Comment.objects, "create", fail)
    with caplog.at_level(logging.DEBUG):
        response = say(client, have_your_say)

    assertContains(response, "More groups in the evening, please.", status_code=503)
    assert "could not be stored: DatabaseError" in caplog.text
    assert "evening" not in caplog.text


def test_the_page_with_the_form_keeps_its_etag_for_the_day(client, have_your_say, time_machine):
    etag = client.get(have_your_say.url)["ETag"]
    time_machine.move_to(f"{TODAY}T20:00:00Z")

    assert client.get(have_your_say.url, headers={"If-None-Match": etag}).status_code == 304


def test_search_engines_are_kept_away_from_what_follows(client, have_your_say):
    for url in ("/comment/", "/comment/thanks/"):
        assertContains(client.get(url), 'content="noindex"')


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(fields=st.dictionaries(st.sampled_from(["text", "role", "stamp", "leave_empty"]), st.text(max_size=80)))
def test_whatever_is_sent_gets_an_answer(client, have_your_say, fields):
    cache.clear()
    good = {"stamp": fields_of(client, have_your_say.url)["stamp"]}

    assert client.post("/comment/", fields).status_code in {200, 302}
    assert client.post("/comment/", fields | good).status_code in {200, 302}
