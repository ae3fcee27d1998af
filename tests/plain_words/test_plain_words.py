"""The house rules for words: what is found on a page, where, and what is left alone."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import plain_words
from pages.content.eligibility import Eligibility
from pages.content.explain import Explainer
from pages.content.guide import GuidePage
from pages.content.support import SupportPage
from pages.core.ties import PagePolicy
from pages.plain_words import Code
from pages.plain_words.house import House, any_of
from pages.plain_words.page_text import PageText
from pages.plain_words.whole_page import CHECKS
from tests import factories

CLEAN = """
<p>Ring a Navigator. They listen, and tell you what help there is. You do not need a court order.</p>
<h2>What to do first</h2>
<ul><li>Tell the school. They can help from the first day.</li><li>Ask for it in writing.</li></ul>
<p>You get £26.05 a week (2026-27). Look at <a href="https://www.gov.uk/child-benefit">Child Benefit on GOV.UK</a>.</p>
<p>The Multi Agency Safeguarding Hub (MASH) is the team to ring if a child is not safe. The MASH is open all day.</p>
<p>An SGO is a paper from a court. The NHS and your GP can help too.</p>
"""
LONG_WORDS = (
    "Discretionary considerations regarding eligibility determine organisational responsibilities. "
    "Professional assessment establishes individual circumstances. Comprehensive documentation substantiates "
    "applications. Representatives communicate determinations immediately. Administrative reconsideration remains "
    "available. Additional information accompanies correspondence. Independent organisations facilitate negotiations. "
    "Experienced practitioners understand vulnerability."
)
FAULTS = {
    "money": (Code.MONEY, "<p>You get £26.05 a week.</p>"),
    "long words": (Code.GRADE, f"<p>{LONG_WORDS}</p>"),
    "a sentence that does not end": (
        Code.SENTENCE,
        "<p>If you have a child who has come to live with you and you do not know what to do or who to ring then you "
        "can ring us and we will help you with it.</p>",
    ),
    "a list item that does not end": (
        Code.SENTENCE,
        "<ul><li>the child who lives with you now and the child who may come to live with you in a week or two, when "
        "the court has said that it can be so</li></ul>",
    ),
    "a passive": (Code.PASSIVE, "<p>Your form will be sent to the panel.</p>"),
    "a passive of now": (Code.PASSIVE, "<p>Decisions are normally made on Mondays.</p>"),
    "a passive with not": (Code.PASSIVE, "<p>The money has not been sent yet. It was refused.</p>"),
    "an office phrase": (Code.PHRASE, "<p>Ring us in the event that you move.</p>"),
    "an office word in another form": (Code.PHRASE, "<p>Utilising the form is best.</p>"),
    "an office phrase across an apostrophe": (Code.PHRASE, "<p>Ask for the child’s best interest to be met.</p>"),
    "a word explained nowhere": (Code.TERM, "<h2>Help for special guardians who are new</h2><p>Ring us.</p>"),
    "letters": (Code.ABBREVIATION, "<p>Ask the IRO about it.</p>"),
    "letters with an s": (Code.ABBREVIATION, "<p>Both IROs can help.</p>"),
    "click here": (Code.LINK, '<p>To apply, <a href="https://www.example.org/">click here</a>.</p>'),
    "here": (Code.LINK, '<p>You can apply <a linktype="page" id="3">here</a>.</p>'),
    "read more": (Code.LINK, '<p>It is free. <a href="https://www.example.org/">Read more</a></p>'),
    "a web address": (Code.ADDRESS, "<p>Look at https://www.example.org/kinship-care/help.</p>"),
    "an address without its beginning": (Code.ADDRESS, "<p>Look at www.example.org or ring us.</p>"),
    "a policy": (Code.POLICY, "<p>Our Kinship Care Policy says so.</p>"),
    "an example": (Code.EXAMPLE, "<p>We meet on <mark>Tuesdays</mark>.</p>"),
    "what will end": (Code.ENDS, "<p>You can ask until March 2099.</p>"),
    "money far from a year": (
        Code.MONEY,
        "<p>It began in 2019.</p><p>Ring us.</p><p>Write to us.</p><p>Come in.</p><p>You can get £500.</p>",
    ),
}


@pytest.fixture
def words(section):
    """A council with a glossary, a policy and two plainer phrases."""
    factories.make_term(slug="sgo", term="Special Guardianship Order", also_called="SGO, special guardian")
    factories.make_policy(title="Kinship Care Policy", url="https://www.example.org/kinship-policy")
    factories.make_phrase(phrase="in the event that, in the event of", instead="if")
    factories.make_phrase(phrase="utilise, utilising", instead="use")
    factories.make_phrase(phrase="child's best interest", instead="what is best for the child")
    return section


def guide(html, **fields):
    values = {"title": "Ring us", "search_description": "Who to ring.", "body": [("text", {"text": html})]}
    return GuidePage(**values | fields)


def codes(page):
    return {finding.code for finding in plain_words.findings(page)}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_nothing_else(words, fault):
    code, html = FAULTS[fault]

    assert codes(guide(html)) == {code}


def test_all_faults_of_one_page_are_found(words):
    page = guide("".join(html for _code, html in FAULTS.values()))

    found = [finding.code for finding in plain_words.findings(page)]

    assert set(Code) - set(found) == {Code.IF}  # a guide gives no answers
    assert len(found) >= len(FAULTS) - 1  # the same letters are reported once


def test_a_clean_page_has_none(words):
    assert plain_words.findings(guide(CLEAN)) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ring us if the claim is refused.</p>",
        "<p>Was it refused?</p>",
        "<h2>Who can be paid</h2>",
        "<p>You may be worried or tired. You are not alone. She is interested.</p>",
        "<p>Ask to be told.</p>",
    ],
)
def test_a_passive_that_hurts_nobody_is_left_alone(words, html):
    assert codes(guide(html)) == set()


@pytest.mark.parametrize(
    "html",
    [
        "<p>An IRO (Independent Reviewing Officer) sees to it.</p>",
        "<p>The independent reviewing officer (IRO) sees to it. Ask the IRO.</p>",
        "<p>The Independent Reviewing Officer comes. Ask the IRO.</p>",
        "<p>IRO stands for independent reviewing officer.</p>",
        "<p>DO NOT WAIT. Look at GOV.UK or the BBC.</p>",
        "<p>Write to S60 1AE.</p>",
    ],
)
def test_letters_that_are_spelled_out_or_known_are_left_alone(words, html):
    assert Code.ABBREVIATION not in codes(guide(html))


def test_letters_are_reported_once(words):
    found = plain_words.findings(guide("<p>Ask the IRO.</p><p>The IRO helps.</p>"))

    assert [finding.quote for finding in found] == ["IRO"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>An SGO lasts until 18.</p><h2>Help for special guardians who are new</h2>",
        "<h2>What is a special guardian?</h2><p>Somebody a court chose.</p>",
    ],
)
def test_a_word_that_is_explained_is_left_alone(words, html):
    assert codes(guide(html)) == set()


def test_a_page_about_the_word_explains_it(words):
    assert codes(guide("<p>Ring us.</p>", title="Special Guardianship Orders")) == set()


def test_a_word_only_in_the_summary_is_not_explained(words):
    (found,) = plain_words.findings(guide("<p>Ring us.</p>", search_description="Help with an SGO."))

    assert (found.code, found.where.path, found.quote) == (Code.TERM, "search_description", "SGO")


def test_the_capitalised_name_of_a_thing_is_no_office_language(words):
    factories.make_phrase(phrase="discretionary", instead="we can choose")

    assert codes(guide("<p>Discretionary Housing Payment can help. Ask for a Discretionary payment.</p>")) == set()
    assert codes(guide("<p>Discretionary money can help.</p>")) == {Code.PHRASE}


@pytest.mark.parametrize("phrase", ["at the child’s  request", "At the Child's Request"])
def test_a_phrase_is_found_however_it_was_typed_into_the_list(words, phrase):
    factories.make_phrase(phrase=phrase, instead="when the child asks")

    for apostrophe in "'’":
        assert codes(guide(f"<p>We stop at the child{apostrophe}s request.</p>")) == {Code.PHRASE}


def test_names_of_orders_and_organisations_do_not_make_a_page_hard(words):
    factories.make_contact(name="Improving Organisational Responsibilities Association")
    named = "<p>Ring the Improving Organisational Responsibilities Association. They can help. It is free to ring.</p>"

    assert plain_words.look(guide(named * 3)).grade < 2


def test_a_policy_that_is_tied_or_linked_is_left_alone(words):
    policy = factories.make_policy(title="Letters to Families Policy", url="https://www.example.org/letters")
    html = "<p>Look at our Letters to Families Policy.</p>"
    tied = factories.make_guide(words, body=[("text", {"text": html})])
    assert codes(tied) == {Code.POLICY}

    PagePolicy.objects.create(page=tied, policy=policy)
    linked = guide('<p>Look at our <a href="https://www.example.org/letters">Letters to Families Policy</a>.</p>')

    assert codes(GuidePage.objects.get(pk=tied.pk)) == set()
    assert codes(linked) == set()


def test_a_policy_is_known_by_the_start_of_its_title(words):
    factories.make_policy(title="Children Act 1989, section 22H")

    assert codes(guide("<p>The Children Act 1989 says so.</p>")) == {Code.POLICY}


@pytest.mark.parametrize(
    "rows",
    [
        [{"label": "Therapy", "value": "£3,000 a year", "note": "2026-27"}],
        [{"label": "Therapy", "value": "£3,000 a year (2026-27)", "note": ""}],
    ],
)
def test_an_amount_in_a_table_is_dated_by_its_row(words, rows):
    assert codes(guide("", body=[("facts", {"caption": "What it pays", "rows": rows})])) == set()


def test_an_amount_in_a_table_is_dated_by_the_caption(words):
    rows = [{"label": "Therapy", "value": "£3,000 a year", "note": ""}]

    assert codes(guide("", body=[("facts", {"caption": "2026 to 2027", "rows": rows})])) == set()
    assert codes(guide("", body=[("facts", {"caption": "What it pays", "rows": rows})])) == {Code.MONEY}


def test_pages_for_young_people_are_held_to_the_lower_grade(home):
    section = factories.make_section(home, audience="young-people")
    page = factories.make_guide(section)

    assert plain_words.look(page).limit < plain_words.look(factories.make_guide(factories.make_section(home))).limit


def test_every_text_has_its_place_in_the_editor(section):
    page = factories.make_support(
        section,
        body=[
            ("text", {"text": "<p>One.</p>"}),
            ("text", {"text": "<p>Two.</p>"}),
            ("facts", {"caption": "Facts", "rows": [{"label": "A", "value": "B", "note": "C"}]}),
        ],
        what_next="<p>We ring you.</p>",
    )
    page = SupportPage.objects.get(pk=page.pk)
    first, second, facts = (block.id for block in page.body)
    row = page.body[2].value["rows"].bound_blocks[0].id

    places = {passage.where.path: passage for passage in plain_words.passages(page)}

    assert places[f"body.{second}.text"].where.label == "What it is, text 2"
    assert places[f"body.{first}.text"].text == "One."
    assert places[f"body.{facts}.rows.{row}.note"].text == "C"
    assert places["eligibility.0.reason"].where.label == "Arrangement 1, Reason"
    assert {"title", "search_description", "what_next", "cost"} <= places.keys()
    assert not {"slug", "search_words", "kept_by"} & places.keys()


def test_every_block_with_words_is_read(words):
    from pages.content.blocks import BodyBlock

    for block in BodyBlock().child_blocks.values():
        value = block.get_preview_value()
        page = guide("", body=[(block.name, value)])
        if block.name != "contact":
            assert len(plain_words.passages(page)) > 2, block.name


def test_rows_of_an_unsaved_page_are_read(words):
    page = SupportPage(title="Beds", search_description="Help with beds.")
    page.eligibility = [Eligibility(arrangement="informal", answer="yes", reason="The IRO will be told about it.")]

    assert {(found.code, found.where.path) for found in plain_words.findings(page)} == {
        (Code.ABBREVIATION, "eligibility.0.reason"),
        (Code.PASSIVE, "eligibility.0.reason"),
    }


def test_an_empty_page_has_nothing_to_say(words):
    assert plain_words.look(GuidePage()).findings == []
    assert plain_words.look(SupportPage()).grade == 0


def test_a_longer_page_costs_no_more_queries(words, django_assert_max_num_queries):
    short, long = factories.make_guide(words), factories.make_guide(words, body=[("text", {"text": CLEAN})] * 20)
    plain_words.look(short)

    for page in (short, long):
        with django_assert_max_num_queries(3):  # the version of the content, twice, and the tied policies
            plain_words.look(page)


@pytest.mark.django_db
@given(text=st.text(), html=st.text(alphabet="<>/=&;![]-\"' apbhimrk£0123.CAPS\n\0", max_size=80))
def test_any_text_can_be_read(text, html):
    house = House(any_of(["Kinship"]), any_of(["prior to"]), {}, Explainer([]), [])
    page = guide(html + text, title=text)
    read = PageText(text, plain_words.passages(page), set(), False, True, house, datetime.date(2026, 11, 27))

    for check in CHECKS:
        list(check.check(read))
