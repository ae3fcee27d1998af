import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.core.ties import PageContact, PageNeed
from pages.core.vocabulary import Topic
from pages.search import clean, search
from pages.search.synonym import Synonym
from tests import factories


@pytest.fixture
def offer(section):
    """A few pages to be told apart."""
    factories.make_support(section, title="Weekly allowance", search_description="Money each week.")
    factories.make_guide(section, title="School places", search_description="Finding a school.")
    factories.make_group(section, title="Coffee morning", search_words="meet other carers, chat")
    ContentVersion.bump()
    return section


def titles(query):
    return [page.title for page in search(query, datetime.date(2026, 11, 22))]


def test_words_of_the_title_find_the_page_first(offer):
    assert titles("school")[0] == "School places"


def test_a_sign_that_also_begins_a_tag_takes_no_words_out_of_a_title(section):
    factories.make_support(section, title="Children <5 and grandparents >60 welcome")
    ContentVersion.bump()

    assert titles("grandparents") == ["Children <5 and grandparents >60 welcome"]


def test_other_words_people_use_find_the_page(offer):
    assert titles("meet carers")[0] == "Coffee morning"


def test_the_beginning_of_a_word_is_enough(offer):
    assert titles("allow")[0] == "Weekly allowance"


def test_a_slip_of_the_keyboard_is_forgiven(offer):
    assert titles("alowence")[0] == "Weekly allowance"


def test_plural_and_singular_are_the_same(offer):
    assert titles("schools")[0] == "School places"


def test_drafts_are_not_found(offer):
    factories.make_guide(offer, title="Secret garden", live=False)
    ContentVersion.bump()

    assert "Secret garden" not in titles("secret garden")


def test_nothing_found_gives_the_sections_and_the_navigators(client, offer):
    response = client.get("/search/", {"q": "zzzzzz"})

    assertContains(response, "We have nothing on")
    assertContains(response, "tel:01632960123")


def test_searching_sends_back_only_the_results_to_htmx(client, offer):
    response = client.get("/search/", {"q": "school"}, headers={"HX-Request": "true", "HX-Target": "results"})

    assertContains(response, "School places")
    assertNotContains(response, "<html")


@pytest.mark.parametrize(
    "query", ['"', "' OR 1=1 --", "%", "\0", "👵🏽", "مرحبا", " ", "\u202e", "a" * 10_000, "*", "()", "AND OR NOT"]
)
def test_whatever_is_typed_gets_an_answer(client, offer, query):
    assert client.get("/search/", {"q": query}).status_code == 200


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gets_an_answer(client, offer, query):
    assert client.get("/search/", {"q": query}).status_code == 200


def test_control_characters_and_excess_are_cleaned_away():
    assert clean("  a\0b\n c " + "x" * 5000) == "a b c"
    assert len(clean("x" * 5000)) == 200


def test_search_costs_the_same_however_many_pages(offer, count_queries):
    few = count_queries("/search/?q=school")
    for number in range(9):
        factories.make_guide(offer, title=f"School story {number}")
    ContentVersion.bump()

    assert count_queries("/search/?q=school") == few


def test_everyday_words_of_the_officers_find_what_pages_call_it(offer):
    assert "Weekly allowance" not in titles("wonga")

    Synonym.objects.create(words="wonga, dosh", means="allowance")

    assert titles("dosh")[0] == titles("wonga")[0] == "Weekly allowance"


def test_everyday_phrases_count_as_one(offer):
    Synonym.objects.create(words="kicking off", means="school places")

    assert titles("he is kicking off")[0] == "School places"


def test_a_slip_in_an_everyday_word_is_forgiven(offer):
    Synonym.objects.create(words="knackered", means="coffee morning")

    assert titles("knakered")[0] == "Coffee morning"


def test_other_names_of_a_glossary_word_find_it(offer):
    factories.make_term(term="Allowance", also_called="KA")

    assert titles("KA")[0] == "Weekly allowance"


def test_who_somebody_is_counts_less_than_what_is_asked_for(section):
    factories.make_guide(section, title="For grandsons", search_words="my grandson, grandson, grandsons")
    factories.make_guide(section, title="Cots and beds")
    ContentVersion.bump()

    assert titles("a cot for my grandson")[0] == "Cots and beds"


def test_the_page_of_the_topic_follows_a_page_about_a_part_of_it(section):
    topic = factories.make_guide(section, title="All about learning", slug="school")
    part = factories.make_support(section, title="Uniform grants")
    PageNeed.objects.create(page=part, topic=Topic.SCHOOL)
    ContentVersion.bump()

    assert titles("uniform") == [part.title, topic.title]


def test_a_result_says_its_section_and_its_kind(client, offer):
    assertContains(client.get("/search/", {"q": "weekly allowance"}), "Money and work · Support")


def test_the_nearest_topics_are_offered_when_nothing_is_found(client, section):
    factories.make_guide(section, title="Home and housing", slug="housing")
    ContentVersion.bump()

    assertContains(client.get("/search/", {"q": "hxusxng"}), "Home and housing")


def test_the_kinship_lead_may_change_everyday_words(client, section):
    lead = get_user_model().objects.create_user("lead")
    lead.groups.add(Group.objects.get(name="Kinship lead"))
    client.force_login(lead)

    client.post(reverse("wagtailsnippets_pages_synonym:add"), {"words": "wonga", "means": "money"})

    assert Synonym.objects.get().slug == "wonga"


def test_searching_and_finding_leave_no_cookie(client, offer):
    assert not client.get("/search/", {"q": "school"}).cookies


PHONE_PAGES = [
    "0300 123 7015", "03001237015", "0300-123-7015", "(0300) 1237015", "0300.123.7015", "+44 300 123 7015",
    "+443001237015", "+44 (0)300 123 7015", "0044 300 1237015", "ring 03001237015", "0300 123 7015 guardians allowance",
    "０３００ １２３ ７０１５", "0300 123",
]  # fmt: skip


@pytest.mark.parametrize("typed", PHONE_PAGES)
def test_a_phone_number_finds_the_page_it_stands_on_however_it_is_typed(offer, typed):
    support = factories.make_support(offer, title="Help line")
    PageContact.objects.create(page=support, contact=factories.make_contact(name="Help line", phone="0300 123 7015"))
    ContentVersion.bump()

    assert titles(typed)[0] == "Help line"


def test_a_number_in_a_card_or_in_the_words_of_a_page_is_found(offer):
    contact = factories.make_contact(name="A line", phone="0808 801 0366", text_words="HELP", text_number="85 258")
    factories.make_guide(offer, title="With a card", body=[("contact", {"contact": contact})])
    factories.make_guide(offer, title="In its words", body=[("text", {"text": "<p>Ring 01709 (555) 123 now.</p>"})])
    ContentVersion.bump()

    assert titles("08088010366") == titles("85258") == ["With a card"]
    assert titles("01709555123") == titles("01709 555 123") == ["In its words"]


def test_the_number_of_the_navigators_is_found_where_no_page_chose_it(client, home):
    number = "01632960123"
    assert [page.url for page in search(number, datetime.date(2026, 11, 22))] == [home.url]


def test_a_number_that_is_not_ours_finds_nothing(offer):
    assert titles("01709 000 111") == titles("2026 27") == []


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("grandchild", "grandchildren"), ("child", "children"), ("stepchild", "stepchildren"), ("wife", "wives"),
        ("person", "people"), ("woman", "women"), ("man", "men"), ("tooth", "teeth"), ("foot", "feet"),
        ("midwife", "midwives"), ("SGO", "SGOs"), ("FGC", "FGCs"), ("GP", "GPs"), ("VSH", "VSHs"), ("PP", "PPs"),
        ("SGO", "SGO's"), ("allowance", "allowances"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True])
def test_one_and_many_are_the_same_word(section, one, many, turned):
    on_page, typed = (many, one) if turned else (one, many)
    factories.make_guide(section, title=f"All about the {on_page}", slug="it")
    ContentVersion.bump()

    assert f"All about the {on_page}" in titles(typed)
    assert f"All about the {on_page}" in titles(f"my {typed}")
