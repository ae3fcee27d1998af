"""axe finds nothing to mend on any kind of page, on phone and desktop, by day and by night."""

import pytest

from tests.browser.axe import LEVELS, ONLY, UNFADED, broken, violations_everywhere

pytestmark = pytest.mark.xdist_group("browser")


def test_axe_finds_nothing(shown):
    assert violations_everywhere(shown, widths=(360, 1280)) == {}


def test_it_finds_nothing_at_the_strictest_level_either(shown):
    """Letters stand out seven times, and what axe can tell besides."""
    shown.evaluate(UNFADED)
    found = {}
    for scheme in ONLY:
        shown.emulate_media(color_scheme=scheme)
        found |= {(scheme, rule): elements for rule, elements in broken(shown, LEVELS["AAA"]).items()}

    assert found == {}
