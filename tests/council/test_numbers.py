"""Whoever reads whom to ring can ring from there: the number is put in, or what can be done while nobody answers."""

import pytest
from pytest_django.asserts import assertContains

from pages.core.html.tree import parse, written
from pages.core.ties import PageContact
from pages.council.council import current_council
from pages.council.numbers import Numbers
from tests.factories import make_contact, make_guide, make_letter

FRG = {"name": "Family Rights Group", "spellings": ["Family Rights Group"], "words": "0808 801 0366", "link": "tel:1"}
SHOUT = {"name": "Shout", "spellings": ["Shout"], "words": "SHOUT to 85258", "link": "sms:85258"}
POLICE = {"name": "Police", "spellings": [], "words": "999", "link": "tel:999"}
WHOM = ["a Navigator", "Navigators", "the Navigators", "us"]


def numbers(**values):
    named = {"phone": "01632 960 123", "phone_link": "tel:01632960123", "ask": "/ask-us-to-ring/"}
    return Numbers(whom=WHOM, helplines=[FRG, SHOUT, POLICE], **named | values)


def put(html, **values):
    tree = parse(html)
    numbers(**values).put_into(tree)
    return written(tree)


NUMBER = '<bdi class="number" dir="ltr">01632 960 123</bdi>'


def test_while_somebody_answers_the_words_are_a_link_to_the_number_which_is_said_once():
    html = put("<p>Ring a Navigator. Then ring us again.</p>")

    assert html == (
        f'<p><a href="tel:01632960123">Ring a Navigator {NUMBER}</a>. '
        'Then <a href="tel:01632960123">ring us</a> again.</p>'
    )


def test_while_nobody_does_they_lead_to_being_rung_and_to_tonight():
    html = put("<p>Ring a Navigator.</p>", closed="Closed until 9am", tonight="/tonight/")

    assert html == (
        f'<p><a href="/ask-us-to-ring/">Ring a Navigator</a> <span class="at">({NUMBER})</span>. '
        '<span class="on-screen">Our phone line is closed until 9am: '
        '<a href="/ask-us-to-ring/">ask us to ring you</a>, or see '
        '<a href="/tonight/">who is open tonight</a>.</span></p>'
    )


def test_steps_are_read_by_themselves_so_they_say_it_once_more():
    html = put(
        '<p>Ring us. Shout listens.</p><ol class="steps"><li>Ring us.</li><li>Ring us, or Shout.</li></ol>',
        closed="Closed until 9am",
    )

    text, steps = html.split("<ol")
    for part in (text, steps):
        assert part.count("closed until 9am") == 1
        assert part.count("SHOUT to 85258") == 1


@pytest.mark.parametrize(
    ("html", "end"),
    [
        ("<p>Ring us and we will post it to you.</p>", "post it to you. {instead}</p>"),
        ("<ol><li><strong>Ring us.</strong><p>Say why.</p></li></ol>", "<p>Say why. {instead}</p>"),
        ("<ul><li><b>Ring us.</b> Say why.</li></ul>", "Say why. {instead}</li></ul>"),
    ],
)
def test_that_nobody_answers_is_said_behind_the_sentences_and_breaks_none(html, end):
    words = 'Our phone line is closed until 9am: <a href="/ask-us-to-ring/">ask us to ring you</a>.'
    instead = f'<span class="on-screen">{words}</span>'

    assert end.format(instead=instead) in put(html, closed="Closed until 9am")


def test_what_the_paragraph_leads_to_already_is_not_said_again():
    said = '<p>See <a href="/tonight/">tonight</a>, or ring us.</p>'
    html = put(said, closed="Closed until 9am", tonight="/tonight/")

    assert html.count("/tonight/") == 1
    assert html.endswith('closed until 9am: <a href="/ask-us-to-ring/">ask us to ring you</a>.</span></p>')


def test_a_number_to_press_above_a_text_takes_nothing_from_the_text():
    html = put('<a class="dial" href="sms:85258"><span>Shout</span></a><p>Shout is free.</p>')

    assert html.count("SHOUT to 85258") == 1
    assert html.index("<p>") < html.index("SHOUT to 85258")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Ring a Navigator</h2>",
        '<p><a href="/x/">Ring a Navigator</a></p>',
        "<p>Bring a Navigator. Ring a Navigatorial. Ring used phones.</p>",
        "<details><summary>Ring us</summary></details>",
        "<p>There are 999 reasons, at 999 places.</p>",
        '<div class="contact"><h3>Shout</h3><p>Shout is free.</p></div>',
    ],
)
def test_headings_links_cards_and_other_words_stay(html):
    assert put(html) == html


def test_without_a_number_nothing_is_promised():
    assert put("<p>Ring a Navigator.</p>", phone="", phone_link="") == "<p>Ring a Navigator.</p>"


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>Ring 999 now.</p>", '<p>Ring <a href="tel:999">999</a> now.</p>'),
        ("<p>Ring <b>999</b>.</p>", '<p>Ring <b><a href="tel:999">999</a></b>.</p>'),
        ('<p>Ring <a href="tel:999">999</a>.</p>', '<p>Ring <a href="tel:999">999</a>.</p>'),
    ],
)
def test_the_short_numbers_are_links_wherever_they_are_to_be_rung(html, linked):
    assert put(html) == linked


def test_a_helpline_has_its_number_where_it_is_first_named():
    html = put("<p>Family Rights Group helps. Ask Family Rights Group.</p>")

    number = '<bdi class="number" dir="ltr">0808 801 0366</bdi>'
    assert html == (
        f'<p>Family Rights Group <span class="at">(<a href="tel:1">{number}</a>)</span> helps. '
        "Ask Family Rights Group.</p>"
    )


def test_a_helpline_that_is_a_link_has_it_after_the_link():
    html = put('<p>See <a href="/frg/">Family Rights Group</a> for it.</p>')

    assert '>Family Rights Group</a> <span class="at">(<a href="tel:1">' in html
    assert html.endswith("</span> for it.</p>")


def test_a_helpline_in_the_words_of_a_longer_link_has_it_behind_the_sentences():
    html = put('<p><a href="https://frg.org.uk">Family Rights Group shows how to ask</a> for a plan.</p>')

    assert '>Family Rights Group shows how to ask</a> for a plan. <span class="at">Family Rights Group: <a' in html
    assert html.endswith("</a>.</span></p>")


def test_a_helpline_named_by_itself_later_has_it_there():
    html = put('<p><a href="https://frg.org.uk">Family Rights Group shows how</a>. Ask Family Rights Group.</p>')

    assert 'Ask Family Rights Group <span class="at">(<a href="tel:1">' in html


def test_what_belongs_to_a_helpline_and_is_read_has_no_number():
    html = "<p>The Family Rights Group website shows how.</p>"

    assert put(html) == html


def test_a_number_that_was_typed_can_be_pressed():
    html = put("<p><b>Ring 0808 802 5544.</b> Not 0808 802 55441, 2026-11-28 or 00808 802 5544.</p>")

    number = '<a href="tel:08088025544"><bdi class="number" dir="ltr">0808 802 5544</bdi></a>'
    assert html == f"<p><b>Ring {number}.</b> Not 0808 802 55441, 2026-11-28 or 00808 802 5544.</p>"


def test_who_is_asked_by_name_is_a_link_and_has_the_number_where_she_is_to_be_rung():
    html = put("<p>Ask a Navigator, or ask us. Ring a Navigator.</p>")

    assert html == (
        '<p><a href="tel:01632960123">Ask a Navigator</a>, or ask us. '
        f'<a href="tel:01632960123">Ring a Navigator {NUMBER}</a>.</p>'
    )


def test_a_number_that_stands_there_is_not_said_again():
    html = "<p>Text SHOUT to 85258: Shout listens.</p>"

    assert put(html) == html


def test_names_come_back_as_they_were_written():
    line = {"name": "Mind & Body", "spellings": ["Mind & Body"], "words": "01632 960 999", "link": "tel:2"}
    tree = parse("<p>Mind &amp; Body <script>x</script> is &lt;free&gt;.</p>")
    Numbers(WHOM, "", "", "/ask/", helplines=[line]).put_into(tree)

    assert "Mind &amp; Body <span" in written(tree)
    assert "&lt;free&gt;" in written(tree)


@pytest.mark.parametrize(
    ("name", "in_a_sentence"),
    [
        ("Kinship, the charity", ["Kinship, the charity", "the charity Kinship"]),
        ("NSPCC Helpline", ["NSPCC Helpline", "NSPCC"]),
        ("YoungMinds Parents Helpline", ["YoungMinds Parents Helpline", "YoungMinds"]),
        ("National Domestic Abuse Helpline", ["National Domestic Abuse Helpline"]),
    ],
)
def test_a_helpline_is_known_by_what_people_call_it(in_a_sentence, name, home):
    make_contact(name=name, phone="01632 960 777")

    assert next(line for line in current_council().helplines if line["name"] == name)["spellings"] == in_a_sentence


def test_a_contact_that_says_to_ask_a_navigator_leads_to_one(client, section):
    guide = make_guide(section)
    contact = make_contact(name="Carers’ forum", purpose="A group of parents. Ask a Navigator how to reach it.")
    PageContact.objects.create(page=guide, contact=contact)

    assertContains(client.get(guide.url), '<a href="tel:01632960123">Ask a Navigator</a> how to reach it.')


def test_what_happens_after_a_letter_leads_to_whom_to_ring(client, section):
    letter = make_letter(section, what_next="<p>Not sure where to send it? Ring a Navigator.</p>")

    assertContains(client.get(letter.url), '<a href="tel:01632960123">Ring a Navigator')
