"""One sheet for the fridge door: three steps, whom to ring, and the way back to the page."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.content.contact import Contact
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


def test_a_guide_leads_to_it_from_its_steps(client, support):
    steps = [("steps", {"heading": "First", "steps": [{"lead": "Write to the school.", "text": ""}]})]
    guide = make_guide(support.get_parent(), title="A guide", body=steps)

    assertContains(client.get(guide.url), f'href="{sheet_of(guide)}"', count=1)
    assertContains(client.get(sheet_of(guide)), "Write to the school.")


def test_the_sheet_of_a_page_for_a_crisis_has_its_numbers_and_not_its_questions(client, support):
    contact = Contact.objects.create(slug="samaritans", name="Samaritans", phone="116 123")
    numbers = [("numbers", {"lines": [{"words": "Do you need to talk?", "contact": contact}]})]
    page = make_support(support.get_parent(), title="Someone to talk to", body=numbers, steps=STEPS)

    response = client.get(sheet_of(page))

    assertContains(response, 'href="tel:116123"')
    assertContains(response, "Do you need to talk?")
    assertNotContains(response, "Do thing 1.")
    assertContains(client.get(page.url), f'href="{sheet_of(page)}"', count=1)


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


def make_handed_over(section):
    """A guide for those around a family: its sheet carries all steps with their texts."""
    steps = [{"lead": f"Do thing {number}.", "text": f"<p>This is why {number}.</p>"} for number in range(1, 8)]
    body = [("steps", {"heading": "What to do", "steps": steps, "whole_on_sheet": True})]
    return make_guide(section, title="For schools", body=body)


def test_a_sheet_to_hand_over_has_all_steps_with_their_texts(client, section):
    response = client.get(sheet_of(make_handed_over(section)))

    assertContains(response, "Do thing 7.")
    assertContains(response, "This is why 7.")
    assertContains(response, "01632 960 123")
    assertContains(response, '<svg class="qr"')
