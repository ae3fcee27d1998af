"""Words in braces: what is finished, what stays as it was typed, and what is refused."""

import pytest

from pages.core import inline
from pages.core.inline import as_typed, finished, finished_html, problems, problems_in_html

WORDS = {
    "council": "Testham Council",
    "a navigator": "a Guide",
    "area": "Testham & <Ham>",
    "childrens services": "“Kids”",
}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ring {a navigator}.", "Ring a Guide."),
        ("{A navigator} listens.", "A Guide listens."),
        ("{council}’s list", "Testham Council’s list"),
        ("{council}{council}", "Testham CouncilTestham Council"),
        ("{{council}}", "{Testham Council}"),
        ("in {area}", "in Testham & <Ham>"),
    ],
)
def test_a_word_is_finished(text, read):
    assert finished(text, WORDS) == read


@pytest.mark.parametrize(
    "text",
    ["", "{", "}", "{}", "{ }", "{1,2}", '{"a": 1}', "{councl}", "{COUNCIL}", "{ council }", "{council", "council}"],
)
def test_what_is_no_word_stays_as_it_was_typed(text):
    assert finished(text, WORDS) == text
    assert finished_html(text, WORDS) == text


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>In {area}</p>", "<p>In Testham &amp; &lt;Ham&gt;</p>"),
        ('<img alt="{area}">', '<img alt="Testham &amp; &lt;Ham&gt;">'),
        ("<a title='{council}' href='/{council}/'>x</a>", "<a title='Testham Council' href='/{council}/'>x</a>"),
        ('<meta name="description" content="{council}">', '<meta name="description" content="Testham Council">'),
        ("<title>{council}</title>", "<title>Testham Council</title>"),
        ('<button aria-label = "Ring {a navigator}">', '<button aria-label = "Ring a Guide">'),
        ("<p>a < b {council}</p>", "<p>a < b Testham Council</p>"),
        ("<option value='{council}'>{council}</option>", "<option value='{council}'>Testham Council</option>"),
    ],
)
def test_texts_and_what_is_read_out_are_finished(html, read):
    assert finished_html(html, WORDS) == read


@pytest.mark.parametrize(
    "html",
    [
        '<input value="{council}" data-words="{council}">',
        "<textarea>{council}</textarea>",
        "<TEXTAREA rows=1>a > b <b>{council}</b></TEXTAREA >",
        "<script>const a = `{council}`;</script>",
        '<script type="application/json">{"a": "{council}"}</script>',
        "<style>p::before { content: '{council}' }</style>",
        "<!-- {council} > -->",
        "<a href='/?q={council}'>x</a>",
        '<p data-a="x > y {council}">x</p>',
    ],
)
def test_inputs_scripts_and_data_stay_raw(html):
    assert finished_html(html, WORDS) == html
    assert finished_html(f"{html}<p>{{council}}</p>", WORDS) == f"{html}<p>Testham Council</p>"


def test_a_quote_in_a_word_can_not_leave_its_attribute():
    words = {"council": "\"'><script>alert(1)</script>"}

    read = finished_html("""<p title="{council}" lang='{council}'>{council}</p>""", words)

    assert "<script>" not in read
    assert read.count('"') == 2
    assert "lang='{council}'" in read


def test_finishing_twice_changes_nothing():
    once = finished_html("<p>{council}, {area}, {unknown}</p>", WORDS)

    assert finished_html(once, WORDS) == once


def test_a_word_that_holds_another_is_not_finished_again():
    assert finished("{council} {area}", {"council": "{area}", "area": "here"}) == "{area} here"


def test_what_a_visitor_typed_stays_theirs():
    typed = as_typed("<b>{council}</b>")

    assert typed == "&lt;b&gt;&#123;council}&lt;/b&gt;"
    assert finished_html(f"<p>{typed}</p>", WORDS) == f"<p>{typed}</p>"


def test_a_broken_page_costs_no_time():
    broken = '<p title="' + "<a '" * 20_000 + "{council}"

    assert finished_html(broken, WORDS).endswith(("{council}", "Testham Council"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "}",
        "{ }",
        "{}",
        "{1}",
        '{"a": 1}',
        "{{}}",
        "{…}",
        "{council}",
        "{A navigator}’s",
        "{Full council}",
    ],
)
def test_what_begins_with_no_letter_is_allowed(text):
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("{councl}", "council"),
        ("{ council }", "council"),
        ("{COUNCIL}", "council"),
        ("{the navigator}", "the navigators"),
    ],
)
def test_a_slip_is_refused_with_what_may_be_meant(text, near):
    [message] = problems(f"Ring {text} now.")

    assert text in message
    assert f"“{near}”" in message


def test_a_word_nobody_knows_is_refused_with_all_there_are():
    [message] = problems("{xyzzy}")

    assert all(name in message for name in inline.meanings())


@pytest.mark.parametrize("text", ["{x: 1}", "{Ähnlich}", "{if a}", "{a1}", "{area/council}"])
def test_every_letter_after_a_brace_is_taken_for_a_word(text):
    assert len(problems(text)) == 1


@pytest.mark.parametrize("text", ["{council", "Ring {the navigators. Or us.", "a {b\nc} d", "{council {area}"])
def test_a_word_whose_second_brace_is_missing_is_refused(text):
    [message] = problems(text)

    assert "the second brace is missing" in message
    assert len(problems_in_html(f"<p>{text}</p><p>And more.</p>")) == 1


@pytest.fixture
def facts(monkeypatch):
    said = {"child-benefit": "£26.05 <a week>", "lowest-age": "under 16"}
    labels = {name: name.title() for name in said}
    monkeypatch.setattr(inline, "_facts", [inline.Facts(said.get, lambda: labels)])


def test_a_fact_is_said_by_its_name(facts):
    assert finished("You get {fact: child-benefit}.", WORDS) == "You get £26.05 <a week>."
    assert finished("{Fact: lowest-age} only.", WORDS) == "Under 16 only."
    assert finished_html("<p title='{fact: lowest-age}'>{fact: child-benefit}</p>", WORDS) == (
        "<p title='under 16'>£26.05 &lt;a week&gt;</p>"
    )
    assert finished("{fact: unknown} stays", WORDS) == "{fact: unknown} stays"


def test_a_fact_is_known_in_plain_text_and_running_text_has_a_button(facts):
    assert problems("{fact: child-benefit} and {Fact: lowest-age}") == []
    assert "button" in problems_in_html("<p>{fact: child-benefit}</p>")[0]


@pytest.mark.parametrize("text", ["{fact: child-benefits}", "{fact:child-benefit}", "{FACT: child-benefit}"])
def test_a_slip_in_the_name_of_a_fact_says_what_may_be_meant(facts, text):
    [message] = problems(text)

    assert text in message
    assert "“child-benefit”" in message
    assert finished(message, WORDS) == message


def test_a_fact_nobody_has_added_is_refused(facts):
    [message] = problems("{fact: xyzzy}")

    assert "add it to them first" in message


def test_the_names_in_a_text_are_known():
    assert inline.facts_named_in("{fact: a} {Fact: b-2} {fact: a} {council}") == ["a", "b-2"]


def test_each_unknown_word_is_named():
    assert len(problems("{one} {two} {council}")) == 2
    assert len(problems_in_html("<p>{one}</p><ul><li>{two}</li></ul>")) == 2


def test_a_message_says_no_word_that_would_be_finished():
    for message in (*problems("{councl} {xyzzy}"), *problems_in_html("<p>{<b>council</b>}</p>")):
        assert finished(message, WORDS) == message


@pytest.mark.parametrize(
    "html", ["<p>{<b>council</b>}</p>", "<p>{coun<a href='/'>cil}</a></p>", "<p>{council<b>}</b></p>"]
)
def test_a_word_in_running_text_is_one_piece(html):
    assert len(problems_in_html(html)) == 1


def test_a_word_does_not_reach_over_the_end_of_a_paragraph():
    assert problems_in_html("<p>a {</p><p>council} b</p>") == []
    assert problems_in_html("<p>{<br/>x}</p>") == []
    assert problems_in_html("<p><b>{council}</b> &amp; {area}</p>") == []


def test_what_holds_no_brace_asks_for_no_words(monkeypatch):
    monkeypatch.setattr(inline, "words_today", lambda: pytest.fail("asked"))

    for text in ("nothing", "{", '{"json": true}', "{ }"):
        assert finished(text) == finished_html(text) == text
