import pytest

from pages.content.explain import Explainer, label_examples


def term(slug, *spellings):
    return {"slug": slug, "term": spellings[0], "meaning": "What it means.", "spellings": list(spellings)}


@pytest.fixture
def explainer():
    return Explainer(
        [
            term("sgo", "Special Guardianship Order", "SGO"),
            term("send", "SEND"),
            term("looked-after", "Looked after"),
            term("previously", "Previously looked after"),
        ]
    )


def test_the_first_use_of_a_word_links_to_its_meaning(explainer):
    html = explainer.explain("<p>An SGO is a paper. An SGO lasts.</p>").html

    assert html == '<p>An <a class="term" href="#word-sgo">SGO</a> is a paper. An SGO lasts.</p>'


def test_terms_come_back_in_reading_order(explainer):
    terms = explainer.explain("<p>Looked after children and SGOs</p>").terms

    assert [term["slug"] for term in terms] == ["looked-after", "sgo"]


def test_plurals_are_explained(explainer):
    assert "Special Guardianship Orders</a>" in explainer.explain("<p>Special Guardianship Orders</p>").html


def test_the_longest_term_wins(explainer):
    assert [t["slug"] for t in explainer.explain("<p>previously looked after</p>").terms] == ["previously"]


def test_abbreviations_are_told_from_words_by_their_capitals(explainer):
    assert explainer.explain("<p>Please send it.</p>").terms == []


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x/">SGO</a></p>',
        "<h2>SGO</h2>",
        "<details><summary>SGO</summary></details>",
        "<svg><title>SGO</title></svg>",
        '<p title="SGO">order</p>',
    ],
)
def test_words_in_links_headings_buttons_and_attributes_are_left_alone(explainer, html):
    assert explainer.explain(html).html == html


def test_text_after_a_skipped_element_is_explained_again(explainer):
    assert explainer.explain("<h2>SGO</h2><p>SGO</p>").html.endswith('<p><a class="term" href="#word-sgo">SGO</a></p>')


def test_without_a_glossary_the_text_stays_as_it_is():
    assert Explainer([]).explain("<p>SGO</p>").html == "<p>SGO</p>"


def test_examples_say_that_they_are_examples():
    assert label_examples("<p><mark>Tuesdays</mark></p>", "example") == (
        '<p><mark class="example">Tuesdays <small>(example)</small></mark></p>'
    )
