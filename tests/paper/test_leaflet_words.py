"""The leaflet is measured with the words that readers read, however long a council's own are."""

import pytest

from pages.council.model import CouncilSettings
from pages.paper import leaflet
from tests.paper.pdfs import make_full_leaflet

NAMES = "Bournemouth Christchurch Poole and Westmorland Furness Northamptonshire "


def longest(field):
    """A name as long as its setting allows, of words as long as names of places have them."""
    limit = CouncilSettings._meta.get_field(field).max_length
    return (NAMES * 3)[:limit].strip().ljust(limit, "s")


@pytest.fixture
def long_names(home):
    council = CouncilSettings.objects.get()
    for field in (
        "council_name",
        "council_short_name",
        "area",
        "childrens_services",
        "navigator_name",
        "navigators_name",
    ):
        setattr(council, field, longest(field))
    council.navigator_article = "an"
    council.save()
    return council


def test_our_own_words_fit_with_the_longest_names(home, long_names):
    assert leaflet.check(make_full_leaflet(home)).problems == []


def test_what_is_measured_are_the_finished_words(home, long_names):
    sheet = make_full_leaflet(home, cover_words="{full council} {area}")
    in_braces = leaflet.check(sheet).panels

    sheet.cover_words = f"{long_names.council_name} {long_names.area}"
    assert leaflet.check(sheet).panels == in_braces

    sheet.cover_words = "x"
    assert leaflet.check(sheet).panels != in_braces
