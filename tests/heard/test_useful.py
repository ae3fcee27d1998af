"""“Was this page useful?”"""

import datetime
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine as clock
from django.core.cache import cache
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.heard.scrub import scrub
from pages.heard.useful import Feedback
from pages.heard.useful_form import useful_stamp
from pages.visits import tally as counting
from tests import factories
from tests.html import parse


@pytest.fixture
def guide(section):
    return factories.make_guide(section)


def say(client, page, answer="yes", stamp=None, **fields):
    stamp = useful_stamp(page.pk, timezone.localdate()) if stamp is None else stamp
    return client.post(f"/useful/{page.pk}/", {"answer": answer, "stamp": stamp} | fields)


IN_PLACE = {"X-In-Place": "1"}


def signed_in(location):
    """The name of the answer, as the address has it to which the reader comes back."""
    return parse_qs(urlsplit(location).query)["useful"][0]


def sentence_address(response):
    return f"/useful/said/{signed_in(response['Location'])}/"


def test_every_content_page_asks(client, home, section, guide):
    support, information = factories.make_support(section), factories.make_information(home)

    for page in (home, section, guide, support, information):
        assertContains(client.get(page.url), f'action="/useful/{page.pk}/"')


def test_the_form_on_the_page_itself_is_taken(client, guide):
    form = next(f for f in parse(client.get(guide.url)).iter("form") if f.get("action", "").startswith("/useful/"))
    fields = {field.get("name"): field.get("value", "") for field in form.iter("input")}

    response = client.post(form.get("action"), fields | {"answer": "no"})

    assert response.status_code == 302
    assert Feedback.objects.get().answer == "no"


def test_an_answer_is_counted_with_page_and_day_and_nothing_else(client, guide):
    say(client, guide)

    kept = Feedback.objects.get()
    assert (kept.page_id, kept.answer, kept.sentence, kept.day) == (guide.pk, "yes", "", timezone.localdate())


def test_one_sentence_may_follow(client, guide):
    address = sentence_address(say(client, guide, "no"))
    assertContains(client.get(address), "Please give no names, numbers or addresses.")

    response = client.post(address, {"sentence": "  Say what it\ncosts.  "})

    assert response["Location"] == f"{guide.url}?useful=thanks#useful"
    assertContains(client.get(response["Location"]), "Thank you. We read every answer.")
    assert Feedback.objects.get().sentence == "Say what it costs."


def test_who_answers_comes_back_to_the_page_and_is_thanked_in_the_place_of_the_question(client, guide):
    response = say(client, guide)

    assert response["Location"].startswith(f"{guide.url}?useful=")
    assert response["Location"].endswith("#useful")
    page = client.get(response["Location"])
    assertContains(page, "Thank you for telling us.")
    assertContains(page, f'action="{sentence_address(response)}"')
    assertContains(page, 'id="useful"', count=1)
    assertNotContains(page, f'action="/useful/{guide.pk}/"')


def test_an_hour_later_the_page_asks_again(client, guide, time_machine):
    location = say(client, guide)["Location"]
    time_machine.move_to(timezone.now() + datetime.timedelta(minutes=61))

    assertContains(client.get(location), f'action="/useful/{guide.pk}/"')


@pytest.mark.parametrize("said", ["", "forged", "1:x:y", "%00", "٣", "x" * 3000])
def test_an_address_that_names_no_answer_asks_as_ever(client, guide, said):
    assertContains(client.get(f"{guide.url}?useful={said}"), f'action="/useful/{guide.pk}/"')


def test_to_come_back_to_the_page_is_no_visit(client, guide):
    browser = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"}
    location = say(client, guide)["Location"]
    client.get(guide.url, headers=browser)
    client.get(location, headers=browser)

    assert sum(counting.tally._counts.values()) == 1


def test_a_script_gets_only_what_takes_the_questions_place(client, guide):
    fields = {"answer": "no", "stamp": useful_stamp(guide.pk, timezone.localdate())}
    response = client.post(f"/useful/{guide.pk}/", fields, headers=IN_PLACE)

    assertContains(response, "Thank you for telling us.")
    assertNotContains(response, "<html")
    (address,) = re.findall(r'action="(.*?)"', response.text)
    response = client.post(address, {"sentence": "x" * 301}, headers=IN_PLACE)
    assertContains(response, "Make it shorter: 300 characters at most.")
    assertContains(response, "x" * 301)
    response = client.post(address, {"sentence": "Say what it costs."}, headers=IN_PLACE)
    assertContains(response, "Thank you. We read every answer.")
    assertNotContains(response, "<form")
    kept = Feedback.objects.get()
    assert (kept.answer, kept.sentence) == ("no", "Say what it costs.")


def test_a_script_is_told_why_an_answer_was_not_taken(client, guide):
    response = client.post(f"/useful/{guide.pk}/", {"answer": "no", "stamp": "forged"}, headers=IN_PLACE)

    assertContains(response, "We could not take that in.", status_code=400)
    assertNotContains(response, "<html", status_code=400)
    assert not Feedback.objects.exists()


def test_no_cookie_is_set_from_the_page_to_the_thanks(client, guide):
    client.get(guide.url)
    client.get(say(client, guide)["Location"])
    address = sentence_address(say(client, guide))
    client.get(client.post(address, {"sentence": "Good."})["Location"])

    assert not client.cookies


def test_no_cookie_and_no_csrf_token_are_asked_for(guide):
    from django.test import Client

    assert say(Client(enforce_csrf_checks=True), guide).status_code == 302


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Ring me on 01709 382121 please", "Ring me on […] please"),
        ("my mobile is +44 (0)7700 900-123.", "my mobile is […]."),
        ("write to gran.smith+x@example.co.uk", "write to […]"),
        ("I live at S60 1AE", "I live at […]"),
        ("s601ae is us", "[…] is us"),
        ("I am @gran_smith there", "I am […] there"),
        ("There were 3 steps and 24 hours, 2026-27 too", "There were 3 steps and 24 hours, 2026-27 too"),
        ("It costs £1,200 and takes 6 to 8 weeks", "It costs £1,200 and takes 6 to 8 weeks"),
    ],
)
def test_numbers_addresses_and_postcodes_are_taken_out(said, kept):
    assert scrub(said) == kept


def test_a_sentence_is_scrubbed_before_it_is_kept(client, guide):
    address = sentence_address(say(client, guide))
    client.post(address, {"sentence": "I am on 01709 382121"})

    assert Feedback.objects.get().sentence == "I am on […]"


def test_a_name_and_a_number_in_words_are_taken_out_of_a_sentence(client, guide):
    address = sentence_address(say(client, guide))
    client.post(address, {"sentence": "My name is Xanthe Quibble, on oh seven seven double oh nine double oh"})

    assert Feedback.objects.get().sentence == "My name is […], on […]"


def test_a_sentence_that_is_too_long_is_kept_in_the_form(client, guide):
    address = sentence_address(say(client, guide))
    response = client.post(address, {"sentence": "x" * 301})

    assertContains(response, "Make it shorter: 300 characters at most.")
    assertContains(response, "x" * 301)
    assert Feedback.objects.get().sentence == ""


def test_pressing_twice_is_changing_ones_mind(client, guide):
    say(client, guide, "yes")
    say(client, guide, "no")

    assert [kept.answer for kept in Feedback.objects.all()] == ["no"]


@pytest.mark.parametrize(
    "stamp",
    [
        lambda page, today: "",
        lambda page, today: "forged",
        lambda page, today: useful_stamp(page.pk + 1, today),
        lambda page, today: useful_stamp(page.pk, today - datetime.timedelta(days=8)),
        lambda page, today: useful_stamp(page.pk, today + datetime.timedelta(days=1)),
    ],
)
def test_an_answer_without_a_stamp_of_ours_is_not_counted(client, guide, stamp):
    response = say(client, guide, stamp=stamp(guide, timezone.localdate()))

    assertContains(response, "open the page again", status_code=400)
    assert not Feedback.objects.exists()


def test_what_fills_in_the_field_for_machines_is_not_counted(client, guide):
    assert say(client, guide, leave_empty="https://spam.example").status_code == 400
    assert not Feedback.objects.exists()


def test_one_address_may_answer_only_so_often(client, section):
    pages = [factories.make_guide(section) for _number in range(41)]
    codes = [say(client, page).status_code for page in pages]

    assert codes == [302] * 40 + [429]
    assert Feedback.objects.count() == 40


def test_the_stamp_lets_a_browser_keep_its_copy_for_the_day(client, guide, time_machine):
    time_machine.move_to("2026-12-02T09:00:00Z")
    etag = client.get(guide.url)["ETag"]
    time_machine.move_to("2026-12-02T21:00:00Z")

    assert client.get(guide.url, headers={"If-None-Match": etag}).status_code == 304


def test_a_draft_cannot_be_answered_about(client, section):
    draft = factories.make_guide(section, live=False)

    assert say(client, draft).status_code == 404


def test_a_sentence_comes_within_the_hour_or_not_at_all(client, guide):
    with clock.travel(timezone.now() - datetime.timedelta(minutes=61), tick=False):
        address = sentence_address(say(client, guide))

    assert client.get(address)["Location"] == "/useful/thanks/"
    client.post(address, {"sentence": "Late."})
    assert Feedback.objects.get().sentence == ""


def test_nobody_can_write_to_anothers_answer(client, guide):
    say(client, guide)
    pk = Feedback.objects.get().pk

    for said in (str(pk), f"{pk}:x:y", "%00"):
        client.post(f"/useful/said/{said}/", {"sentence": "Mine."})
    assert Feedback.objects.get().sentence == ""


def test_a_cache_that_is_down_still_counts(client, guide, monkeypatch):
    def fail(*args, **kwargs):
        raise ConnectionError

    for name in ("add", "get", "set"):
        monkeypatch.setattr(f"django.core.cache.backends.locmem.LocMemCache.{name}", fail)

    assert say(client, guide).status_code == 302
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize("page", ["x", "-1", "99999999999999999999999", "\0", "1e5", "٣"])
def test_thanks_never_fail(client, home, page):
    assert client.get("/useful/thanks/", {"page": page}).status_code == 200


@pytest.mark.parametrize("page", [1, 99999999999999999999999], ids=["the root of all sites", "none"])
def test_an_answer_about_no_page_is_not_found(client, home, page):
    assert client.post(f"/useful/{page}/", {"answer": "yes"}).status_code == 404
    assert client.get(f"/useful/{page}/").status_code == 404


def test_the_address_that_counts_leads_who_only_opens_it_to_the_page(client, guide):
    assertRedirects(client.get(f"/useful/{guide.pk}/"), guide.url)


def test_search_engines_are_kept_away_from_what_follows(client, guide):
    assertContains(client.get(sentence_address(say(client, guide))), 'content="noindex"')
    assertNotContains(client.get(guide.url), 'content="noindex"')


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    fields=st.dictionaries(st.sampled_from(["answer", "stamp", "leave_empty"]), st.text(max_size=60)),
    sentence=st.text(max_size=400),
)
def test_whatever_is_sent_gets_an_answer(client, guide, fields, sentence):
    cache.clear()
    assert client.post(f"/useful/{guide.pk}/", fields).status_code in {302, 400}
    address = sentence_address(say(client, guide))
    assert client.post(address, {"sentence": sentence}).status_code in {200, 302}
