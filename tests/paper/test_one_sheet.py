"""One sheet for the fridge door: three steps, whom to ring, and the way back to the page."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.content.short_code import ShortCode
from tests.factories import make_guide, make_section, make_support

pytestmark = pytest.mark.django_db

STEPS = [("step", {"lead": f"Do thing {number}.", "text": ""}) for number in range(1, 6)]


@pytest.fixture
def support(home):
    return make_support(make_section(home), title="Beds", steps=STEPS)


def sheet_of(page):
    return f"/one-sheet/{ShortCode.give(page).code}/"


def test_it_has_three_steps_the_number_and_the_code(client, support):
    response = client.get(sheet_of(support))

    assertContains(response, "Do thing 3.")
    assertNotContains(response, "Do thing 4.")
    assertContains(response, "01632 960 123")
    assertContains(response, '<svg class="qr"')
    assertContains(response, f"/k/{support.short_code.code}")


def test_a_page_with_steps_leads_to_it_and_another_does_not(client, support):
    assertContains(client.get(support.url), f'href="{sheet_of(support)}"')

    plain = make_support(support.get_parent(), title="No steps")
    assertNotContains(client.get(plain.url), "/one-sheet/")


def test_a_page_without_steps_is_shown_itself(client, support):
    guide = make_guide(support.get_parent(), title="A guide")

    response = client.get(sheet_of(guide))

    assertRedirects(response, f"/k/{guide.short_code.code}", fetch_redirect_response=False)


def test_a_page_that_is_gone_leads_to_what_took_its_place(client, support):
    address = sheet_of(support)
    support.delete()

    assert client.get(address).status_code == 302


@pytest.mark.parametrize("code", ["zzzz", "x", "%00", "a" * 300, "ÄÖ"])
def test_a_code_that_was_never_given_is_not_found(client, home, code):
    assert client.get(f"/one-sheet/{code}/").status_code == 404
