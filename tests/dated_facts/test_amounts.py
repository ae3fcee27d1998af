"""Amounts of money as plain values: when they are old, and how a page says so."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from pages.core.html.tree import parse
from pages.core.vocabulary import Bound
from pages.dated_facts.model import DatedFact, FactRow
from pages.dated_facts.row_on import overlaps
from pages.dated_facts.shown import Fact, FactHandler, Row, html_of, key_of, warn_of_old
from pages.dated_facts.value import in_pounds

LAST = datetime.date(2027, 4, 5)
LATE = datetime.date(2027, 4, 6)


def fact(*rows, until=LAST):
    return Fact(1, "a", "A", rows or (Row("up to £5", None, until, False),))


@pytest.mark.parametrize(("until", "day", "is_old"), [(LAST, LAST, False), (LAST, LATE, True), (None, LATE, False)])
def test_an_amount_is_old_from_the_day_after_its_last(until, day, is_old):
    assert fact(until=until).is_out_of_date(day) is is_old


def test_an_amount_at_the_beginning_of_a_sentence_begins_with_a_capital():
    assert html_of(fact(until=None), LAST, first=True) == '<span class="fact">Up to £5</span>'
    assert html_of(fact(until=None), LAST) == '<span class="fact">up to £5</span>'


@pytest.mark.parametrize(
    ("until", "day", "html"),
    [
        (LAST, LAST, '<span class="fact">up to £5</span>'),
        (LAST, LATE, '<span class="fact fact--old">up to £5 <small>(old)</small></span>'),
        (None, LATE, '<span class="fact">up to £5</span>'),
    ],
)
def test_a_page_warns_after_an_old_amount_only(until, day, html):
    tree = parse(html_of(fact(until=until), day))
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
        FactRow(amount=5, amount_to=second).clean()


def test_two_amounts_are_exactly_what_they_are():
    FactRow(amount=5, amount_to=6, bound=Bound.EXACTLY).clean()
    with pytest.raises(ValidationError, match="With two amounts"):
        FactRow(amount=5, amount_to=6, bound=Bound.UP_TO).clean()


def test_an_amount_that_is_not_typed_yet_is_no_reason_to_stop_at_the_second():
    with pytest.raises(ValidationError) as refused:
        FactRow(amount=None, amount_to=5).clean()
    assert set(refused.value.message_dict) == {"in_words"}
    FactRow(amount=5, amount_to=None).clean()


def test_a_value_is_an_amount_or_words_and_never_both():
    FactRow(in_words="31 March 2028").clean()
    for both in ({"in_words": "£5", "amount": 5}, {}):
        with pytest.raises(ValidationError, match="one of the two"):
            FactRow(**both).clean()


def test_a_value_ends_on_the_day_it_begins_or_later():
    FactRow(amount=5, valid_from=LAST, valid_until=LAST).clean()
    with pytest.raises(ValidationError, match="must not be before the first"):
        FactRow(amount=5, valid_from=LATE, valid_until=LAST).clean()


def test_whoever_looked_it_up_is_said_with_the_day():
    with pytest.raises(ValidationError, match="Say who looked it up"):
        FactRow(amount=5, checked_on=LAST).clean()


def row(words, first=None, last=None, example=False):
    return Row(words, first, last, example)


OLD_YEAR, NEW_YEAR = row("£5", None, LAST), row("£6", LATE, datetime.date(2028, 4, 5))


@pytest.mark.parametrize(
    ("day", "words", "is_old"),
    [
        (datetime.date(2020, 1, 1), "£5", False),
        (LAST, "£5", False),
        (LATE, "£6", False),
        (datetime.date(2028, 4, 6), "£6", True),
    ],
)
@pytest.mark.parametrize("rows", [(OLD_YEAR, NEW_YEAR), (NEW_YEAR, OLD_YEAR)], ids=["in order", "mixed"])
def test_the_day_decides_which_row_holds(rows, day, words, is_old):
    shown = fact(*rows)

    assert (shown.words_on(day), shown.is_out_of_date(day)) == (words, is_old)


def test_between_two_rows_the_one_that_held_last_is_said_with_the_warning():
    shown = fact(row("£5", None, datetime.date(2027, 3, 31)), NEW_YEAR)

    assert shown.plain_on(LAST) == "£5 (this may have changed, please check)"
    assert shown.plain_on(LATE) == "£6"


def test_what_is_still_to_come_says_from_when():
    shown = fact(NEW_YEAR)

    assert shown.plain_on(LAST) == "£6 from 6 April 2027"
    assert html_of(shown, LAST, first=True) == '<span class="fact" data-until="2028-04-05">£6 from 6 April 2027</span>'


def test_an_example_says_so_in_plain_text_too():
    assert fact(row("£5", example=True)).plain_on(LAST) == "£5 (example)"


def test_a_fact_without_rows_says_nothing():
    nothing = Fact(1, "a", "A", ())

    assert (nothing.plain_on(LAST), html_of(nothing, LAST), nothing.is_out_of_date(LAST)) == ("", "", False)


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (row("a", None, LAST), row("b", LATE), False),
        (row("a", None, LATE), row("b", LATE), True),
        (row("a"), row("b", LATE), False),
        (row("a"), row("b"), True),
        (row("a", LATE), row("b", LATE), True),
        (row("a", LAST, datetime.date(2030, 1, 1)), row("b", LATE, LATE), True),
    ],
)
def test_two_rows_never_hold_on_the_same_day(first, second, overlap):
    assert bool(overlaps([first, second])) is bool(overlaps([second, first])) is overlap
