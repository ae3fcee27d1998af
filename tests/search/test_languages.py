"""A word of another language leads to the page it asks for, and to a line about the interpreter in that language."""

import csv
import datetime
import unicodedata

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from pages.search import in_another_language
from pages.search.other_language import OtherLanguage
from tests.html import parse
from tests.search.test_search_queries import GIVEN, OURS, QUERIES

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

DAY = datetime.date(2026, 11, 22)
OPEN, CLOSED = "2026-11-24T11:00+00:00", "2026-11-24T23:00+00:00"
TYPED = [
    ("pieniądze", "pl", "allowances"), ("pieniedzy", "pl", "allowances"), ("szkole", "pl", "school"),
    ("SZKOŁA", "pl", "school"), ("lekarza", "pl", "health"), ("sąd", "pl", "legal-advice"),
    ("dzieci", "pl", "getting-started"), ("potrzebuję pomocy", "pl", "contact-us"),
    ("pomoc dziecko szkoła", "pl", "school"),
    ("peniaze", "sk", "allowances"), ("lekár", "sk", "health"), ("súd", "sk", "legal-advice"),
    ("dieťa", "sk", "getting-started"), ("peníze", "cs", "allowances"), ("penize", "cs", "allowances"),
    ("lékař", "cs", "health"), ("dítě", "cs", "getting-started"), ("soud", "cs", "legal-advice"),
    ("bani", "ro", "allowances"), ("școală", "ro", "school"), ("scoala", "ro", "school"),
    ("copil", "ro", "getting-started"),
    ("tłumacz", "pl", "contact-us"), ("nie mówię po angielsku", "pl", "contact-us"), ("tlmočník", "sk", "contact-us"),
    ("nemluvím anglicky", "cs", "contact-us"), ("nu vorbesc engleza", "ro", "contact-us"),
    ("لا أتكلم الإنجليزية", "ar", "contact-us"), ("انگریزی نہیں آتی", "ur", "contact-us"),
    ("instanță", "ro", "legal-advice"), ("ajutor", "ro", "contact-us"),
    ("پیسے", "ur", "allowances"), ("اسکول", "ur", "school"), ("ڈاکٹر", "ur", "health"), ("عدالت", "ur", "legal-advice"),
    ("بچے", "ur", "getting-started"), ("مدد", "ur", "contact-us"), ("madad", "ur", "contact-us"),
    ("مدرسة", "ar", "school"), ("المدرسه", "ar", "school"), ("مَدْرَسَة", "ar", "school"), ("طبيب", "ar", "health"),
    ("المحكمة", "ar", "legal-advice"), ("أطفال", "ar", "getting-started"), ("مساعدة مالية", "ar", "allowances"),
]  # fmt: skip


def searched(client, query, **headers):
    return parse(client.get("/search/", {"q": query}, headers=headers))


def said(tree):
    return tree.findall(".//div[@class='search__spoken']/p[@lang]")


def first(tree):
    return tree.find(".//ol[@class='results']/li//a").get("href")


@pytest.mark.parametrize(("query", "code", "topic"), TYPED)
def test_a_word_of_another_language_leads_to_its_page_and_to_an_interpreter(
    rotherham_loaded, client, query, code, topic
):
    tree = searched(client, query)

    assert [(line.get("lang"), line.get("dir")) for line in said(tree)] == [
        (code, "rtl" if code in {"ar", "ur"} else "ltr")
    ]
    assert first(tree).rstrip("/").endswith(topic)


# The topics that a query about each thing may rightly lead to.
ABOUT = {
    "help": {"contact-us"}, "money": {"allowances", "contact-us"}, "school": {"school"}, "doctor": {"health"},
    "child": {"getting-started"}, "court": {"legal-advice"},
}  # fmt: skip


def test_nearly_every_query_in_another_language_is_understood(rotherham_loaded):
    """The table was written by who had not seen the officers' words."""
    with (QUERIES / "other_languages.tsv").open(encoding="utf-8") as file:
        asked = list(csv.DictReader(file, delimiter="\t"))

    def is_right(row):
        spoken = in_another_language(row["query"], DAY)
        may_be = set().union(*(ABOUT[idea] for idea in row["idea"].split()))
        return spoken and {line.code for line in spoken.lines} & {*row["lang"].split()} and spoken.page.slug in may_be

    assert len(asked) >= 100
    wrong = [row["query"] for row in asked if not is_right(row)]
    assert len(wrong) <= 0.03 * len(asked), wrong


def test_a_word_that_several_languages_have_is_answered_in_each(rotherham_loaded, client):
    assert [line.get("lang") for line in said(searched(client, "pomoc"))] == ["cs", "pl", "sk"]


def test_english_is_not_taken_for_another_language(rotherham_loaded):
    assert [query for query, _topic in GIVEN + OURS if in_another_language(query, DAY)] == []


@pytest.mark.parametrize("query", ["sad", "child is sad", "doctor", "tribunal", "diet", "", "123", "?", "ا", "help"])
def test_what_may_be_english_or_nothing_is_not_either(rotherham_loaded, client, query):
    assert said(searched(client, query)) == []


def test_with_its_accent_the_same_word_is(rotherham_loaded):
    assert in_another_language("sąd", DAY).lines[0].code == "pl"
    assert in_another_language(unicodedata.normalize("NFD", "sąd"), DAY).lines[0].code == "pl"


def test_while_somebody_answers_the_number_is_a_link_from_left_to_right(rotherham_loaded, client):
    with time_machine.travel(OPEN, tick=False):
        (line,) = said(searched(client, "مدد"))

    links = [link.get("href") for link in line.findall("a")]
    assert links[0].startswith("tel:") and links[1] == "/ask-us-to-ring/"
    assert line.find("a/bdi").get("dir") == "ltr"


def test_while_nobody_does_it_says_when_somebody_will(rotherham_loaded, client):
    with time_machine.travel(CLOSED, tick=False):
        (line,) = said(searched(client, "مدد"))

    assert [link.get("href").partition(":")[0] for link in line.findall("a")] == ["tel", "/ask-us-to-ring/"]
    (when,) = line.findall("span")
    assert (when.get("lang"), when.get("dir")) == ("en-GB", "ltr")
    assert "open" in when.text or "Closed" in when.text


@pytest.mark.parametrize(
    ("query", "code", "topic"),
    [
        ("szkołami", "pl", "school"), ("dzieciątko", None, None), ("lekarzami", None, None),
        ("بالمدرسة", "ar", "school"), ("المساعدات", "ar", "contact-us"), ("sądami", "pl", "legal-advice"),
        ("sad rodzinny", "pl", "legal-advice"),
    ],
)  # fmt: skip
def test_other_forms_of_a_word_are_known_by_their_stems_where_no_english_word_can_be_meant(
    rotherham_loaded, query, code, topic
):
    spoken = in_another_language(query, DAY)

    assert (spoken and (spoken.lines[0].code, spoken.page.slug)) == (code and (code, topic))


@pytest.mark.parametrize(
    ("query", "code"), [("polish", "pl"), ("in Urdu please", "ur"), ("română", "ro"), ("اردو", "ur")]
)
def test_the_name_of_a_language_is_answered_in_it_and_leads_to_the_page_about_interpreters(
    rotherham_loaded, client, query, code
):
    tree = searched(client, query)

    assert [line.get("lang") for line in said(tree)] == [code]
    assert first(tree) == "/keeping-well/deaf-or-another-language/"
    assert "nothing" not in "".join(tree.find(".//div[@id='results']").itertext())


@pytest.mark.parametrize("query", ["polish shoes", "polish food", "urdu newspaper"])
def test_the_name_of_a_language_beside_other_words_is_not(rotherham_loaded, query):
    assert in_another_language(query, DAY) is None


def test_it_is_there_while_somebody_types(rotherham_loaded, client):
    response = client.get("/search/", {"q": "szkoła"}, headers={"HX-Request": "true", "HX-Target": "results"})

    assertNotContains(response, "<html")
    assertContains(response, '<p lang="pl" dir="ltr">')


def test_a_word_an_officer_adds_is_known_at_once(rotherham_loaded):
    polish = OtherLanguage.objects.get(slug="pl")
    assert in_another_language("kasa", DAY) is None

    words = polish.words.get(topic="allowances")
    words.words += ", kasa"
    polish.words.add(words)
    polish.save()

    assert in_another_language("kasa", DAY).page.slug == "allowances"


def test_all_six_languages_have_all_six_rows_and_all_wait_for_a_speaker(rotherham_loaded):
    languages = list(OtherLanguage.objects.order_by("slug"))

    assert [language.slug for language in languages] == ["ar", "cs", "pl", "ro", "sk", "ur"]
    assert all(language.words.count() == 6 and language.is_unchecked for language in languages)
