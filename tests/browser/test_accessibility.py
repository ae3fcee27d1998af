"""axe finds nothing to mend on any kind of page, on phone and desktop, by day and by night."""

import pytest

from tests.browser.axe import violations_everywhere

pytestmark = pytest.mark.xdist_group("browser")


def test_axe_finds_nothing(shown):
    assert violations_everywhere(shown, widths=(360, 1280)) == {}
