"""“Have your say” as officers write it: rows in the page editor, and what readers then see."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import KINSHIP_LEAD
from pages.heard.have_your_say import HaveYourSayPage
from tests import factories
from tests.cms import confirm, make_officer, rows, send_page, text_body

PAGE = "/have-your-say/"


@pytest.fixture
def have_your_say(home):
    return factories.make_have_your_say(home)


@pytest.fixture
def lead():
    client = Client()
    client.force_login(make_officer(KINSHIP_LEAD))
    return client


def test_what_was_said_and_what_was_done_is_published_with_the_page(client, have_your_say, section, lead):
    row = {
        "date": "2026-11-02",
        "who": "Carers at the Thursday group",
        "said": "A later start.",
        "did": "It starts at ten now.",
        "about": str(section.pk),
    }

    sent = send_page(lead, have_your_say, "action-publish", **text_body("Tell us."), **rows("you_said", row))

    assert sent.status_code == 302
    assertNotContains(client.get(PAGE), "A later start.")
    confirm(lead, have_your_say)
    for words in ("Carers at the Thursday group", "A later start.", "It starts at ten now.", f'href="{section.url}"'):
        assertContains(client.get(PAGE), words)


def test_what_was_said_here_leaves_the_national_text_as_it_is(client, have_your_say, section, lead):
    have_your_say.layer, have_your_say.checked_by = "toyland", "Editor of the national text"
    have_your_say.body = [("text", {"text": "<p>Tell us.</p>"})]
    have_your_say.save()
    row = {"date": "2026-11-02", "who": "Carers", "said": "A later start.", "did": "It starts at ten now."}
    part = {"here-count": "0", "here_kept_by": "Kinship team"}

    sent = send_page(lead, have_your_say, "action-publish", **text_body("Tell us."), **rows("you_said", row), **part)

    assert sent.status_code == 302
    confirm(lead, have_your_say)
    page = HaveYourSayPage.objects.get()
    assert page.is_national
    assert page.has_local_part()
    assertContains(client.get(PAGE), "It starts at ten now.")


def test_a_report_with_who_was_asked_is_published_and_listed(client, have_your_say, lead):
    report = factories.make_report(have_your_say, asked=[], title="Asked in autumn", live=False)
    asked = [{"role": "kinship-carers", "number": "9"}, {"role": "children", "number": "4"}]

    sent = send_page(lead, report, "action-publish", **text_body("They want a later start."), **rows("asked", *asked))

    assert sent.status_code == 302
    assertNotContains(client.get(PAGE), "Asked in autumn")
    confirm(lead, report)
    assertContains(client.get(PAGE), "Asked in autumn")
    for words in ("13 people took part", "Kinship carers", "Children in kinship care", "They want a later start."):
        assertContains(client.get(report.url), words)
