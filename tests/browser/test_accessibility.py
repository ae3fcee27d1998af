"""axe finds nothing to mend on any kind of page, on phone and desktop, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.xdist_group("browser")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page):
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return {rule["id"]: [node["target"] for node in rule["nodes"]] for rule in found}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(page, path):
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(path)
            assert violations(page) == {}, (width, scheme)
