"""axe finds nothing to mend on any kind of page, on phone and desktop, by day and by night."""

import pytest

from tests.browser.axe import violations
from tests.browser.kinds import PAGES

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(page, path):
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(path)
            assert violations(page, scheme) == {}, (width, scheme)
