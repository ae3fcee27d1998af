import pytest

from pages.content.explain import Explainer, label_examples
from pages.core.html.tree import parse


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


def explained(explainer, html):
    tree = parse(html)
    explainer.explain(tree)
    return tree.html


def terms_of(explainer, html):
    return [term["slug"] for term in explainer.explain(parse(html))]


def test_the_first_use_of_a_word_opens_its_meaning(explainer):
    html = explained(explainer, "<p>An SGO is a paper. An SGO lasts.</p>")

    word = '<button type="button" class="term" popovertarget="word-sgo">SGO</button>'
    assert html == f"<p>An {word} is a paper. An SGO lasts.</p>"


def test_the_marks_that_touch_a_word_stay_with_it(explainer):
    html = explained(explainer, "<p>It is called an “SGO”, and it lasts.</p>")

    button = '<button type="button" class="term" popovertarget="word-sgo">“<span>SGO</span>”,</button>'
    assert html == f"<p>It is called an {button} and it lasts.</p>"


def test_the_marks_behind_a_bold_word_stay_with_it_too(explainer):
    html = explained(explainer, "<p>A <b>big SGO</b>, it is. A <b>word</b>, too.</p>")

    button = '<button type="button" class="term" popovertarget="word-sgo"><span>SGO</span>,</button>'
    assert html == f"<p>A <b>big {button}</b> it is. A <b>word</b>, too.</p>"


def test_on_paper_it_is_a_link(explainer):
    tree = parse("<p>An SGO.</p>")
    explainer.explain(tree, on_paper=True)

    assert tree.html == '<p>An <a class="term" href="#word-sgo">SGO</a>.</p>'


def test_a_word_inside_a_sign_that_html_spells_out_is_left_alone():
    assert explained(Explainer([term("amp", "Amp")]), "<p>Bed &amp; breakfast</p>") == "<p>Bed &amp; breakfast</p>"


def test_terms_come_back_in_reading_order(explainer):
    assert terms_of(explainer, "<p>Looked after children and SGOs</p>") == ["looked-after", "sgo"]


def test_plurals_are_explained(explainer):
    assert "Special Guardianship Orders</button>" in explained(explainer, "<p>Special Guardianship Orders</p>")


def test_the_longest_term_wins(explainer):
    assert terms_of(explainer, "<p>previously looked after</p>") == ["previously"]


def test_the_longest_term_wins_whatever_its_first_letter_is():
    explainer = Explainer([term("care", "Care"), term("order", "care order")])

    assert terms_of(explainer, "<p>A care order</p>") == ["order"]


def test_abbreviations_are_told_from_words_by_their_capitals(explainer):
    assert terms_of(explainer, "<p>Please send it.</p>") == []


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
    assert explained(explainer, html) == html


def test_text_after_a_skipped_element_is_explained_again(explainer):
    assert explained(explainer, "<h2>SGO</h2><p>SGO</p>").endswith(
        '<p><button type="button" class="term" popovertarget="word-sgo">SGO</button></p>'
    )


def test_the_first_naming_of_a_policy_leads_to_it_and_no_other():
    explainer = Explainer([], policies=[{"slug": "promise", "url": "/promise/", "spellings": ["Our Promise"]}])

    html = explained(explainer, "<p>Our Promise is short. Read Our Promise.</p>")

    assert html == '<p><a class="policy" href="/promise/">Our Promise</a> is short. Read Our Promise.</p>'


def test_the_word_for_an_example_is_no_html():
    tree = parse("<mark>Tuesdays</mark>")
    label_examples(tree, "<to & fro>")

    assert tree.css_first("small").text() == "(<to & fro>)"


def test_without_a_glossary_the_text_stays_as_it_is():
    assert explained(Explainer([]), "<p>SGO</p>") == "<p>SGO</p>"


def test_examples_say_that_they_are_examples():
    tree = parse("<p><mark>Tuesdays</mark></p>")
    label_examples(tree, "example")

    assert tree.html == '<p><mark class="example">Tuesdays <small>(example)</small></mark></p>'


def test_what_says_itself_that_it_is_open_is_no_example():
    tree = parse("<p><mark>The number is to be confirmed</mark></p>")
    label_examples(tree, "example", "to be confirmed")

    assert tree.html == '<p><mark class="example">The number is to be confirmed</mark></p>'
