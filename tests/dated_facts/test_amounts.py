"""Amounts of money as plain values: when they are old, and how a page says so."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from pages.core.html.tree import parse
from pages.core.vocabulary import Bound
from pages.dated_facts.model import DatedFact, in_pounds
from pages.dated_facts.shown import Fact, FactHandler, html_of, key_of, warn_of_old

LAST = datetime.date(2027, 4, 5)
LATE = datetime.date(2027, 4, 6)


def amount(**fields):
    return Fact(**{"pk": 1, "slug": "a", "label": "A", "words": "up to £5", "until": LAST, "example": False} | fields)


@pytest.mark.parametrize(("until", "day", "is_old"), [(LAST, LAST, False), (LAST, LATE, True), (None, LATE, False)])
def test_an_amount_is_old_from_the_day_after_its_last(until, day, is_old):
    assert amount(until=until).is_out_of_date(day) is is_old


def test_an_amount_at_the_beginning_of_a_sentence_begins_with_a_capital():
    assert html_of(amount(until=None), first=True) == '<span class="fact">Up to £5</span>'
    assert html_of(amount(until=None)) == '<span class="fact">up to £5</span>'


@pytest.mark.parametrize(
    ("until", "day", "html"),
    [
        (LAST, LAST, '<span class="fact">up to £5</span>'),
        (LAST, LATE, '<span class="fact fact--old">up to £5 <small>(old)</small></span>'),
        (None, LATE, '<span class="fact">up to £5</span>'),
    ],
)
def test_a_page_warns_after_an_old_amount_only(until, day, html):
    tree = parse(html_of(amount(until=until)))
    warn_of_old(tree, day, "old")

    assert tree.html == html


@pytest.mark.parametrize(
    ("typed", "key"),
    [("7", 7), ("", None), (None, None), ("x", None), ("²", None), ("1" * 18, int("1" * 18)), ("1" * 19, None)],
)
def test_a_key_is_a_number_that_a_database_can_hold(typed, key):
    assert key_of({"id": typed}) == key


def test_running_text_asks_for_amounts_by_the_model_they_are_kept_in():
    assert FactHandler.get_model() is DatedFact


@pytest.mark.parametrize(("pounds", "words"), [(3000, "£3,000"), (26.05, "£26.05"), (0, "£0"), (1234.5, "£1,234.50")])
def test_pence_are_said_only_where_there_are_any(pounds, words):
    assert in_pounds(pounds) == words


@pytest.mark.parametrize("second", [4, 5])
def test_the_second_of_two_amounts_is_the_larger(second):
    with pytest.raises(ValidationError, match="more than the first"):
        DatedFact(amount=5, amount_to=second).clean()


def test_two_amounts_are_exactly_what_they_are():
    DatedFact(amount=5, amount_to=6, bound=Bound.EXACTLY).clean()
    with pytest.raises(ValidationError, match="With two amounts"):
        DatedFact(amount=5, amount_to=6, bound=Bound.UP_TO).clean()


def test_an_amount_that_is_not_typed_yet_is_no_reason_to_stop_at_the_second():
    DatedFact(amount=None, amount_to=5).clean()
    DatedFact(amount=5, amount_to=None).clean()


def test_officers_find_an_amount_by_its_name_and_its_words():
    assert str(DatedFact(label="Child Benefit", amount=5)) == "Child Benefit: £5"
