"""How a page stands on a small phone: how far to a number, how high it is, and how much comes after its own text.

`python -m tests.browser.shape http://localhost:8000` prints a table over all pages of the site that answers there.
"""

import re
import sys
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

WIDTH, SCREEN = 360, 740  # a small phone, in CSS pixels

# What belongs to the page itself; all below the last of it is furniture.
MEASURE = """() => {
  const bottom = (element) => element.getBoundingClientRect().bottom + scrollY;
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 1;
  const links = [...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")].filter(shown);
  const ask = [...document.querySelectorAll("a[href^='tel:'], a[href*='ask-us-to-ring']")].filter(shown);
  const first = (list) => list.length ? Math.min(...list.map(bottom)) : null;
  const own = [...document.querySelectorAll(
    ".page__head, .prose, .page__part:not(.related), main table, main form:not(.useful *), main .cards")]
    .filter((element) => shown(element) && !element.closest(".closing, .useful, .related"));
  const end = own.length ? Math.max(...own.map(bottom)) : 0;
  return { height: document.documentElement.scrollHeight, number: first(links), ring: first(ask), end };
}"""


class Shape(NamedTuple):
    """In screens of 740 px: the height, the way to the first number and to the first way to be rung, the furniture."""

    path: str
    height: float
    number: float | None
    ring: float | None
    furniture: float


def measure(page: Page, path: str) -> Shape:
    """Of the page at that path as the reader first meets it."""
    page.goto(path)
    page.evaluate("document.fonts.ready")
    said = page.evaluate(MEASURE)
    number, ring = (None if said[name] is None else said[name] / SCREEN for name in ("number", "ring"))
    return Shape(path, said["height"] / SCREEN, number, ring, (said["height"] - said["end"]) / SCREEN)


def paths_of(page: Page) -> Iterator[str]:
    """Every page that the site's map names."""
    for address in re.findall("<loc>(.*?)</loc>", page.request.get("/sitemap.xml").text()):
        yield urlsplit(address).path


def table(shapes: list[Shape]) -> str:
    """The shapes by height, and their medians."""

    def row(path: str, *screens: float | None) -> str:
        return "".join("     –" if each is None else f"{each:6.1f}" for each in screens) + f"  {path}"

    lines = [" high number ring after"]
    lines += [row(each.path, *each[1:]) for each in sorted(shapes, key=lambda each: -each.height)]
    middle = [median(each[column] or 0 for each in shapes) for column in range(1, 5)]
    return "\n".join([*lines, row(f"the median of {len(shapes)} pages", *middle)])


def main(address: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(base_url=address, viewport={"width": WIDTH, "height": SCREEN})
        page = context.new_page()
        print(table([measure(page, path) for path in paths_of(page)]))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
