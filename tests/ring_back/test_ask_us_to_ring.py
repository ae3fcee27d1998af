"""The form with which somebody asks to be rung."""

import datetime
import logging

import pytest
import time_machine as clock
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.core.content_version import ContentVersion
from pages.core.vocabulary import NEEDS
from pages.council.opening_model import OpeningHours
from pages.ring_back import callbacks
from pages.ring_back.model import Callback
from pages.ring_back.stamp import new_stamp
from tests import factories
from tests.html import parse

URL = "/ask-us-to-ring/"
TYPED = {
    "name": "Gran Testperson",
    "way": "ring",
    "phone": "01632 960 555",
    "best_time": "morning",
    "topic": "allowances",
    "consent": "on",
}


def stamp(seconds=60):
    """A stamp from a form that was opened so long ago."""
    with clock.travel(timezone.now() - datetime.timedelta(seconds=seconds), tick=False):
        return new_stamp()


def send(client, **changes):
    fields = {"stamp": stamp()} | TYPED | changes
    return client.post(URL, {name: value for name, value in fields.items() if value is not None})


def test_what_is_sent_is_kept(client, home):
    send(client)

    request = Callback.objects.get()
    assert (request.name, request.phone, request.email) == ("Gran Testperson", "01632 960 555", "")
    assert (request.best_time, request.topic, request.status) == ("morning", "allowances", "waiting")
    assert (request.asked_by, request.way, request.language) == ("carer", "ring", "")


@pytest.mark.parametrize("way", ["ring", "text", "relay", "bsl"])
def test_a_call_a_text_relay_and_bsl_need_a_number_and_keep_no_e_mail(client, home, way):
    assertContains(send(client, way=way, phone="", email="gran@example.org"), "Type the number that we can use.")
    send(client, way=way, email="gran@")  # stands in a field that is folded away

    request = Callback.objects.get()
    assert (request.way, request.phone, request.email) == (way, "01632 960 555", "")


def test_an_e_mail_needs_an_address_and_keeps_no_number_and_no_time(client, home):
    assertContains(send(client, way="email"), "Type your e-mail")
    send(client, way="email", phone="12", email="gran@example.org", best_time="midnight")

    request = Callback.objects.get()
    assert (request.way, request.phone, request.email) == ("email", "", "gran@example.org")
    assert request.best_time == "any"


@pytest.mark.parametrize("way", ["ring", "text", "email", "relay", "bsl"])
def test_an_interpreter_goes_with_every_way_and_needs_a_language(client, home, way):
    reach = {"way": way, "email": "gran@example.org", "interpreter": "on"}
    response = send(client, **reach)
    assertContains(response, "Tell us which language")
    assertContains(response, 'href="#id_language"')

    send(client, **reach, language="پنجابی")
    request = Callback.objects.get()
    assert (request.way, request.language) == (way, "پنجابی")


def test_who_names_a_language_wants_an_interpreter_ticked_or_not(client, home):
    send(client, language="Polish")

    assert Callback.objects.get().language == "Polish"


def test_needs_are_listed_in_the_words_of_carers_without_what_must_not_wait(client, home):
    topic = next(e for e in parse(client.get(URL)).iter("select") if e.get("name") == "topic")
    needs = {option.get("value"): option.text for option in topic}

    assert needs["family-time"] == "Seeing parents and family"
    assert needs["allowances"] == "Money from Testham Council"
    assert {"urgent-help", "contact-us"} & set(needs) == set()
    assert len(needs) == len(NEEDS) - 1


def test_it_is_mailed_once_the_answer_has_gone(client, home, mailoutbox):
    navigators = home.get_site().councilsettings.navigators
    navigators.email = "navigators@example.gov.uk"
    navigators.save()
    send(client)

    assert len(mailoutbox) == 1
    assert Callback.objects.get().mailed_at


def test_no_mail_server_and_no_address_are_no_error_for_the_visitor(client, home, caplog):
    assert send(client).status_code == 302
    assert "Gran" not in caplog.text


def test_the_form_and_the_thanks_say_by_which_day_they_hear_from_us(client, home, time_machine):
    for day in ("monday", "friday"):
        OpeningHours.objects.create(
            settings=home.get_site().councilsettings, day=day, opens=datetime.time(9), closes=datetime.time(17)
        )
    ContentVersion.bump()
    time_machine.move_to("2026-12-04T10:00:00Z")  # a Friday

    promised = "You hear from us by the end of <b>Monday 7 December</b>."
    assertContains(client.get(URL), promised)
    assertContains(client.get(URL), "When we are open: Monday and Friday, 9am to 5pm.")
    response = send(client, stamp=stamp())
    time_machine.move_to("2026-12-09T10:00:00Z")  # looked at again later, it says the same

    assertContains(client.get(response["Location"]), promised)


def test_the_form_promises_no_day_while_nobody_has_said_when_we_are_open(client, home):
    response = client.get(URL)

    assertContains(response, "You hear from us as soon as we can.")
    assertNotContains(response, "if you send this today")


@pytest.mark.parametrize(
    ("way", "said"),
    [("ring", "We will ring you"), ("text", "We will text you"), ("email", "We will write to you"),
     ("relay", "with Relay UK"), ("bsl", "in British Sign Language")],
)  # fmt: skip
def test_thanks_say_how_we_get_in_touch(client, home, way, said):
    response = send(client, way=way, email="gran@example.org")

    assertContains(client.get(response["Location"]), f"Thank you. {said}" if said.startswith("We") else said)


@pytest.mark.parametrize("query", ["", "?by=2027-01-01", "?by=2027-01-01_ring:forged", "?by=%00"])
def test_thanks_promise_no_day_that_we_have_not_said(client, home, query):
    assertContains(client.get(f"{URL}thanks/{query}"), "as soon as we can")


def test_posting_twice_makes_one_request(client, home):
    same = stamp()
    first, second = send(client, stamp=same), send(client, stamp=same)

    assert Callback.objects.count() == 1
    assert first["Location"] == second["Location"]


@pytest.mark.parametrize(
    ("changes", "said", "field"),
    [
        ({"name": ""}, "Tell us what to call you.", "name"),
        ({"name": "x" * 81}, "Make it shorter: 80 characters at most.", "name"),
        ({"way": None}, "Pick how we may reach you.", "way_0"),
        ({"way": "pigeon"}, "Pick one of these ways to reach you.", "way_0"),
        ({"phone": ""}, "Type the number that we can use.", "phone"),
        ({"phone": "12345"}, "Check the number.", "phone"),
        ({"phone": "call me at noon"}, "Check the number.", "phone"),
        ({"way": "email", "email": "gran@"}, "Check the e-mail.", "email"),
        ({"language": "x" * 61}, "Make it shorter: 60 characters at most.", "language"),
        ({"best_time": None}, "Pick a time.", "best_time_0"),
        ({"best_time": "midnight"}, "Pick one of these times.", "best_time_0"),
        ({"topic": "nonsense"}, "Pick one of the list", "topic"),
        ({"consent": None}, "Tick the box", "consent"),
    ],
)
def test_an_error_keeps_what_was_typed_and_leads_to_its_field(client, home, changes, said, field):
    response = send(client, **changes)

    assert Callback.objects.count() == 0
    assertContains(response, said)
    assertContains(response, f'href="#id_{field}"')
    assert f'id="id_{field}"' in response.content.decode()
    for name in {"name", "phone"} - set(changes):
        assertContains(response, f'value="{TYPED[name]}"')
    if "topic" not in changes:
        assertContains(response, '<option value="allowances" selected>')


@pytest.mark.parametrize("filled", ["https://spam.example", "0", "x" * 10_000])
def test_whose_browser_filled_the_hidden_box_only_sends_once_more(client, home, filled):
    response = send(client, leave_empty=filled)

    assert Callback.objects.count() == 0
    assertContains(response, "It is empty again: please send once more.")
    fields = {e.get("name"): e.get("value", "") for e in parse(response).iter("input") if e.get("type") != "radio"}
    assert (fields["name"], fields["phone"], fields["leave_empty"]) == (TYPED["name"], TYPED["phone"], "")

    assert send(client, leave_empty=fields["leave_empty"]).status_code == 302
    assert Callback.objects.count() == 1


def test_browsers_and_password_managers_have_no_reason_to_fill_the_hidden_box(client, home):
    """Words from Chromium's and Firefox's own lists, by which they know what a field is for."""
    box = next(e for e in parse(client.get(URL)).iter("input") if e.get("name") == "leave_empty")
    label = next(e for e in parse(client.get(URL)).iter("label") if e.get("for") == box.get("id"))
    seen = " ".join([box.get("name"), box.get("id"), label.text]).lower()

    known = "name mail tel phone mobile fax address street city town state country zip post company organi website url"
    assert [word for word in f"{known} card user login pass search title age birth".split() if word in seen] == []
    assert box.get("autocomplete") == "off"
    assert {"data-1p-ignore", "data-bwignore", "data-lpignore"} <= set(box.attrib)


def test_errors_are_announced_and_take_the_focus(client, home):
    tree = parse(send(client, name=""))

    summary = next(element for element in tree.iter("div") if element.get("class") == "errors")
    assert (summary.get("role"), summary.get("tabindex"), "autofocus" in summary.attrib) == ("alert", "-1", True)
    assert tree.find(".//title").text.startswith("Not sent yet:")


def test_each_wrong_field_is_tied_to_its_error(client, home):
    tree = parse(send(client, name=""))

    field = next(element for element in tree.iter("input") if element.get("name") == "name")
    assert field.get("aria-invalid") == "true"
    assert "id_name_error" in field.get("aria-describedby")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: stamp(0), "That was very quick."),
        (lambda: stamp(25 * 60 * 60), "open for a long time"),
        (lambda: "", "open for a long time"),
        (lambda: "forged:stamp:here", "open for a long time"),
    ],
)
def test_a_form_sent_too_fast_or_too_late_asks_once_more_and_keeps_everything(client, home, made, said, time_machine):
    time_machine.move_to("2026-12-02T10:00:00Z", tick=False)
    response = send(client, stamp=made())

    assert Callback.objects.count() == 0
    assertContains(response, said)
    assertContains(response, 'value="Gran Testperson"')

    again = next(e.get("value") for e in parse(response).iter("input") if e.get("name") == "stamp")
    time_machine.move_to("2026-12-02T10:01:00Z", tick=False)
    assert send(client, stamp=again).status_code == 302


def test_one_address_may_ask_only_so_often_and_is_told_to_ring(client, home):
    for number in range(10):
        assert send(client, phone=f"01632 960 5{number:02}").status_code == 302

    response = send(client, phone="01632 960 599")

    assert response.status_code == 429
    assertContains(response, "01632 960 599", status_code=429)
    assertContains(response, 'href="tel:01632960123"', status_code=429)
    assert Callback.objects.count() == 10


def test_another_address_is_not_held_up(client, home):
    for number in range(11):
        send(client, phone=f"01632 960 5{number:02}")

    fields = {"stamp": stamp()} | TYPED
    assert client.post(URL, fields, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_visitor_cannot_pass_for_another_address(client, home):
    for number in range(11):
        fields = {"stamp": stamp()} | TYPED | {"phone": f"01632 960 5{number:02}"}
        response = client.post(URL, fields, headers={"X-Forwarded-For": f"192.0.2.{number}"})

    assert response.status_code == 429


def test_behind_our_proxy_each_visitor_counts_alone(client, home, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(11):
        fields = {"stamp": stamp()} | TYPED | {"phone": f"01632 960 5{number:02}"}
        response = client.post(URL, fields, headers={"X-Forwarded-For": f"10.0.0.1, 192.0.2.{number}"})

    assert response.status_code == 302


def test_no_address_is_kept(client, home):
    fields = {"stamp": stamp()} | TYPED
    client.post(URL, fields, REMOTE_ADDR="192.0.2.77")

    assert "192.0.2.77" not in str(cache._cache) + str(Callback.objects.values())


def test_a_cache_that_is_down_turns_nobody_away(client, home, monkeypatch):
    def fail(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr("django.core.cache.backends.locmem.LocMemCache.add", fail)

    assert send(client).status_code == 302


def test_a_database_that_is_down_loses_nothing_typed_and_gives_the_number(client, home, monkeypatch, caplog):
    def fail(**fields):
        raise DatabaseError(f"Failing row contains {fields}")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(Callback.objects, "create", fail)
    response = send(client)

    assert response.status_code == 503
    assertContains(response, "We could not save this.", status_code=503)
    assertContains(response, 'value="Gran Testperson"', status_code=503)
    assertContains(response, "tel:01632960123", status_code=503)
    assert "Gran" not in caplog.text


def test_what_was_typed_is_hidden_from_error_reports(client, home, monkeypatch, rf):
    from django.views.debug import SafeExceptionReporterFilter

    def fail(details, token):
        raise RuntimeError

    monkeypatch.setattr(callbacks, "store", fail)
    client.raise_request_exception = False
    response = send(client)

    assert response.status_code == 500
    shown = SafeExceptionReporterFilter().get_post_parameters(response.wsgi_request)
    assert "Gran Testperson" not in str(shown)


def test_the_form_page_is_never_stored_by_a_browser(client, home):
    assert "no-store" in client.get(URL)["Cache-Control"]
    assert "no-store" in send(client, name="")["Cache-Control"]


def test_a_cookie_is_set_where_the_form_is_and_nowhere_else(client, home, section):
    guide = factories.make_guide(section)

    for url in ("/", section.url, guide.url, "/search/?q=money", f"{URL}thanks/", "/useful/thanks/"):
        response = client.get(url)
        assert not response.cookies, url
    assert set(client.get(URL).cookies) == {"csrftoken"}


def test_a_post_without_the_cookie_is_refused_kindly(home):
    response = Client(enforce_csrf_checks=True).post(URL, {"stamp": stamp()} | TYPED)

    assertContains(response, "What you typed should still be there", status_code=403)
    assert Callback.objects.count() == 0


def test_a_topic_in_the_address_is_chosen_already(client, home):
    assertContains(client.get(f"{URL}?topic=allowances"), '<option value="allowances" selected>')
    assertNotContains(client.get(f"{URL}?topic=<script>"), "<script>\n")


def test_the_form_says_how_long_we_keep_it(client, home):
    council = home.get_site().councilsettings
    council.callbacks_kept_days = 30
    council.save()

    assertContains(client.get(URL), "You delete it after 30 days.")


def test_thanks_follow_with_a_redirect_that_tells_nothing_of_the_person(client, home):
    response = send(client)

    assertRedirects(response, response["Location"], status_code=302)
    assert response["Location"].startswith(f"{URL}thanks/?by=_ring")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(
    fields=st.dictionaries(
        st.sampled_from(
            [
                "name",
                "way",
                "phone",
                "email",
                "language",
                "interpreter",
                "best_time",
                "topic",
                "consent",
                "leave_empty",
                "stamp",
            ]
        ),
        st.text(max_size=120) | st.sampled_from(["\0", "x" * 10_000, "‮مرحبا", "' OR 1=1 --", "<script>", "👵🏽"]),
    )
)
def test_whatever_is_sent_gets_an_answer(client, home, fields):
    cache.clear()
    response = client.post(URL, fields)

    assert response.status_code in {200, 302}
