"""Everything can be read on the smallest phone, enlarged four times, or with the reader's own spacing."""

import pytest

from tests.browser.kinds import PAGES, different_looks
from tests.browser.shape import paths_of

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

# Each text that is seen, and where its letters stand: `lines(range)` are the tops of the lines that they stand on.
WRITTEN = f"""
  const seen = {SEEN};
  const range = document.createRange();
  const written = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode()); ) {{
    const box = text.parentElement;
    const hidden = box.closest("script, style, template, select, svg, .visually-hidden, .skip, .trap");
    if (text.data.trim() && !hidden && seen(box)) written.push(text);
  }}
  const boxes = () => [...range.getClientRects()].filter((box) => box.width > 1);
  const lines = () => boxes().map((box) => box.top).filter((top, at, all) => Math.abs(top - all[0]) > 2);
"""
OUT_OF_ITS_BOX = f"""() => {{ {WRITTEN}
  const filled = (style) => style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.overflowX !== "visible";
  return written.filter((text) => {{
    range.selectNodeContents(text);
    let frame = text.parentElement;
    while (frame && !filled(getComputedStyle(frame))) frame = frame.parentElement;
    const edge = (frame ?? document.body).getBoundingClientRect();
    return boxes().some((box) => box.right > edge.right + 1 || box.left < edge.left - 1);
  }}).map((text) => text.data.trim().slice(0, 60));
}}"""
# An address has no words, and may break anywhere.
BROKEN_WORDS = f"""() => {{ {WRITTEN}
  return written.flatMap((text) => [...text.data.matchAll(/[^\\s–-]+/g)].filter((word) => {{
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return !/[/@]|[.:]\\w/.test(word[0]) && lines().length;
  }}).map((word) => word[0]));
}}"""
BROKEN_NUMBERS = f"""() => {{ {WRITTEN}
  return written.filter((text) => {{
    range.selectNodeContents(text);
    return text.parentElement.matches(".number") && lines().length;
  }}).map((text) => text.data);
}}"""
OVER_ONE_ANOTHER = """() => [...document.querySelectorAll(".row")].filter((row) => {
  const parts = [...row.children].map((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return range.getBoundingClientRect();
  });
  return parts.some((one, at) => parts.slice(at + 1).some((other) =>
    Math.min(one.right, other.right) > Math.max(one.left, other.left) + 1 &&
    Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top) + 8));
}).map((row) => row.textContent.trim().slice(0, 60))"""
# In a flex box each run of words is a box of its own, with a line of its own below it.
UNDERLINED_IN_BITS = """() => [...document.querySelectorAll("main a, .closing a")]
  .filter((link) => /flex|grid/.test(getComputedStyle(link).display) && link.checkVisibility())
  .filter((link) => getComputedStyle(link).textDecorationLine === "underline")
  .filter((link) => [...link.childNodes].filter((node) => node.nodeType === 3 ? node.data.trim()
    : node.nodeType === 1 && !node.matches(".visually-hidden, svg, [hidden]")).length > 1)
  .map((link) => link.outerHTML.slice(0, 120))"""
PARTED_FROM_ITS_FULL_STOP = """() => [...document.querySelectorAll(".example")].filter((mark) => {
  const stop = mark.nextSibling;
  if (stop?.nodeType !== 3 || !/^[.,;:!?]/.test(stop.data)) return false;
  const range = document.createRange();
  range.selectNodeContents(mark);
  const end = [...range.getClientRects()].at(-1).right;
  range.setStart(stop, 0);
  range.setEnd(stop, 1);
  return range.getBoundingClientRect().left - end > 1;
}).map((mark) => mark.textContent)"""
MARKED_AT_THE_END = """() => [...document.querySelectorAll("main li")]
  .filter((item) => /[·•|]/.test(getComputedStyle(item, "::after").content))
  .map((item) => item.textContent.trim())"""
DRAWN_IN_ANOTHER_INK = """() => [...document.querySelectorAll(".breadcrumbs li:last-child")]
  .filter((item) => getComputedStyle(item, "::before").borderLeftColor !== getComputedStyle(item).color)
  .map((item) => item.textContent.trim())"""

IS_TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
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


@pytest.fixture(scope="module")
def large(browser_type, browser_type_launch_args, base_url):
    """A phone whose browser is set to letters of twice the size."""
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = browser_type.launch(**browser_type_launch_args | {"args": arguments})
    with browser.new_context(base_url=base_url, viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()
    browser.close()


def check_fits(page):
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(OUT_OF_ITS_BOX) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_needs_sideways_scrolling_on_the_smallest_phone(unfolded):
    unfolded.set_viewport_size({"width": 320, "height": 640})

    check_fits(unfolded)


def test_nothing_needs_sideways_scrolling_with_letters_of_twice_the_size(doubled):
    doubled.set_viewport_size({"width": 360, "height": 740})

    check_fits(doubled)
    assert doubled.evaluate(BROKEN_WORDS) == []


def faults(page):
    wide = page.evaluate(IS_TOO_WIDE)
    return [*(["scrolls sideways"] if wide else []), *page.evaluate(OUT_OF_ITS_BOX), *page.evaluate(BROKEN_WORDS)]


def test_no_look_is_broken_in_a_browser_set_to_letters_of_twice_the_size(large):
    broken = {}
    for path in sorted({*PAGES.values(), *different_looks(large, paths_of(large))}):
        large.goto(path)
        large.evaluate(UNFOLD)
        broken[path] = faults(large)
        large.evaluate(SPACING)
        broken[path] += ["scrolls sideways with the reader's own spacing"] if large.evaluate(IS_TOO_WIDE) else []

    assert {path: found for path, found in broken.items() if found} == {}


def test_the_menu_leaves_room_to_type_in_letters_of_twice_the_size(large):
    large.goto("/")
    large.get_by_text("Menu", exact=True).click()

    assert large.get_by_label("What do you need help with?").first.bounding_box()["width"] > 180
    assert faults(large) == []


@pytest.mark.parametrize("path", ["/urgent-help/", "/young-people/"])
def test_the_way_out_and_the_lamp_share_a_line_in_letters_of_twice_the_size(large, path):
    large.goto(path)

    leave, ring = (large.locator(f".masthead {each}").bounding_box() for each in (".leave", ".ring"))
    assert leave["y"] == ring["y"]


def test_a_number_stands_on_one_line_and_who_pays_clear_of_what_for(unfolded):
    unfolded.set_viewport_size({"width": 1280, "height": 800})

    assert unfolded.evaluate(BROKEN_NUMBERS) == []
    assert unfolded.evaluate(OVER_ONE_ANOTHER) == []


def test_words_and_what_belongs_to_them_are_not_parted(unfolded):
    unfolded.set_viewport_size({"width": 360, "height": 740})

    assert unfolded.evaluate(UNDERLINED_IN_BITS) == []
    assert unfolded.evaluate(PARTED_FROM_ITS_FULL_STOP) == []
    assert unfolded.evaluate(MARKED_AT_THE_END) == []
    assert unfolded.evaluate(DRAWN_IN_ANOTHER_INK) == []


def test_the_pictures_of_papers_are_small_and_in_one_line_on_a_phone(tab):
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto("/leaflet/")
    sheets = [sheet.bounding_box() for sheet in tab.locator(".sheet").all()]

    assert max(sheet["width"] for sheet in sheets) < 150
    assert len({sheet["x"] for sheet in sheets}) == 1


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
