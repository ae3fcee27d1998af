"""`python -m tests.browser.every_page http://localhost:8000` prints a table over all pages of the site there.

In screens of a small phone: how high, how far to the first number and to the way to be rung, what comes after the
page's own text. Then the kilobytes and requests of a first view; how many elements stand out of the window with letters
of twice the size and with the reader's own spacing; and how many axe finds at level AA and AAA, by day and by night.
"""

import sys
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.axe import LEVELS, broken
from tests.browser.shape import SCREEN, WIDTH, Shape, measure, paths_of
from tests.browser.test_small_screens import DOUBLE, SPACING, TOO_WIDE, UNFOLD
from tests.browser.test_weight import Wire

SCHEMES = ("light", "dark")
PATIENCE = 180_000  # in milliseconds: it may run beside other work
HEAD = " high number ring after   KB req  x2 space  AA  night AAA night"


class Row(NamedTuple):
    """A page's shape; bytes and requests; elements that stand out; elements that axe names, by level and theme."""

    shape: Shape
    size: int
    requests: int
    doubled: int
    spaced: int
    faults: list[int]

    def numbers(self) -> list[float]:
        shape = [each or 0 for each in self.shape[1:]]
        return [*shape, self.size / 1024, self.requests, self.doubled, self.spaced, *self.faults]


def row_of(browser: Browser, page: Page, address: str, path: str) -> Row:
    """`page` is a phone's, kept from row to row; the weight is that of a browser which was never here."""
    with browser.new_context(base_url=address, viewport={"width": WIDTH, "height": SCREEN}) as stranger:
        stranger.set_default_timeout(PATIENCE)
        wire = Wire(stranger.new_page()).visit(path)
    shape = measure(page, path)
    faults = []
    for level in LEVELS:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            faults.append(sum(map(len, broken(page, LEVELS[level]).values())))
    page.emulate_media(color_scheme="light")
    page.evaluate(UNFOLD)
    out = []
    for way in (DOUBLE, SPACING):
        page.evaluate(way)
        out.append(len(page.evaluate(TOO_WIDE)))
    return Row(shape, wire.size, len(wire.addresses), *out, faults)


def line(numbers: list[float], name: str) -> str:
    widths = ("5.1f", "6.1f", "5.1f", "6.1f", "5.0f", "4.0f", "4.0f", "6.0f", "4.0f", "6.0f", "4.0f", "6.0f")
    return "".join(format(number, width) for number, width in zip(numbers, widths, strict=True)) + f"  {name}"


def main(address: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        with browser.new_context(
            base_url=address, viewport={"width": WIDTH, "height": SCREEN}, reduced_motion="reduce"
        ) as context:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            print(HEAD)
            rows = []
            for path in paths_of(page):
                rows.append(row_of(browser, page, address, path).numbers())
                print(line(rows[-1], path), flush=True)
        print(line([median(column) for column in zip(*rows, strict=True)], f"the median of {len(rows)} pages"))
        print(line([max(column) for column in zip(*rows, strict=True)], "the most"))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
