"""The section for children and young people: its look, its voice, its words."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.model import CouncilSettings, UrgentHelp
from pages.plain_words.names import known_names
from pages.plain_words.readability import readability
from tests import factories
from tests.html import main_words, parse

HARDEST_GRADE = 4  # United States grade 4 is age 9 to 10; the council's other pages may go to 7


@pytest.fixture
def childline(home):
    return factories.make_contact(
        slug="helpline", name="Helpline for Children", phone="01632 960 111", hours="Day and night"
    )


@pytest.fixture
def for_children(home, childline):
    council = home.get_site().councilsettings
    council.young_people_contact = childline
    council.save()
    return factories.make_section(home, title="For you", slug="for-you", audience="young-people")


def test_a_section_for_young_people_and_its_pages_have_their_own_look(client, for_children):
    guide = factories.make_guide(for_children)

    for url in (for_children.url, guide.url):
        assertContains(client.get(url), '<body class="young">')


def test_other_sections_do_not(client, for_children, section):
    guide = factories.make_guide(section)

    for url in ("/", section.url, guide.url, "/search/", "/not-there/"):
        assert b'class="young"' not in client.get(url).content


def test_the_lamp_gives_the_childrens_helpline_beside_the_navigators(client, for_children):
    response = client.get(for_children.url)

    assertContains(response, "You can always talk to a grown-up who can help")
    assertContains(response, 'href="tel:01632960111"')
    assertContains(response, 'href="tel:01632960123"')


def test_the_lamp_elsewhere_gives_the_navigators_alone(client, for_children, section):
    assertNotContains(client.get(section.url), "tel:01632960111")


def test_urgent_help_has_the_words_and_lines_that_are_for_children(client, for_children, section, childline):
    council = CouncilSettings.objects.get()
    UrgentHelp.objects.create(settings=council, words="Worried about a child?", contact=childline)
    danger = factories.make_contact(slug="emergency", name="Police", phone="999")
    UrgentHelp.objects.create(
        settings=council, words="Is someone in danger?", young_words="Are you in danger?", contact=danger
    )

    page = client.get(for_children.url)
    assertContains(page, "Help right now")
    assertContains(page, "Are you in danger?")
    assertNotContains(page, "Is someone in danger?")
    assertNotContains(page, "Worried about a child?")
    elsewhere = client.get(section.url)
    assertContains(elsewhere, "Is someone in danger?")
    assertNotContains(elsewhere, "Are you in danger?")


def test_the_interface_speaks_to_children(client, for_children):
    response = client.get(for_children.url)

    assertContains(response, "Pages for you")
    assertContains(response, "Did this page help you?")


def test_a_page_that_moves_into_the_section_takes_its_look(client, for_children, section):
    guide = factories.make_guide(section)
    guide.move(for_children, pos="last-child")
    guide.refresh_from_db()

    assertContains(client.get(guide.url), '<body class="young">')


def test_the_look_costs_no_query(for_children, section, count_queries):
    ours, theirs = factories.make_guide(for_children), factories.make_guide(section)

    assert count_queries(ours.url) == count_queries(theirs.url)


def test_pages_for_young_people_are_easy_to_read(client, offer):
    names = known_names()
    grades = {}
    for page in offer:
        if page.url.startswith("/young-people/"):
            words = main_words(parse(client.get(page.url)))
            grades[page.url] = round(readability(words, names).grade, 1)

    assert len(grades) >= 7
    assert {url: grade for url, grade in grades.items() if grade > HARDEST_GRADE} == {}


def test_a_dozen_words_are_explained_to_children(client, rotherham_loaded):
    response = client.get("/young-people/what-words-mean/")

    assert response.content.count(b"<h2 id=") >= 12
