"""Answering a consultation online: without an account or a cookie, nothing lost, and nobody named in what is kept."""

import datetime
import io

import pypdf
import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.test.utils.form_data import querydict_from_html

from pages.consultation import public_views
from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.council.model import CouncilSettings
from tests import factories
from tests.consultation.making import CLOSES, OPENS, make_consultation
from tests.html import parse

URL = "/have-your-say/asked/first-weeks/"


@pytest.fixture(autouse=True)
def while_it_is_open(time_machine):
    cache.clear()
    time_machine.move_to("2026-11-10T12:00:00Z")


@pytest.fixture
def consultation(home):
    return make_consultation()


def name_of(consultation, words):
    return f"question-{consultation.questions.get(words=words).pk}"


def stamp_of(client, url=URL):
    return next(field.get("value") for field in parse(client.get(url)).iter("input") if field.get("name") == "stamp")


def answer(client, consultation, text, url=URL, **fields):
    question = consultation.questions.get(kind="open", asks="children" if url.endswith("children/") else "carers")
    stamp = fields.pop("stamp", None) or stamp_of(client, url)
    return client.post(url, {f"question-{question.pk}": text, "role": "", "stamp": stamp} | fields)


def test_an_answer_is_kept_with_the_day_and_the_role_and_nothing_of_who_wrote(client, consultation):
    response = answer(client, consultation, "Longer hours, please.", role="kinship-carers")

    assert response["Location"] == f"{URL}thanks/"
    kept = ConsultationAnswer.objects.get()
    assert (kept.role, kept.asks, kept.on_paper, kept.state) == ("kinship-carers", "carers", False, "new")
    assert [part.words for part in kept.parts.all()] == ["Longer hours, please."]


def test_no_cookie_is_set_and_none_is_asked_for(consultation):
    client = Client(enforce_csrf_checks=True)

    assert answer(client, consultation, "Longer hours.").status_code == 302
    assert not client.cookies


def test_names_are_taken_out_before_anything_is_kept(client, consultation):
    answer(client, consultation, "My name is Sarah Jones of S60 1AE and 12 Acacia Road.")

    assert AnswerPart.objects.get().words == "My name is […] of […] and […]."
    assertContains(client.get(f"{URL}thanks/"), "We take out names, numbers and addresses")


def test_characters_that_nobody_sees_are_not_kept(client, consultation):
    answer(client, consultation, "Longer\x08 hours\x1f, please.")

    assert AnswerPart.objects.get().words == "Longer hours, please."


def test_a_child_answers_on_a_page_of_its_own_that_can_be_left_at_once(client, consultation):
    response = client.get(f"{URL}children/")

    assertContains(response, "We want to know what helps you.")
    assertContains(response, "What would make things better?")
    assertNotContains(response, "What helps you most?")
    assert answer(client, consultation, "A bigger room.", f"{URL}children/").status_code == 302
    assert ConsultationAnswer.objects.get().role == "children"


def test_the_childrens_page_has_the_button_to_leave(client, consultation):
    settings = CouncilSettings.objects.get()
    settings.leave_address = "https://www.bbc.co.uk/weather"
    settings.save()

    assertContains(client.get(f"{URL}children/"), "data-leave")
    assertNotContains(client.get(URL), "data-leave")


def test_the_same_form_sent_twice_is_kept_once_and_two_people_may_say_the_same(client, consultation):
    stamp = stamp_of(client)
    for _time in range(2):
        assert answer(client, consultation, "Longer hours.", stamp=stamp).status_code == 302
    assert ConsultationAnswer.objects.count() == 1

    answer(client, consultation, "Longer hours.")
    assert ConsultationAnswer.objects.count() == 2


def test_every_question_may_be_left_empty_but_not_all(client, consultation):
    assertContains(answer(client, consultation, "  "), "Answer one question at least")
    assert not ConsultationAnswer.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"role": "nonsense"}, "Pick one of the list, or leave it."),
        ({"leave_empty": "https://spam.example"}, "It is empty again: please send once more."),
        ({"stamp": "nonsense"}, "This page had been open for a long time."),
    ],
)
def test_whoever_is_stopped_is_told_why_and_keeps_what_they_typed(client, consultation, fields, words):
    response = answer(client, consultation, "Longer hours, please.", **fields)

    assertContains(response, words)
    assertContains(response, "Longer hours, please.")
    assert not ConsultationAnswer.objects.exists()


def test_too_long_an_answer_and_an_unknown_choice_are_refused(client, consultation):
    assertContains(answer(client, consultation, "x" * 1501), "Make it shorter: 1500 characters at most.")
    choice = {name_of(consultation, "When should we open?"): "Never"}
    assertContains(answer(client, consultation, "Yes", **choice), "Pick one of these, or leave it.")


def test_so_many_an_hour_from_one_place(client, consultation, monkeypatch):
    monkeypatch.setattr(public_views, "MOST_AN_HOUR", 1)

    assert answer(client, consultation, "One.").status_code == 302
    response = answer(client, consultation, "Two, which is not lost.")
    assertContains(response, "Two, which is not lost.", status_code=429)


def test_a_database_that_is_down_loses_nothing_and_logs_no_word(client, consultation, monkeypatch, caplog):
    def fails(*args, **kwargs):
        raise DatabaseError("the row: Longer hours")

    monkeypatch.setattr(ConsultationAnswer.objects, "create", fails)
    response = answer(client, consultation, "Longer hours")

    assertContains(response, "Longer hours", status_code=503)
    assert "Longer hours" not in caplog.text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (OPENS - datetime.timedelta(days=1), "You can answer from 1 November 2026 to 30 November 2026."),
        (CLOSES + datetime.timedelta(days=1), "The last day to answer was 30 November 2026."),
    ],
)
def test_before_and_after_the_page_says_when_and_takes_nothing(client, consultation, time_machine, day, words):
    stamp = stamp_of(client)
    time_machine.move_to(f"{day}T12:00:00Z")

    assertContains(client.get(URL), words)
    assertContains(answer(client, consultation, "Late.", stamp=stamp), words)
    assert not ConsultationAnswer.objects.exists()


def test_a_consultation_held_elsewhere_has_no_form(client, home):
    make_consultation(only_elsewhere=True, elsewhere="At the Thursday group on 5 November 2026.")

    response = client.get(URL)
    assertContains(response, "At the Thursday group on 5 November 2026.")
    assertNotContains(response, "Send your answers")


def test_one_that_never_was_is_not_found(client, consultation):
    assert client.get("/have-your-say/asked/nothing/").status_code == 404


def test_have_your_say_names_what_is_open_and_what_comes_next(client, home, consultation):
    page = factories.make_have_your_say(home)
    make_consultation(title="Groups", slug="groups", opens=datetime.date(2027, 1, 4), closes=datetime.date(2027, 1, 31))

    response = client.get(page.url)
    assertContains(response, URL)
    assertContains(response, "Next: “Groups”, from 4 January 2027 to 31 January 2027.")


@pytest.mark.parametrize("path", ["sheet.pdf", "children/sheet.pdf"])
def test_the_questions_come_on_paper(client, consultation, path, tmp_path, faults_of):
    response = client.get(f"{URL}{path}")
    sheet = tmp_path / "sheet.pdf"
    sheet.write_bytes(response.content)

    assert response["Content-Type"] == "application/pdf"
    assert faults_of(sheet) == []
    reader = pypdf.PdfReader(sheet)
    assert len(reader.pages) <= 2
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "1 Test Street" in text and "no names" in text


def test_the_questions_come_on_paper_until_the_last_day(client, consultation, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")

    assert client.get(f"{URL}sheet.pdf")["Location"] == URL


def test_the_sheet_says_where_to_hand_it_in(client, consultation):
    navigators = CouncilSettings.objects.get().navigators
    navigators.address = "Town Hall, 2 High Street"
    navigators.save()
    reader = pypdf.PdfReader(io.BytesIO(client.get(f"{URL}sheet.pdf").content))

    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Or hand it in here: Town Hall, 2 High Street" in text


def test_what_somebody_else_says_with_the_same_form_is_kept_too(client, consultation):
    stamp = stamp_of(client)

    answer(client, consultation, "Longer hours.", stamp=stamp)
    answer(client, consultation, "Shorter forms.", stamp=stamp)

    assert set(AnswerPart.objects.values_list("words", flat=True)) == {"Longer hours.", "Shorter forms."}


def test_a_stamp_with_an_unseen_character_only_asks_to_send_again(client, consultation):
    response = answer(client, consultation, "Longer hours.", stamp="a\0b")

    assertContains(response, "Please send it once more.")
    methods = [form.get("method") for form in parse(response).iter("form")]
    data = querydict_from_html(response.text, form_index=methods.index("post"))
    assert client.post(URL, data).status_code == 302
    assert AnswerPart.objects.get().words == "Longer hours."
