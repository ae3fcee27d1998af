import re
from pathlib import Path

import pytest

from pages.council.colour import BRAND, NIGHT_GROUNDS, PAPER, brand_problem, contrast, shades

TOKENS = Path(__file__).resolve().parents[2] / "static/css/tokens.css"


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
    assert min(contrast(made.night, ground) for ground in NIGHT_GROUNDS) >= 7


TEXT = "ink ink-soft brand yes maybe no urgent".split()
GROUNDS = (
    "paper surface lamp-tint lamp-glow yes-tint maybe-tint no-tint urgent-tint young-paper young-sky young-tint".split()
)


def tokens(scheme):
    """The colours of the site by name, as they are by day or by night."""
    day, _, night = TOKENS.read_text().partition("@media (prefers-color-scheme: dark)")
    night = night.partition("@media print")[0]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", day))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", night)) if scheme == "night" else {})


@pytest.mark.parametrize("scheme", ["day", "night"])
def test_every_colour_of_words_can_be_read_on_every_ground(scheme):
    colours = tokens(scheme)
    weak = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text in TEXT
        for ground in GROUNDS
        if contrast(colours[text], colours[ground]) < 7
    }

    assert weak == {}


def test_the_grounds_of_the_night_are_those_of_the_style_sheet():
    colours = tokens("night")

    assert set(NIGHT_GROUNDS) == {colours[ground] for ground in GROUNDS}
