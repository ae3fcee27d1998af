"""A sentence that will stop being true carries its last right day and its source: in the editor, on pages, on paper."""

import datetime
import json

import pytest
import time_machine
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from pages import search
from pages.content.blocks import INLINE, LONG_PROSE, PROSE
from pages.core.html.tree import parse
from pages.council.council import current_council
from pages.council.roles import KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.dated_facts.ends import Ending, changed, out_of_date_in
from pages.dated_facts.sentence_form import SentenceForm
from pages.dated_facts.sentences import RightUntil, right_until, sentences_of
from pages.dated_facts.shown import warn_of_old
from pages.my_list import my_list
from pages.my_list.pack import make_pack
from pages.outside_links.places import addresses_in
from pages.paper import booklet
from pages.paper.booklet.document import offer_html
from pages.paper.booklet.offer import _state, parts
from tests import factories
from tests.cms import make_officer
from tests.paper.pdfs import text_of

LAST, LATE = datetime.date(2028, 3, 31), datetime.date(2028, 4, 1)
URL = "https://www.gov.uk/fund"
WARNING = "this may have changed, please check: GOV.UK"
MARK = "Something here may have changed"


def span(words="The fund is open until March 2028.", until="2028-03-31", source="GOV.UK", url=URL):
    address = f' data-source-url="{url}"' if url else ""
    return f'<span data-until="{until}" data-source="{source}"{address}>{words}</span>'


def in_text(html):
    return [("text", {"text": f"<p>Ask us. {html}</p>"})]


def at(day):
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(12)), tick=False)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("", "GOV.UK"), "until"),
        (("31/03/2028", "GOV.UK"), "until"),
        (("2027-02-29", "GOV.UK"), "until"),
        (("1999-12-31", "GOV.UK"), "until"),
        (("2101-01-01", "GOV.UK"), "until"),
        (("²028-01-01", "GOV.UK"), "until"),
        (("2028-03-31", " "), "source"),
        (("2028-03-31", "x" * 121), "source"),
        (("2028-03-31", "https://www.gov.uk/"), "source"),
        (("2028-03-31", "A\u200bB"), "source"),
        (("2028-03-31", "GOV.UK", "javascript:alert(1)"), "url"),
        (("2028-03-31", "GOV.UK", "/money/"), "url"),
        (("2028-03-31", "GOV.UK", "https://[x"), "url"),
        (("2028-03-31", "GOV.UK", "https://e.org/" + "a" * 500), "url"),
    ],
)
def test_a_day_a_source_or_an_address_that_is_none_is_refused_by_field(typed, field):
    with pytest.raises(ValidationError) as caught:
        right_until(*typed)

    assert list(caught.value.message_dict) == [field]


def test_a_day_that_is_past_is_asked_about_once_and_then_taken():
    typed = {"until": "2026-01-31", "source": "GOV.UK", "url": ""}
    today = datetime.date(2026, 11, 27)
    form = SentenceForm(typed, today=today)

    assert "31 January 2026 is past" in form.errors["until"][0]
    again = SentenceForm(typed | {"past": form["past"].value()}, today=today)
    assert again.is_valid() and again.right == RightUntil(datetime.date(2026, 1, 31), "GOV.UK")
    assert SentenceForm(typed, today=datetime.date(2026, 1, 31)).is_valid()


@pytest.mark.parametrize(
    ("html", "day", "said"),
    [
        (span("Now."), LAST, "<span>Now.</span>"),
        (
            span("Now."),
            LATE,
            f'<span class="fact fact--old">Now. <small>(old: <a href="{URL}">GOV.UK</a>)</small></span>',
        ),
        (span("Now.", url=""), LATE, '<span class="fact fact--old">Now. <small>(old: GOV.UK)</small></span>'),
        (
            span("Now.", source="a &lt;b&gt;", url=""),
            LATE,
            '<span class="fact fact--old">Now. <small>(old: a &lt;b&gt;)</small></span>',
        ),
    ],
)
def test_readers_meet_only_the_words_until_the_day_and_the_source_after_it(html, day, said):
    tree = parse(html)
    warn_of_old(tree, day, "old")

    assert tree.html == said


def test_sentences_are_read_out_of_rich_text_whatever_is_in_them():
    html = (
        f"<p>{span('Ask <b>now</b> &amp; <mark>here</mark>.')} {span('Bad.', until='2028-99-01')} <span>No.</span></p>"
    )

    assert list(sentences_of(html)) == [("Ask now & here.", RightUntil(LAST, "GOV.UK", URL))]


@pytest.mark.parametrize("features", [INLINE, PROSE, LONG_PROSE])
def test_the_editor_keeps_a_dated_sentence_as_it_is(home, features):
    html = f'<p data-block-key="abc">Ask <b>us</b>. {span("Open <b>now</b>, <mark>ask</mark>.")} Then ring.</p>'
    converter = ContentstateConverter(features)

    shown = converter.from_database_format(html)

    assert json.loads(shown)["blocks"][0]["text"] == "Ask us. Open now, ask. Then ring."
    entity = json.loads(shown)["entityMap"]["0"]
    assert (entity["type"], entity["mutability"]) == ("RIGHT_UNTIL", "MUTABLE")
    assert entity["data"]["label"] == "31 March 2028: GOV.UK"
    assert converter.to_database_format(shown) == html


@pytest.mark.parametrize(
    "data", [{}, {"until": 7, "source": []}, {"until": "2028-03-31", "source": "G", "url": "javascript:alert(1)"}]
)
def test_what_no_dialog_gives_leaves_the_words(home, data):
    block = {"key": "abc", "text": "Now.", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "data": {}}
    block["entityRanges"] = [{"offset": 0, "length": 4, "key": 0}]
    entity = {"type": "RIGHT_UNTIL", "mutability": "MUTABLE", "data": data}

    html = ContentstateConverter(INLINE).to_database_format(json.dumps({"blocks": [block], "entityMap": {"0": entity}}))

    assert html == '<p data-block-key="abc">Now.</p>'


@pytest.mark.parametrize("role", [KINSHIP_LEAD, SECTION_EDITORS])
def test_the_dialog_refuses_by_field_and_answers_with_what_is_kept(client, home, role):
    client.force_login(make_officer(role))
    address = "/cms/right-until/"

    empty = client.get(address, {"until": "2028-03-31", "source": "GOV.UK"}).json()
    wrong = client.post(address, {"until": "soon", "source": "", "url": "javascript:alert(1)"}).json()
    right = client.post(address, {"until": "2028-03-31", "source": " GOV.UK ", "url": URL}).json()

    assert 'value="2028-03-31"' in empty["html"] and empty["step"] == "form"
    assert wrong["step"] == "form"
    for said in ("Type the last day", "Say who says so", "This is no address of a page"):
        assert said in wrong["html"]
    assert right["step"] == "chosen" and right["right"]["source"] == "GOV.UK"
    assert "There is a link or a dated fact" in client.get(address, {"why_not": "inside"}).json()["html"]
    assert client.put(address).status_code == 405


def test_the_dialog_is_for_officers_only(client, home):
    assert client.get("/cms/right-until/").status_code == 302


FIELDS = {
    "body": lambda: {"body": in_text(span())},
    "a step": lambda: {"steps": [("step", {"lead": "Ask", "text": f"<p>{span()}</p>"})]},
    "what happens next": lambda: {"what_next": f"<p>{span()}</p>"},
    "cost": lambda: {"cost": f"<p>{span()}</p>"},
    "details": lambda: {"body": [("details", {"title": "More", "text": f"<ul><li>{span()}</li></ul>"})]},
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_page_and_its_hit_say_it_wherever_the_sentence_stands(client, section, name):
    page = factories.make_support(section, title="Zebra fund", **FIELDS[name]())

    with at(LAST):
        assertNotContains(client.get(page.url), "may have changed")
        assertNotContains(client.get(page.url), "data-until")
        assertNotContains(client.get("/search/?q=zebra"), MARK)
    with at(LATE):
        assertContains(client.get(page.url), f'(this may have changed, please check: <a href="{URL}"')
        assertContains(client.get("/search/?q=zebra"), MARK)
        assertContains(client.get(section.url), MARK)
    assert out_of_date_in(Page.objects.get(pk=page.pk).specific, LAST) == []
    assert [end.words for end in out_of_date_in(page, LATE)] == ["The fund is open until March 2028."]


def test_amounts_and_sentences_of_what_holds_here_count_too(section):
    fact = factories.make_fact(label="Benefit", valid_until=LAST)
    here = [("text", {"text": f'<p><embed embedtype="fact" id="{fact.pk}"/></p>'})]
    page = factories.make_guide(section, body=in_text(span("{council} pays.")), here=here)

    ends = out_of_date_in(page, LATE)

    council = current_council().short_name
    assert ends == [
        Ending("Benefit: £26.05 a week (2026 to 2027)", LAST, fact=fact.pk),
        Ending(f"{council} pays.", LAST, "GOV.UK", URL),
    ]


def test_the_finder_marks_what_may_have_changed(client, section):
    factories.make_support(section, title="Zebra fund", cost=f"<p>{span()}</p>")

    with at(LAST):
        assertNotContains(client.get("/find/?arrangement=special-guardianship-order"), MARK)
    with at(LATE):
        assertContains(client.get("/find/?arrangement=special-guardianship-order"), MARK)


def test_only_pages_that_readers_can_open_count(section):
    page = factories.make_guide(section, body=in_text(span()))
    draft = factories.make_guide(section, body=in_text(span()), live=False)

    assert page.pk in changed(LATE) and page.pk not in changed(LAST) and draft.pk not in changed(LATE)
    assert [hit.may_have_changed for hit in search.search(page.title, LATE) if hit.pk == page.pk] == [True]


def test_lists_cost_the_same_however_many_sentences_are_old(section, count_queries):
    def holding(count):
        for _ in range(count):
            factories.make_guide(section, body=in_text(span(until="2020-01-01") * 3))
        return section.url

    assert count_queries(holding(1)) == count_queries(holding(8))


def test_packs_and_the_whole_offer_say_it_and_where_to_check(section, tmp_path):
    page = factories.make_guide(section, body=in_text(span()))
    wanted = my_list.gather([page.short_code.code], current_council().sections)

    def pack_on(day):
        (tmp_path / "pack.pdf").write_bytes(
            make_pack(wanted, day, booklet.PrintSize.ORDINARY, booklet.Navigator(), "192.0.2.1")
        )
        return " ".join(text_of(tmp_path / "pack.pdf").split())

    assert "may have changed" not in pack_on(LAST)
    assert WARNING in pack_on(LATE) and "gov.uk/fund" in pack_on(LATE)
    assert "data-until" not in offer_html(parts(LATE), [], current_council(), LATE)
    book = offer_html(parts(LATE), [], current_council(), LATE)
    assert 'data-shown="gov.uk/fund"' in book
    assert _state(LAST) == _state(LAST - datetime.timedelta(days=1)) and _state(LATE) != _state(LAST)


def test_the_address_of_a_source_is_tried_like_any_other_link(section):
    assert URL in addresses_in(factories.make_guide(section, body=in_text(span())))


@pytest.mark.parametrize("role", [KINSHIP_LEAD, SECTION_EDITORS])
def test_the_desk_lists_old_sentences_and_those_that_end_soon_for_who_may_change_the_page(client, section, role):
    old = factories.make_guide(section, title="Old", body=in_text(span("Old words.", until="2028-03-30")))
    factories.make_guide(section, title="Soon", body=in_text(span("Soon over.", until="2028-04-30")))
    factories.make_guide(section, title="Later", body=in_text(span("Right for long.", until="2028-05-01")))
    with at(LAST):
        client.force_login(make_officer(role))
        desk = client.get("/cms/")

    assertContains(desk, f"/cms/pages/{old.pk}/edit/")
    assertContains(desk, "Out of date since 30 March 2028: the page tells readers to check. In: Old. Kept by: ")
    assertContains(desk, "Right until 30 April 2028. In: Soon.")
    assertNotContains(desk, "Right for long.")


def test_the_desk_keeps_sentences_from_those_who_may_not_change_the_page(client, section):
    factories.make_guide(section, body=in_text(span("Old words.", until="2020-03-30")))
    client.force_login(make_officer(NAVIGATORS))

    assertNotContains(client.get("/cms/"), "Old words.")
