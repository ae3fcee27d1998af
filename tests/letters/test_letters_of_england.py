"""The letters that all councils have: whatever is left empty in one is named, before she sends it."""

import pytest

from pages.letters.model import LetterPage
from tests.html import parse

LETTERS = [
    "letter-to-school",
    "letter-to-doctor",
    "letter-to-employer",
    "letter-who-will-pay",
    "letter-please-assess-us",
]


def finished(client, slug, fill):
    """The page of a finished letter; `fill` says of each blank whether something is typed into it."""
    letter = LetterPage.objects.get(slug=slug)
    typed = {blank.key: "typed" for blank in letter.all_blanks() if fill(blank)}
    return parse(client.post(letter.letter_address, typed))


def lines_in(page):
    """What stands below each line to write on in the letter."""
    sheet = page.find(".//article[@class='letter-sheet']")
    return {label.text for label in sheet.iter("span") if label.get("class") == "letter__label"}


def named_in(page):
    section = page.find(".//section[@aria-labelledby='still-needed']")
    return [] if section is None else [point.text for point in section.iter("li")]


def test_these_are_all_the_letters(newtown_loaded):
    assert set(LetterPage.objects.live().values_list("slug", flat=True)) == set(LETTERS)


@pytest.mark.parametrize("slug", LETTERS)
@pytest.mark.parametrize(
    "fill", [lambda blank: False, lambda blank: blank.is_needed], ids=["nothing is filled in", "what is needed"]
)
def test_every_line_left_empty_is_named(slug, fill, newtown_loaded, client):
    page = finished(client, slug, fill)

    named = named_in(page)
    assert lines_in(page)
    assert set(named) == lines_in(page)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("slug", LETTERS)
def test_a_letter_without_a_line_to_write_on_names_nothing(slug, newtown_loaded, client):
    page = finished(client, slug, lambda blank: True)

    assert lines_in(page) == set() and named_in(page) == []
