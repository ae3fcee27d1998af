"""What pages say in passing: the words of contacts and groups, words that are no slip for others, abbreviations."""

import datetime

import pytest

from pages.core.content_version import ContentVersion
from pages.core.ties import PageContact
from pages.search import clean, find
from tests import factories

DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def offer(section):
    """A page that says some words in passing, with a contact, beside pages that are about words like them."""
    text = "<p>Change your passwords. He was stalking us. Swimming is fun.</p>"
    page = factories.make_guide(section, title="Keeping safe", body=[("text", {"text": text})])
    pact = factories.make_contact(name="Pact helpline", purpose="For families hurt by gambling.", phone="0808 808 3444")
    PageContact.objects.create(page=page, contact=pact)
    for number in range(6):
        factories.make_guide(section, title=f"Passports, starting and stimming {number}")
    factories.make_group(section, title="Coffee morning", parking="Six free spaces behind the church.")
    factories.make_guide(section, title="The Virtual School")
    factories.make_guide(section, title="Life story work", search_words="memory box")
    factories.make_guide(section, title="What is happening", search_words="life story, special guardianship order, SGO")
    factories.make_guide(section, title="Courses and training", search_words="training")
    ContentVersion.bump()
    return section


def first(query):
    hits = find(query, DAY).hits
    return hits[0].title if hits else None


@pytest.mark.parametrize("query", ["gambling", "Pact", "hurt by gambling", "passwords", "stalking", "swimming"])
def test_a_word_in_passing_leads_to_its_page_and_is_no_slip(offer, query):
    found = find(query, DAY)

    assert first(query) == "Keeping safe"
    assert found.changed == []


def test_only_the_pages_that_name_it_are_said_to_name_it(offer):
    found = find("gambling", DAY)

    assert found.is_named
    assert [hit.title for hit in found.hits] == ["Keeping safe"]


def test_what_a_group_says_of_its_place_is_found(offer):
    assert first("spaces behind the church") == "Coffee morning"


@pytest.mark.parametrize(
    ("query", "title"), [("virtual school", "The Virtual School"), ("life story", "Life story work")]
)
def test_a_title_without_its_article_or_its_end_comes_first(offer, query, title):
    assert first(query) == title


@pytest.mark.parametrize(
    "query", ["S. G. O.", "s. g. o.", "S-G-O", "s/g/o", "S\u200eG\u200eO", "\u200fSGO\u200e", "s.g.o.’s", "S\u2800GO"]
)
def test_an_abbreviation_is_read_however_its_letters_are_set_apart(offer, query):
    assert first(query) == "What is happening"


def test_no_train_goes_to_a_training(offer):
    assert find("train", DAY).nothing_on == ["train"]
    assert first("trainings") == "Courses and training"


def test_marks_of_direction_part_no_word():
    assert clean("chi\u200eld bene\u200ffit") == "child benefit"


@pytest.mark.parametrize("typed", ["ring 08088083444 now", "who is 0808 808 3444", "tel 0808 808 3444"])
def test_a_number_among_other_words_is_named(offer, typed):
    assert find(typed, DAY).sentence.words == "That is the number of Pact helpline."


def test_more_pages_than_are_shown_are_not_counted(section):
    for number in range(31):
        factories.make_guide(section, title=f"Allowance {number}")
    ContentVersion.bump()

    assert find("allowance", DAY).counted == "the best 30 pages"
    assert find("allowance 7", DAY).counted != "31 pages found"


def test_the_beginning_of_a_title_for_young_people_is_not_what_a_grown_up_means(home, section):
    young = factories.make_section(home, title="For young people", audience="young-people")
    factories.make_guide(young, title="Court: how I can be heard", search_words="judge")
    factories.make_guide(section, title="Legal advice", search_words="court, courts, going to court")
    ContentVersion.bump()

    assert first("court") == "Legal advice"
    assert first("court how I can be heard") == "Court: how I can be heard"
