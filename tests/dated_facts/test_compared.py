"""Whoever compares two versions of a page sees that the day or the source of a sentence changed, and the amounts."""

import json

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import KINSHIP_LEAD
from pages.dated_facts.compared import as_compared
from tests import factories
from tests.cms import make_officer

pytestmark = pytest.mark.django_db

OLD = '<span data-until="2028-03-31" data-source="GOV.UK" data-source-url="https://www.gov.uk/a">Open.</span>'
KEY = "0e5f8c1a-0000-4000-8000-000000000001"
NEW = OLD.replace("2028-03-31", "2029-03-31")


def comparison(client, page, **changed):
    """The screen on which two versions of a page are compared."""
    versions = []
    for fields in ({}, changed):
        for name, value in fields.items():
            setattr(page, name, value)
        versions.append(page.save_revision())
    client.force_login(make_officer(KINSHIP_LEAD))
    return client.get(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, *(each.pk for each in versions)]))


def kept(kind, **value):
    """A stream of one block as the database keeps it: with its key, by which two versions of it are compared."""
    return json.dumps([{"type": kind, "value": value, "id": KEY}])


def text(html):
    return kept("text", text=f"<p>{html}</p>")


def assert_day_changed(screen):
    changed = '<span class="deletion">2028</span><span class="addition">2029</span>'
    assertContains(screen, f"Open. [right until 31 March {changed}: GOV.UK, https://www.gov.uk/a]")


def test_a_new_day_in_a_block_is_seen(client, section):
    page = factories.make_guide(section, body=text(OLD))

    assert_day_changed(comparison(client, page, body=text(NEW)))


def test_a_new_day_in_a_step_is_seen(client, section):
    page = factories.make_support(section, steps=kept("step", lead="Ask", text=f"<p>{OLD}</p>"))

    assert_day_changed(comparison(client, page, steps=kept("step", lead="Ask", text=f"<p>{NEW}</p>")))


def test_a_new_day_in_a_field_is_seen(client, section):
    page = factories.make_support(section, cost=f"<p>{OLD}</p>")

    assert_day_changed(comparison(client, page, cost=f"<p>{NEW}</p>"))


def test_a_block_that_is_new_says_its_day(client, section):
    page = factories.make_guide(section, body=[])

    assertContains(comparison(client, page, body=text(OLD)), "Open. [right until 31 March 2028: GOV.UK")


def test_an_amount_in_a_field_is_seen(client, section):
    fact = factories.make_fact()
    page = factories.make_support(section, cost="<p>You get nothing.</p>")

    screen = comparison(client, page, cost=f'<p>You get <embed embedtype="fact" id="{fact.pk}"/>.</p>')

    assertContains(screen, "£26.05 a week")
    assertNotContains(screen, "right until")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (f"<p>Ask. {OLD} Ring.</p>", "Ask. Open. [right until 31 March 2028: GOV.UK, https://www.gov.uk/a] Ring."),
        (
            '<p><span data-until="2028-03-31" data-source="A letter">Now.</span></p>',
            "Now. [right until 31 March 2028: A letter]",
        ),
        ('<p><span data-until="soon" data-source="A">Now.</span></p>', "Now."),
        ("<p>No date &amp; <b>plain</b>.</p>", "No date & plain."),
        (
            '<p><span data-until="2028-03-31" data-source="a &lt;b&gt;">Now.</span></p>',
            "Now. [right until 31 March 2028: a <b>]",
        ),
        ("", ""),
    ],
)
def test_running_text_is_compared_by_its_words_and_what_it_says_of_them(db, html, words):
    assert as_compared(html) == words
