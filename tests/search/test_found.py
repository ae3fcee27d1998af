"""What the search says besides its list: a place of the site, whose a number is, what a word was taken for."""

import datetime

import html5lib
import pytest
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.search import find
from tests import factories

DAY = datetime.date(2026, 11, 22)
HTMX = {"HX-Request": "true", "HX-Target": "results"}


@pytest.fixture
def offer(section):
    """Two pages that hold the words of the places, and the place itself in neither."""
    factories.make_guide(section, title="School places", search_description="Finding a school that fits.")
    factories.make_guide(section, title="What the law says", search_words="waiting list, ring")
    ContentVersion.bump()
    return section


@pytest.mark.parametrize(
    ("typed", "title", "path"),
    [
        ("find what fits", "Find what fits", "/find/"), ("My list", "My list", "/my-list/"),
        ("How this offer meets the law", "How this offer meets the law", "/how-we-meet-the-law/"),
        ("ask you to ring me", "Ask us to ring you", "/ask-us-to-ring/"),
    ],
)  # fmt: skip
def test_a_place_of_the_site_is_found_by_its_name(client, offer, typed, title, path):
    response = client.get("/search/", {"q": typed})

    assertContains(response, f'<a class="button" href="{path}">{title}</a>')
    assertNotContains(response, "We have nothing on")
    assert not find(typed, DAY).missed


@pytest.mark.parametrize("typed", ["list", "waiting list", "fits", "the law", "ring", "school place"])
def test_a_word_of_its_name_alone_is_no_place(offer, typed):
    assert find(typed, DAY).place is None


@pytest.mark.parametrize("typed", ["0808 801 0366", "+44 808 801 0366", "85258"])
def test_whose_a_number_is_stands_above_the_list(offer, typed):
    contact = factories.make_contact(name="A line", phone="0808 801 0366", text_words="HELP", text_number="85 258")
    factories.make_guide(offer, title="With a card", body=[("contact", {"contact": contact})])
    ContentVersion.bump()

    assert find(typed, DAY).sentence.words == "That is the number of A line."


def test_swapped_letters_are_likelier_than_others(offer):
    factories.make_guide(offer, title="Complain about us", search_words="complain")
    factories.make_guide(offer, title="Compliant with rules", search_words="compliant")
    ContentVersion.bump()

    assert find("complian", DAY).changed == [("complian", "complain")]


@pytest.mark.parametrize(
    ("typed", "title"),
    [("school", "school: 1 page found"), ("zzzqq", "zzzqq: nothing found"), ("", "Search"), ("my list", "My list")],
)
def test_the_title_of_the_window_says_what_was_found(client, offer, typed, title):
    assertContains(client.get("/search/", {"q": typed}), title)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sc", ""),
        ("school", "1 page found. The first is: School places."),
        ("zzzqqq", "We have nothing on “zzzqqq”. You can ring a Navigator."),
        ("schhool", "We have nothing on “schhool”. Did you mean “school”? 1 page found. The first is: School places."),
        ("school place zzzqqq", "We have nothing on “zzzqqq”. 1 page has other words of it: School places."),
    ],
)
def test_what_is_heard_while_somebody_types_says_one_thing(client, offer, typed, said):
    part = html5lib.parseFragment(client.get("/search/", {"q": typed}, headers=HTMX).content.decode())

    assert " ".join("".join(part.find(".//*[@id='found']").itertext()).split()) == said


@pytest.mark.parametrize(("asked", "changed"), [("as_typed=1", []), ("as_typed=0", ["school"]), ("", ["school"])])
def test_no_letter_is_changed_where_the_reader_says_so(client, offer, asked, changed):
    found = client.get(f"/search/?q=schhool&{asked}").context["found"]

    assert [meant for _typed, meant in found.changed] == changed
