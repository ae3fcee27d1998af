"""Whatever an editor can type comes back from the text of a pack as it was."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.dated_facts.sentences import right_until
from pages.offer_files.item import WrongError
from pages.offer_files.prose import (
    NAMED,
    Paragraph,
    Run,
    Style,
    read_html,
    read_markdown,
    tidy,
    write_html,
    write_markdown,
)

SIGNS = list("aB1 *_[]()#-+.!?\\&;<>\n\t“”’~`|=:/\xa0\u200d\u202e\"'")
WORDS = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])), max_size=12)
ADDRESSES = [
    "/leaflet.pdf",
    "https://e.org/a?b=1&copy=2",
    "https://e.org/(x)",
    "https://e.org/&amp;<é>",
    "mailto:a@b.c",
]
LINKS = st.sampled_from(["", "", "/money/", "mailto:a@b.c", *ADDRESSES])
STYLES = st.builds(Style, st.booleans(), st.booleans(), LINKS, st.just(""), st.none())
SOURCES = st.text(st.sampled_from(list('aB1 "\\[](){}&;<>*_:/.’')), min_size=1, max_size=12)
URLS = st.sampled_from(["", "https://www.gov.uk/a", 'https://e.org/(x)?a="b"&copy=2&amp;[c]', "http://e.org/a\\b"])
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)).map(str)


def is_right(typed):
    try:
        return right_until(*typed)
    except ValidationError:
        return None


RIGHTS = st.tuples(DAYS, SOURCES, URLS).map(is_right).filter(bool)
DATED_STYLES = st.builds(Style, st.booleans(), st.booleans(), st.just(""), st.just(""), RIGHTS)
NAMES = st.sampled_from(["cap", "child-benefit"])
AMOUNT_STYLES = st.builds(Style, st.booleans(), st.booleans(), st.just(""), NAMES, st.none())
AMOUNTS = st.builds(Run, st.just(NAMED), AMOUNT_STYLES)
RUNS = st.lists(st.one_of(st.builds(Run, WORDS, STYLES), st.builds(Run, WORDS, DATED_STYLES), AMOUNTS), max_size=5).map(
    tuple
)
PROSE = st.lists(
    st.builds(Paragraph, st.sampled_from(["p", "p", "h2", "h3", "ul", "ol"]), RUNS, st.integers(0, 3)), max_size=6
)
PAGES = {"/money/": 5}
MONEY = {"cap": 7, "child-benefit": 8}
MONEY_NAMES = {"7": "cap", "8": "child-benefit"}


def html_of(markdown):
    return write_html(read_markdown(markdown), PAGES.get, MONEY.__getitem__)


def markdown_of(html):
    return write_markdown(read_html(html, {"5": "/money/"}.get, MONEY_NAMES.get))


@settings(deadline=None)
@given(PROSE)
def test_any_prose_comes_back_from_markdown(paragraphs):
    prose = tidy(paragraphs)

    assert read_markdown(write_markdown(prose)) == prose


@settings(deadline=None)
@given(PROSE)
def test_any_prose_comes_back_from_html(paragraphs):
    prose = tidy(paragraphs)

    html = write_html(prose, PAGES.get, MONEY.__getitem__)
    assert read_html(html, {"5": "/money/"}.get, MONEY_NAMES.get) == prose


@settings(deadline=None)
@given(st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])), max_size=80))
def test_markdown_that_anybody_types_settles_at_once(text):
    try:
        once = write_markdown(read_markdown(text))
    except WrongError:
        return

    assert write_markdown(read_markdown(once)) == once


BOTH_WAYS = {
    "a paragraph": ("One.\nTwo.", "<p>One. Two.</p>"),
    "two paragraphs": ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
    "bold": ("Ask **before** you agree.", "<p>Ask <b>before</b> you agree.</p>"),
    "headings": ("## One\n\n### Two", "<h2>One</h2><h3>Two</h3>"),
    "a list": ("- One. Two.\n- Three", "<ul><li>One. Two.</li><li>Three</li></ul>"),
    "a numbered list": ("1. One\n2. Two", "<ol><li>One</li><li>Two</li></ol>"),
    "a list in a list": ("- One\n  1. Two\n- Three", "<ul><li>One<ol><li>Two</li></ol></li><li>Three</li></ul>"),
    "a page": ("[Money](/money/)", '<p><a linktype="page" id="5">Money</a></p>'),
    "an address": ("[Law](https://e.org/?a=1&b=2)", '<p><a href="https://e.org/?a=1&amp;b=2">Law</a></p>'),
    "an example": ("[Mondays](example)", "<p><mark>Mondays</mark></p>"),
    "an example that is a link": ('[A](/money/ "example")', '<p><a linktype="page" id="5"><mark>A</mark></a></p>'),
    "a line break": ("One\\\ntwo", "<p>One<br/>two</p>"),
    "signs": ("2 \\* 3 \\[x\\] R&D \\&amp; a\\_b", "<p>2 * 3 [x] R&amp;D &amp;amp; a_b</p>"),
    "what looks like a list": ("1\\. one", "<p>1. one</p>"),
    "an amount": ("You get {fact: cap}.", '<p>You get <embed embedtype="fact" id="7"/>.</p>'),
    "a bold amount": ("**{fact: cap}**", '<p><b><embed embedtype="fact" id="7"/></b></p>'),
    "two amounts": (
        "{fact: cap}{fact: cap}",
        '<p><embed embedtype="fact" id="7"/><embed embedtype="fact" id="7"/></p>',
    ),
    "what looks like an amount": ("\\{fact: cap}", "<p>{fact: cap}</p>"),
    "a dated sentence": (
        'It is £5.\n[You can ask **now**.](until:2028-03-31 "GOV.UK, 2026 https://e.org/?a=1&b=2")\nRing.',
        '<p>It is £5. <span data-until="2028-03-31" data-source="GOV.UK, 2026"'
        ' data-source-url="https://e.org/?a=1&amp;b=2">You can ask <b>now</b>.</span> Ring.</p>',
    ),
    "a dated sentence without an address": (
        '[Now.](until:2028-03-31 "a \\"letter\\"")',
        '<p><span data-until="2028-03-31" data-source="a &quot;letter&quot;">Now.</span></p>',
    ),
    "a dated sentence that is an example": (
        '[Now.](until:2028-03-31,example "GOV.UK")',
        '<p><span data-until="2028-03-31" data-source="GOV.UK"><mark>Now.</mark></span></p>',
    ),
    "no-break space": ("10&nbsp;am", "<p>10\xa0am</p>"),
    "a question in quotes": ("“Who?”\nAsk us.", "<p>“Who?” Ask us.</p>"),
    "a sentence that begins with a word": ("Ring.\n{A navigator} listens.", "<p>Ring. {A navigator} listens.</p>"),
    "no new line in a sentence": ("At 3.30 p.m. we meet.", "<p>At 3.30 p.m. we meet.</p>"),
}


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_markdown_and_html_say_the_same(name):
    markdown, html = BOTH_WAYS[name]

    assert html_of(markdown) == html
    assert markdown_of(html) == markdown


FROM_EDITORS = {
    '<p data-block-key="a1b2c">One</p><p data-block-key="x"></p>': "One",
    "<p>A <strong>b </strong>c</p>": "A **b** c",
    "<p><b>a</b><b><mark>b</mark></b></p>": "**a**[**b**](example)",
    '<p><a linktype="page" id="99">gone</a></p>': "gone",
    '<p><a linktype="document" id="1">paper</a></p>': "paper",
    "<h4>Small</h4><script>alert(1)</script><p><i>plain</i></p>": "### Small\n\nplain",
    "words alone": "words alone",
    '<p>One <embed embedtype="fact" id="99"/>two <embed embedtype="media" url="x"/></p>': "One two",
    '<p><a linktype="page" id="5">see <embed embedtype="fact" id="7"/></a></p>': "[see](/money/) {fact: cap}",
}


@pytest.mark.parametrize("html", FROM_EDITORS)
def test_what_the_pack_does_not_know_becomes_the_nearest_it_knows(html):
    assert markdown_of(html) == FROM_EDITORS[html]


DATED = {
    '[Now.](until:31-03-2028 "GOV.UK")': "Type the last day",
    '[Now.](until:2027-02-29 "GOV.UK")': "Type the last day",
    '[Now.](until:9999-01-01 "GOV.UK")': "between 2000 and 2100",
    "[Now.](until:2028-03-31)": "Say who says so",
    '[Now.](until:2028-03-31 "https://www.gov.uk/")': "Say who says so",
    '[Now.](until:2028-03-31 "GOV.UK javascript:alert(1)")': "no address of a page",
    '[Now.](until:2028-03-31 "GOV.UK https://")': "no address of a page",
    '[Now.](until:2028-03-31 "www.gov.uk")': "Give the source a name",
    "[Now.](until:2028-03-31 GOV.UK)": "is written",
    '[See [this](/money/).](until:2028-03-31 "GOV.UK")': "without a link in it",
    '[It is {fact: cap}.](until:2028-03-31 "GOV.UK")': "has its own date",
}


@pytest.mark.parametrize("markdown", DATED)
def test_a_dated_sentence_that_is_not_right_is_refused_with_its_line(markdown):
    with pytest.raises(WrongError, match=DATED[markdown]) as caught:
        read_markdown(f"One.\n\nTwo.\n{markdown}")

    assert caught.value.below == 3


def test_a_date_that_the_database_keeps_wrongly_leaves_the_words():
    assert markdown_of('<p><span data-until="2028-13-31" data-source="GOV.UK">Now.</span> <span>Then.</span></p>') == (
        "Now.\nThen."
    )


@pytest.mark.parametrize(
    "markdown", ["# One", "#### One", "- ## One", "- a\n\n  b", "a *b* c", "[a {fact: cap}](/b/)", '[a](/b/ "title")']
)
def test_markdown_beyond_the_small_one_is_refused(markdown):
    with pytest.raises(WrongError):
        read_markdown(markdown)


def test_a_mistake_in_prose_knows_its_line():
    with pytest.raises(WrongError) as caught:
        read_markdown("One.\nTwo.\n\nThree.\n*Four.*")

    assert caught.value.below == 4
