"""An amount of money is typed once, used by name, and says when it is out of date: on screen and on paper."""

import datetime
import json
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from pages import search
from pages.content.blocks import BodyBlock
from pages.core.vocabulary import Bound, Per
from pages.council.council import current_council
from pages.council.examples import live_examples
from pages.dated_facts import shown as facts
from pages.dated_facts.model import DatedFact
from pages.my_list import my_list
from pages.my_list.pack import make_pack
from pages.paper import booklet, leaflet
from pages.paper.booklet.document import offer_html
from pages.paper.booklet.offer import _state, parts
from pages.paper.leaflet.model import LeafletEntry
from pages.paper.model import Paper, PaperFormat
from tests import factories
from tests.paper.pdfs import text_of

RIGHT, LATE = datetime.date(2027, 4, 5), datetime.date(2027, 4, 6)
WARNING = "this may have changed, please check"
WORDS = "£26.05 a week (2026 to 2027)"


def naming(fact):
    return f'<p>You get <embed embedtype="fact" id="{fact.pk}"/> for one child.</p>'


def change(fact, **fields):
    fact = DatedFact.objects.get(pk=fact.pk)
    (row,) = fact.rows.all()
    for name, value in fields.items():
        setattr(row, name, value)
    fact.rows = [row]
    fact.save()


def in_text(fact):
    return [("text", {"text": naming(fact)})]


def in_table(fact):
    row = {"label": "For one child", "value": "", "amount": fact, "note": ""}
    return [("facts", {"caption": "How much", "rows": [row]})]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "£26.05 a week (2026 to 2027)"),
        ({"amount": Decimal(3000), "per": Per.YEAR, "bound": Bound.UP_TO}, "up to £3,000 a year (2026 to 2027)"),
        ({"amount": Decimal(10), "amount_to": Decimal(20), "per": "", "period": ""}, "£10 to £20"),
        ({"amount": Decimal("0.5"), "per": Per.ONCE, "bound": Bound.ABOUT, "period": ""}, "about £0.50 once"),
        ({"per": Per.CHILD_WEEK, "bound": Bound.FROM, "period": ""}, "£26.05 or more a week for each child"),
    ],
)
def test_an_amount_is_said_in_words(db, fields, words):
    assert factories.make_fact(**fields).rows.get().words == words


def test_an_amount_is_right_on_its_last_day_and_out_of_date_after_it(db):
    fact = factories.make_fact(valid_until=RIGHT).rows.get()

    assert not fact.is_out_of_date(RIGHT)
    assert fact.is_out_of_date(LATE)
    assert fact.ends_soon(RIGHT) and fact.ends_soon(RIGHT - datetime.timedelta(days=30))
    assert not fact.ends_soon(RIGHT - datetime.timedelta(days=31)) and not fact.ends_soon(LATE)


def test_an_amount_without_a_date_never_ends(db):
    fact = factories.make_fact(valid_until=None).rows.get()

    assert not fact.is_out_of_date(LATE)
    assert not fact.ends_soon(LATE)


@pytest.mark.parametrize("body", [in_text, in_table])
def test_one_change_shows_on_every_page_that_uses_the_amount(client, section, body):
    fact = factories.make_fact()
    pages = [factories.make_guide(section, body=body(fact)) for _ in range(2)]
    pages.append(factories.make_support(section, cost=naming(fact)))
    for page in pages:
        assertContains(client.get(page.url), WORDS)

    change(fact, amount=Decimal(27))

    for page in pages:
        assertContains(client.get(page.url), "£27 a week (2026 to 2027)")


@pytest.mark.parametrize("body", [in_text, in_table])
def test_a_page_warns_from_the_day_after_the_last_right_one(client, section, body):
    page = factories.make_guide(section, body=body(factories.make_fact(valid_until=RIGHT)))

    with time_machine.travel(datetime.datetime(2027, 4, 5, 12), tick=False):
        assertNotContains(client.get(page.url), WARNING)
    with time_machine.travel(datetime.datetime(2027, 4, 6, 12), tick=False):
        assertContains(client.get(page.url), f"{WORDS} <small>({WARNING})</small>")


def test_an_amount_that_is_an_example_says_so_and_keeps_the_notice_up(client, section):
    fact = factories.make_fact(label="Made up", example=True)
    page = factories.make_guide(section, body=in_text(fact))

    assertContains(client.get(page.url), "<small>(example)</small></mark>")
    assert "Made up" in live_examples()


@pytest.mark.parametrize("body", [in_text, in_table])
def test_pages_cost_the_same_however_many_amounts_they_use(section, count_queries, body):
    def using(count):
        body_of = [block for _ in range(count) for block in body(factories.make_fact())]
        return factories.make_guide(section, body=body_of)

    assert count_queries(using(1).url) == count_queries(using(10).url) <= 8


def test_the_words_of_an_amount_are_found(section):
    page = factories.make_guide(section, title="Money", body=in_text(factories.make_fact(label="Zebra allowance")))

    assert page.pk in [hit.pk for hit in search.search("zebra", RIGHT)]


@pytest.fixture
def words_in(tmp_path):
    """The words of a PDF."""

    def read(pdf):
        (tmp_path / "paper.pdf").write_bytes(pdf)
        return text_of(tmp_path / "paper.pdf")

    return read


@pytest.mark.parametrize(("day", "warns"), [(RIGHT, False), (LATE, True)])
@pytest.mark.parametrize("body", [in_text, in_table])
def test_the_pack_and_the_whole_offer_say_it_too(section, words_in, body, day, warns):
    page = factories.make_guide(section, body=body(factories.make_fact(valid_until=RIGHT)))
    wanted = my_list.gather([page.short_code.code], current_council().sections)

    pack = words_in(make_pack(wanted, day, booklet.PrintSize.ORDINARY, booklet.Navigator(), "192.0.2.1"))
    offer = offer_html(parts(day), [], current_council(), day)

    for words in (pack, offer):
        assert WORDS in words
        assert (WARNING in words) == warns


def test_the_leaflets_are_made_again_when_an_amount_on_them_changes_or_gets_old(home, section, words_in):
    fact = factories.make_fact(label="For one child", valid_until=RIGHT)
    sheet = factories.make_leaflet_page(home)
    LeafletEntry.objects.create(leaflet=sheet, panel="inside-left", page=section, amount=fact)

    def said():
        leaflet.remake()
        return {paper.format: words_in(bytes(paper.pdf)) for paper in Paper.objects.all()}

    with time_machine.travel(datetime.datetime(2027, 4, 5, 12), tick=False):
        assert all("For one child: £26.05 a week" in words and "please check" not in words for words in said().values())
        change(fact, amount=Decimal(27))
        assert all("£27 a week" in words for words in said().values())
    with time_machine.travel(datetime.datetime(2027, 4, 6, 12), tick=False):
        papers = said()
    assert set(papers) == {PaperFormat.FOLDED, PaperFormat.LARGE_PRINT, PaperFormat.PRINT_SHOP}
    assert all("please check" in words for words in papers.values())


def test_the_whole_offer_is_stale_when_an_amount_gets_old(section):
    factories.make_fact(valid_until=RIGHT)
    assert _state(RIGHT) == _state(RIGHT - datetime.timedelta(days=1))
    assert _state(LATE) != _state(RIGHT)


def test_the_editor_shows_the_words_and_keeps_only_the_name(home):
    fact = factories.make_fact()
    converter = ContentstateConverter(["bold", "fact"])
    html = f'<p data-block-key="abc">You get <embed embedtype="fact" id="{fact.pk}"/> each week.</p>'

    shown = converter.from_database_format(html)

    block = json.loads(shown)["blocks"][0]
    entity = json.loads(shown)["entityMap"]["0"]
    assert block["text"] == f"You get {WORDS} each week."
    assert entity["mutability"] == "IMMUTABLE"
    assert entity["data"]["label"] == fact.label
    assert converter.to_database_format(shown) == html


def test_an_amount_that_is_gone_leaves_nothing_behind_for_readers(client, section):
    fact = factories.make_fact()
    page = factories.make_guide(section, body=in_text(fact))
    fact.delete()

    assertContains(client.get(page.url), "You get  for one child.")


def test_a_row_of_a_table_has_a_value_or_an_amount(home):
    block = BodyBlock().child_blocks["facts"].child_blocks["rows"].child_block
    fact = factories.make_fact()

    for value, amount in (("£1", fact), ("", None)):
        with pytest.raises(ValidationError):
            block.clean(block.to_python({"label": "Each week", "value": value, "amount": amount and amount.pk}))


def test_used_amounts_are_known_to_the_page(section):
    one, two = factories.make_fact(), factories.make_fact()
    page = factories.make_support(section, body=in_text(one) + in_table(two), cost=naming(one))

    assert set(facts.used_in(page)) == {one.pk, two.pk}
