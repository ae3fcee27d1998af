"""Everyday queries over the Rotherham offer: the page of the topic is among the first three.

`given.tsv` was written with the product. `everyday.tsv` and `further.tsv` are our own: how carers, children and
people from other parts of the country say it, with slips, abbreviations and half-typed words. They run on whatever
database TEST_DATABASE_URL names.
"""

import csv
import datetime
from pathlib import Path

import pytest

from pages.services.search import search

pytestmark = pytest.mark.xdist_group("offer")

DAY = datetime.date(2026, 11, 22)
QUERIES = Path(__file__).parent / "queries"


def table(name):
    with (QUERIES / f"{name}.tsv").open(encoding="utf-8") as file:
        return [(row["query"], row["topic"]) for row in csv.DictReader(file, delimiter="\t")]


GIVEN, OURS = table("given"), table("everyday") + table("further")


def first_three(query):
    return [hit.slug for hit in search(query, DAY)[:3]]


@pytest.mark.parametrize(("query", "topic"), GIVEN)
def test_a_given_query_finds_its_topic(offer, query, topic):
    assert topic in first_three(query)


def test_nearly_every_given_query_finds_its_topic_first(offer):
    first = [query for query, topic in GIVEN if first_three(query)[0] == topic]

    assert len(first) >= 58


@pytest.mark.parametrize(("query", "topic"), OURS)
def test_an_everyday_query_finds_its_topic(offer, query, topic):
    assert topic in first_three(query)


@pytest.mark.parametrize(("query", "topic"), [pair for pair in GIVEN if len(pair[0]) > 9 and " " not in pair[0]])
def test_a_half_typed_word_finds_the_same(offer, query, topic):
    assert topic in first_three(query[:-2])


@pytest.mark.parametrize(
    ("slip", "topic"),
    [
        ("alolwance", "allowances"), ("allownace", "allowances"), ("hosuing", "housing"), ("dentsit", "health"),
        ("soliciter", "legal-advice"), ("compliant", "complaints"), ("nightmears", "feelings-behaviour"),
        ("navagater", "contact-us"), ("univesal credti", "benefits"), ("childminer", "childcare"),
        ("gaurdianship", "legal-orders"), ("bedweting", "feelings-behaviour"), ("excluded form school", "school"),
        ("respit", "carer-wellbeing"), ("autisim", "send"), ("fone number", "contact-us"), ("schoolplace", "school"),
    ],
)  # fmt: skip
def test_a_slip_finds_the_same(offer, slip, topic):
    assert topic in first_three(slip)


@pytest.mark.parametrize("question", ["how do i get {}", "can i have {}", "what is {}", "tell me about {}", "{}?"])
def test_a_question_finds_what_its_words_find(offer, question):
    for words, topic in [("child benefit", "benefits"), ("respite", "carer-wellbeing"), ("an SGO", "legal-orders")]:
        assert topic in first_three(question.format(words))
