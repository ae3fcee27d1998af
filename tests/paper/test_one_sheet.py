"""One sheet for the fridge door: three steps, whom to ring, and the way back to the page."""

import datetime

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.content.contact import Contact
from pages.content.short_code import ShortCode
from pages.core.ties import PageContact
from pages.council.model import CouncilSettings
from tests.factories import make_contact, make_group, make_guide, make_section, make_support
from tests.html import parse

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


def test_it_says_of_which_day_it_is_and_that_the_page_has_more_steps(client, support):
    with time_machine.travel(datetime.datetime(2026, 11, 10, 12, tzinfo=datetime.UTC), tick=False):
        assertContains(client.get(sheet_of(support)), "As it was on 10 November 2026")

    assertContains(client.get(sheet_of(support)), "There are more steps.")
    support.steps = STEPS[:3]
    support.save_revision().publish()
    assertNotContains(client.get(sheet_of(support)), "There are more steps.")


@time_machine.travel(datetime.datetime(2026, 11, 10, 12, tzinfo=datetime.UTC), tick=False)
def test_the_sheet_of_a_group_says_when_and_where_it_meets(client, section):
    off = datetime.date(2026, 11, 19)
    group = make_group(section, title="Carers' group", steps=STEPS, cancelled=[(off, "No heating")])

    said = words_of(client.get(sheet_of(group)))

    words = ["When it meets", "Thursday 3 December 2026, 10am to noon", "Where it meets", "The community room", "How"]
    places = [said.find(each) for each in words]
    assert -1 not in places and places == sorted(places)
    assert "19 November" not in said


def test_a_page_with_steps_leads_to_it_and_another_does_not(client, support):
    assertContains(client.get(support.url), f'href="{sheet_of(support)}"')

    plain = make_support(support.get_parent(), title="No steps")
    assertNotContains(client.get(plain.url), "/one-sheet/")


def test_a_guide_leads_to_it_from_its_steps(client, support):
    steps = [("steps", {"heading": "First", "steps": [{"lead": "Write to the school.", "text": ""}]})]
    guide = make_guide(support.get_parent(), title="A guide", body=steps)

    assertContains(client.get(guide.url), f'href="{sheet_of(guide)}"', count=1)
    assertContains(client.get(sheet_of(guide)), "Write to the school.")


def words_of(response):
    return " ".join("".join(parse(response).find(".//article").itertext()).split())


def test_the_sheet_of_a_page_for_a_crisis_has_999_then_its_numbers_then_its_steps(client, support):
    emergency = make_contact(name="Police", phone="999")
    contact = make_contact(name="Samaritans", phone="116 123", hours="Day and night")
    lines = [{"words": "Do you need to talk?", "contact": contact}, {"words": "I am in danger", "contact": emergency}]
    body = [("numbers", {"lines": lines})]
    page = make_support(support.get_parent(), title="Someone to talk to", body=body, steps=STEPS)

    response = client.get(sheet_of(page))

    in_order = ["I am in danger 999", "Do you need to talk? 116 123", "Samaritans. Day and night", "How to get it"]
    said = words_of(response)
    places = [said.find(words) for words in [*in_order, "Do thing 1.", "Do thing 3.", "01632 960 123"]]
    assert -1 not in places and places == sorted(places)
    assert "Do thing 4." not in said and said.count("999") == 1
    assertContains(client.get(page.url), f'href="{sheet_of(page)}"', count=1)


def test_the_sheet_of_a_page_that_sends_to_999_first_begins_with_it_and_says_when_its_contacts_answer(client, section):
    steps = [("steps", {"heading": "What to ask", "steps": [{"lead": "Who are you?", "text": ""}]})]
    body = [("text", {"text": '<p>In danger? Ring <a href="tel:999">999</a>.</p>'}), *steps]
    page = make_guide(section, title="At the door", body=body)
    PageContact.objects.create(
        page=page, contact=make_contact(name="Advisers", phone="0800 1", hours="Weekdays, 9 to 3")
    )
    PageContact.objects.create(page=page, contact=make_contact(name="Police", phone="999"), sort_order=1)

    said = words_of(client.get(sheet_of(page)))

    words = ["In danger now? 999", "Advisers 0800 1 Weekdays, 9 to 3", "What to ask", "Who are you?", "01632 960 123"]
    places = [said.find(each) for each in words]
    assert -1 not in places and places == sorted(places)
    assert said.count("999") == 1


def test_any_other_sheet_names_three_of_the_contacts_of_its_page_and_never_the_navigators_twice(client, support):
    own = [make_contact(name=f"Advisers {number}", phone="0800 1") for number in range(4)]
    for order, contact in enumerate([Contact.objects.get(slug="navigators"), *own]):
        PageContact.objects.create(page=support, contact=contact, sort_order=order)

    said = words_of(client.get(sheet_of(support)))

    assert "Advisers 2" in said and "Advisers 3" not in said
    assert said.count("01632 960 123") == 1
    assert said.endswith("In danger now? Ring 999.")


def test_a_page_with_a_table_by_arrangement_has_it_on_its_sheet(client, section):
    row = {"question": "Can we go abroad?", "informal": "Only with consent.", "adoption": "Yes."}
    page = make_guide(section, body=[("comparison", {"caption": "Who may decide", "kinds": [], "rows": [row]})])

    response = client.get(sheet_of(page))

    table = parse(response).find(".//article//table[@class='comparison']")
    assert "Only with consent." in "".join(table.itertext())
    assert "01632 960 123" in words_of(response)


@pytest.fixture
def young_page(home):
    line = make_contact(slug="childline", name="Childline", phone="0800 1111", hours="Day and night")
    CouncilSettings.objects.update(young_people_contact=line)
    section = make_section(home, title="For you", slug="young-people", audience="young-people")
    steps = [("steps", {"heading": "Getting ready", "steps": [{"lead": "Write it down.", "text": ""}]})]
    page = make_guide(section, title="My say", body=steps)
    PageContact.objects.create(page=page, contact=line)
    return page


def test_the_sheet_of_a_page_for_young_people_speaks_to_them(client, young_page):
    said = words_of(client.get(sheet_of(young_page)))

    assert "Talk to a grown-up who can help Childline 0800 1111 Day and night" in said
    assert "Ask us to ring or text you: localhost" in said and "/young-people/ask-us-to-ring/" in said
    assert "Are you in danger now? Ring 999." in said
    for words in ("Ring a Navigator", "All of it, and what is new"):
        assert words not in said
    assert said.count("0800 1111") == 1


def test_a_line_for_children_that_the_page_begins_with_is_not_named_again(client, young_page):
    line = Contact.objects.get(slug="childline")
    body = [("numbers", {"lines": [{"words": "I want to talk", "contact": line}]})]
    page = make_guide(young_page.get_parent(), title="Talk now", body=body)

    said = words_of(client.get(sheet_of(page)))

    assert "I want to talk 0800 1111 Childline. Day and night" in said
    assert said.count("0800 1111") == 1


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
