"""Everything can be read on the smallest phone, enlarged four times, or with the reader's own spacing."""

import pytest

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.xdist_group("browser")

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)

# WCAG 2.2, success criterion 1.4.12.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((element) => !element.closest(".visually-hidden, .skip, .trap, svg *"))
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""
CUT_OFF = """() => [...document.querySelectorAll("body *")]
  .filter((element) => !element.closest(".visually-hidden, .skip, .trap, [aria-hidden]"))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((element) => {
    const box = element.getBoundingClientRect();
    for (let frame = element; frame; frame = frame.parentElement) {
      const edge = frame.getBoundingClientRect();
      const clips = frame !== document.body && getComputedStyle(frame).overflow !== "visible";
      if (clips && (box.right > edge.right + 1 || box.bottom > edge.bottom + 1)) return true;
    }
    return element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible";
  })
  .map((element) => element.outerHTML.slice(0, 120))"""

# Inside a flex box or a grid the space between words and an element is lost: only a gap or a margin keeps them apart.
RUN_TOGETHER = """() => [...document.querySelectorAll("body *")]
  .filter((box) => /flex|grid/.test(getComputedStyle(box).display) && box.checkVisibility())
  .filter((box) => [...box.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).some((words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    const one = range.getBoundingClientRect();
    return [words.previousSibling, words.nextSibling].some((next) => {
      if (next?.nodeType !== 1 || next.matches(".visually-hidden, [hidden]")) return false;
      const other = next.getBoundingClientRect();
      const sameLine = Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);
      return sameLine && Math.max(other.left - one.right, one.left - other.right) < 2;
    });
  }))
  .map((box) => box.outerHTML.slice(0, 120))"""


def check_fits(page):
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@every_page
def test_nothing_needs_sideways_scrolling_on_the_smallest_phone(page, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)

    check_fits(page)


@every_page
def test_no_words_run_together(page, path):
    page.goto(path)

    assert page.evaluate(RUN_TOGETHER) == []


@every_page
def test_nothing_is_lost_at_four_times_the_size(page, path):
    """A desktop window of 1280 by 1024 pixels at 400 % leaves 320 by 256."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(path)

    check_fits(page)
    fixed = page.evaluate(
        """[...document.querySelectorAll("body *")].filter((element) =>
             ["fixed", "sticky"].includes(getComputedStyle(element).position)).map((element) => element.className)"""
    )
    assert fixed == [], "it would cover half of the window"


@every_page
def test_the_readers_own_spacing_breaks_nothing(page, path):
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(path)
        page.evaluate(SPACING)

        check_fits(page)
