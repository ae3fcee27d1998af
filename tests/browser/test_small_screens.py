"""Everything can be read on the smallest phone, enlarged four times, or with the reader's own spacing."""

import pytest

pytestmark = pytest.mark.xdist_group("browser")

# WCAG 2.2, success criterion 1.4.12.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
DOUBLE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
# What is folded away, or cut to nothing for eyes, is no part of what is seen.
SEEN = """(element) => {
  for (let frame = element; frame; frame = frame.parentElement) {
    if (getComputedStyle(frame).clipPath === "inset(50%)") return false;
  }
  return element.checkVisibility();
}"""
TOO_WIDE = f"""() => [...document.querySelectorAll("body *")].filter({SEEN})
  .filter((element) => !element.closest(".visually-hidden, .skip, .trap, svg *"))
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""
CUT_OFF = f"""() => [...document.querySelectorAll("body *")].filter({SEEN})
  .filter((element) => !element.closest(".visually-hidden, .skip, .trap, [aria-hidden]"))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((element) => {{
    const box = element.getBoundingClientRect();
    for (let frame = element; frame; frame = frame.parentElement) {{
      const edge = frame.getBoundingClientRect();
      const clips = frame !== document.body && getComputedStyle(frame).overflow !== "visible";
      if (clips && (box.right > edge.right + 1 || box.bottom > edge.bottom + 1)) return true;
    }}
    return element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible";
  }})
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


# What is folded away keeps the width of the window that it was first laid out in.
UNFOLD = "document.querySelectorAll('details:not([data-menu])').forEach((details) => { details.open = true; })"


@pytest.fixture
def unfolded(shown):
    """Every page with all that can be opened open, so that each window lays it out anew."""
    shown.evaluate(UNFOLD)
    return shown


@pytest.fixture
def doubled(unfolded):
    """Every page with letters of twice the size."""
    unfolded.evaluate(DOUBLE)
    yield unfolded
    unfolded.evaluate("document.adoptedStyleSheets = []")


@pytest.fixture
def spaced(unfolded):
    """Every page with the reader's own spacing."""
    unfolded.evaluate(SPACING)
    yield unfolded
    unfolded.evaluate("document.adoptedStyleSheets = []")


def check_fits(page):
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_needs_sideways_scrolling_on_the_smallest_phone(unfolded):
    unfolded.set_viewport_size({"width": 320, "height": 640})

    check_fits(unfolded)


def test_nothing_needs_sideways_scrolling_with_letters_of_twice_the_size(doubled):
    doubled.set_viewport_size({"width": 360, "height": 740})

    assert doubled.evaluate(TOO_WIDE) == []
    assert doubled.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_words_run_together(unfolded):
    unfolded.set_viewport_size({"width": 1280, "height": 720})

    assert unfolded.evaluate(RUN_TOGETHER) == []


def test_nothing_is_lost_at_four_times_the_size(unfolded):
    """A desktop window of 1280 by 1024 pixels at 400 % leaves 320 by 256."""
    unfolded.set_viewport_size({"width": 320, "height": 256})

    check_fits(unfolded)
    fixed = unfolded.evaluate(
        """[...document.querySelectorAll("body *")].filter((element) =>
             element.checkVisibility() &&
             ["fixed", "sticky"].includes(getComputedStyle(element).position)).map((element) => element.className)"""
    )
    assert fixed == [], "it would cover half of the window"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_readers_own_spacing_breaks_nothing(spaced, width):
    spaced.set_viewport_size({"width": width, "height": 800})

    check_fits(spaced)
