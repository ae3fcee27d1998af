import pytest

from pages.council.colour import BRAND, NIGHT_SURFACE, PAPER, brand_problem, contrast, shades


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_too_light_to_read_is_refused_with_its_contrast():
    assert "3." in brand_problem("#888888")


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#GGGGGG", "#4b2a63; }"])
def test_what_is_not_a_colour_is_refused(colour):
    assert brand_problem(colour)


@pytest.mark.parametrize("colour", [BRAND, "#000000", "#003078", "#5a0d0d", "#0b4f2f"])
def test_every_shade_of_an_accepted_colour_can_be_read(colour):
    made = shades(colour)

    assert brand_problem(colour) == ""
    assert contrast(made.deep, PAPER) >= 7
    assert contrast(made.night, NIGHT_SURFACE) >= 7
