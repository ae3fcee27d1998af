"""Where a list of results ends: nothing that only touches on what is asked for, and never an endless list."""

import pytest

from pages.search.index import SearchIndex, Text
from pages.search.synonyms import Synonyms


def rank(*weights, overdue=()):
    """The pages that a query finds, when each says the same word with a weight of its own."""
    pages = [Text(pk, f"{pk:04}", [("school", weight)], [], 1, []) for pk, weight in enumerate(weights, 1)]
    other = Text(1000, "1000", [("garden", 1)], [], 1, [])
    return SearchIndex([*pages, other], Synonyms()).rank("school", overdue)


def test_a_page_that_says_it_a_twelfth_as_much_as_the_best_is_cut_off():
    assert rank(100, 8.1, 7.9) == [1, 2]


@pytest.mark.parametrize(("count", "listed"), [(29, 29), (30, 30), (31, 30), (60, 30)])
def test_no_list_is_longer_than_thirty(count, listed):
    assert rank(*[1] * count) == list(range(1, listed + 1))


def test_a_page_that_is_overdue_comes_lower_and_is_never_cut_off_for_it():
    assert rank(100, 8.1, 99, overdue={1, 2}) == [3, 1, 2]
