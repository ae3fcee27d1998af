"""The table by arrangement: a question a row, a kind of arrangement a column, and nothing said twice."""

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from wagtail.blocks import StreamValue

from pages.content.blocks import BodyBlock
from pages.content.blocks.comparison import COMPARED, field_of
from pages.core.vocabulary import Arrangement
from pages.paper.booklet.tags import blocks_on_paper
from tests.factories import make_guide, make_home, make_section
from tests.html import parse

HOLIDAY = {
    "question": "Can I go on holiday abroad?",
    "informal": "Only with consent.",
    "child_arrangements_order": "Yes. Less than one month.",
    "special_guardianship_order": "Yes. Up to three months.",
    "kinship_foster_care": "Ask first.",
    "adoption": "Yes.",
}
SCHOOL = {"question": "Can I choose the school?", "informal": "No.", "child_arrangements_order": "Yes. You share it."}


def table(*rows, kinds=()):
    value = {"caption": "Compared", "kinds": list(kinds), "rows": list(rows)}
    return StreamValue(BodyBlock(), [{"type": "comparison", "value": value}], is_lazy=True)[0]


def drawn(*rows, kinds=()):
    html = table(*rows, kinds=kinds).render()
    return parse(HttpResponse(f"<!doctype html><title>Table</title>{html}")).find(".//table")


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_all_kinds_but_not_sure_are_compared():
    assert set(Arrangement) - set(COMPARED) == {Arrangement.NOT_SURE}


def test_each_question_heads_its_row_and_each_kind_its_column():
    tree = drawn(HOLIDAY, SCHOOL)

    assert [words(head) for head in tree.findall(".//th[@scope='row']")] == [HOLIDAY["question"], SCHOOL["question"]]
    assert [words(head) for head in tree.findall(".//thead//th[@scope='col']")] == [
        "Question",
        "Informal, Private fostering",
        "Child Arrangements Order",
        "Special Guardianship Order",
        "Kinship foster care",
        "Adopted by family or friends",
    ]
    assert tree.findtext(".//caption") == "Compared"


def test_kinds_that_no_row_tells_apart_share_a_column():
    assert table(SCHOOL).value.columns() == [
        ["Informal", "Private fostering"],
        [
            "Child Arrangements Order",
            "Special Guardianship Order",
            "Kinship foster care",
            "Adopted by family or friends",
        ],
    ]


def test_an_answer_that_is_left_empty_is_the_one_before_it_and_is_said_once():
    _holiday, (question, cells) = table(HOLIDAY, SCHOOL).value.lines()

    assert question == SCHOOL["question"]
    assert [(cell.columns, cell.lead, cell.rest) for cell in cells] == [(1, "No.", ""), (4, "Yes.", "You share it.")]
    assert cells[1].kinds[0] == "Child Arrangements Order"


def test_every_row_fills_the_table():
    tree = drawn(HOLIDAY, SCHOOL)

    for row in tree.findall(".//tr"):
        assert sum(int(cell.get("colspan", 1)) for cell in row) == 6


def test_on_a_phone_each_answer_says_itself_for_whom_it_is():
    tree = drawn(HOLIDAY, SCHOOL)

    assert [words(kinds) for kinds in tree.findall(".//div[@class='comparison__kinds']")][:2] == [
        "Informal, Private fostering",
        "Child Arrangements Order",
    ]


def test_only_the_kinds_that_were_chosen_are_compared_and_in_their_usual_order():
    row = {"question": "Who pays?", "special_guardianship_order": "The council may.", "kinship_foster_care": "It must."}

    columns = table(row, kinds=["kinship-foster-care", "special-guardianship-order"]).value.columns()

    assert columns == [["Special Guardianship Order"], ["Kinship foster care"]]


@pytest.mark.parametrize(
    ("row", "kinds", "field"),
    [
        ({"question": "Who pays?", "adoption": "You."}, [], "informal"),
        ({"question": "Who pays?", "adoption": "You.", "informal": "You."}, ["adoption"], "informal"),
        ({"question": "Who pays?", "informal": "You."}, ["informal", "street"], ""),
    ],
    ids=["the first kind has no answer", "an answer for a kind that is not shown", "a kind that is none"],
)
def test_what_would_not_be_read_is_refused(row, kinds, field):
    block = BodyBlock().child_blocks["comparison"]

    with pytest.raises(ValidationError) as refused:
        block.clean(table(row, kinds=kinds).value)

    errors = refused.value.block_errors
    assert list(errors["rows"].block_errors[0].block_errors) == [field] if field else "kinds" in errors


def test_a_field_stands_for_each_kind_and_no_other():
    row = BodyBlock().child_blocks["comparison"].child_blocks["rows"].child_block

    assert list(row.child_blocks) == ["question", *(field_of(kind) for kind in COMPARED)]


def test_on_paper_each_question_has_a_list_of_answers():
    html = blocks_on_paper([table(HOLIDAY, SCHOOL)], 3)
    tree = parse(HttpResponse(f"<!doctype html><title>Table</title>{html}"))

    assert tree.find(".//table") is None
    assert [len(answers) for answers in tree.findall(".//ul")] == [5, 2]
    assert words(tree.find(".//li")) == "Informal, Private fostering: Only with consent."


@pytest.mark.django_db
def test_search_finds_a_question_and_an_answer(client):
    body = [("comparison", {"caption": "Compared", "kinds": [], "rows": [HOLIDAY]})]
    page = make_guide(make_section(make_home()), title="Arrangements", body=body)

    found = client.get("/search/", {"q": "three months abroad"})

    assert page.title in found.content.decode()
