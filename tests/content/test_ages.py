"""For which ages a support is stands on its page, its card and on paper, and no card promises more than the finder."""

import datetime

import pytest
from pytest_django.asserts import assertContains

from pages.core.html.tree import parse_document
from pages.core.vocabulary import Arrangement, CareHistory
from pages.council.council import current_council
from pages.paper.booklet.document import offer_html
from pages.paper.booklet.offer import parts
from tests import factories

DAY = datetime.date(2026, 11, 27)
ANY = {"any_age": True, "age_from": None, "age_to": None}
OLDER = {"age_from": 0, "age_to": 15, "older_to": 19, "older_reason": "From 16, only while they are at college."}


def paper():
    return " ".join(parse_document(offer_html(parts(DAY), [], current_council(), DAY)).root.text().split())


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        (ANY, "It does not matter how old the child is."),
        ({"age_from": 4, "age_to": 16}, "Children aged 4 to 16."),
        (OLDER, "Children up to age 15. From 16, only while they are at college."),
    ],
)
def test_the_page_and_paper_say_for_which_ages_it_is(client, section, ages, said):
    page = factories.make_support(section, **ages)

    assertContains(client.get(page.url), said)
    assert said in paper()


def test_paper_says_the_ages_of_a_support_without_a_table_of_arrangements(section):
    page = factories.make_support(section, age_from=4, age_to=16)
    page.eligibility.all().delete()

    assert "Children aged 4 to 16." in paper()


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        (ANY, "For every kinship family"),
        ({"age_from": 0, "age_to": 17}, "For every kinship family"),
        ({"age_from": 0, "age_to": 24}, "For every kinship family"),
        ({"age_from": 4, "age_to": 17}, "For every kinship family. Children aged 4 to 17."),
        ({"age_from": 0, "age_to": 0}, "For every kinship family. Children up to age 0."),
        (OLDER, "For every kinship family. Children up to age 15. From 16, only while they are at college."),
    ],
)
def test_a_card_says_the_ages_when_some_children_are_left_out(client, section, ages, said):
    factories.make_support(section, **ages)

    assertContains(client.get(section.url), f'<p class="row__for">{said}</p>', html=True)


@pytest.mark.parametrize(
    ("fostered", "card", "page"),
    [
        ("no", "For children who were in care", "Only for a child who was looked after by a council."),
        (
            "yes",
            "For children who are, or were, in care",
            "Only for a child who is, or was, looked after by a council.",
        ),
    ],
)
def test_what_is_for_children_who_left_care_does_not_say_that_it_is_for_those_in_care(
    client, section, fostered, card, page
):
    answers = {Arrangement.KINSHIP_FOSTER_CARE: (fostered, "What holds for foster carers.")}
    support = factories.make_support(section, answers=answers, looked_after=CareHistory.ONLY)

    assertContains(client.get(section.url), f'<p class="row__for">{card}</p>', html=True)
    assertContains(client.get(support.url), page)
