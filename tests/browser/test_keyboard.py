"""Everything can be done with the keyboard alone, and one always sees where one is."""

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.xdist_group("browser")

WALKED = {kind: PAGES[kind] for kind in ("HomePage", "SupportPage", "GlossaryPage", "search-results")}
STOPS = ":is(a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']):not([tabindex='-1'])"
COUNT_STOPS = f"""() => [...document.querySelectorAll("{STOPS}")]
  .filter((element) => element.checkVisibility({{ visibilityProperty: true }}) && !element.disabled).length"""
WHERE = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  document.body.dataset.seen = Number(document.body.dataset.seen || 0) + 1;
  const first = !element.dataset.stop;
  element.dataset.stop ||= document.body.dataset.seen;
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    what: element.outerHTML.slice(0, 120), first,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    uncovered: element.contains(at) || (at !== null && at.contains(element)),
  };
}"""
TARGETS = f"""() => [...document.querySelectorAll("{STOPS}")]
  .filter((element) => element.checkVisibility() && !element.closest(".skip, .visually-hidden"))
  .filter((element) => {{
    const isWord = element.matches(".term");  // a button that stands in a sentence as a link does
    const inSentence = (isWord || getComputedStyle(element).display === "inline")
      && element.parentElement.textContent.trim() !== element.textContent.trim();
    return !inSentence;
  }})
  .map((element) => {{
    const label = element.matches("[type=checkbox], [type=radio]") && element.labels[0];
    const box = (label ? label.parentElement : element).getBoundingClientRect();
    const controls = "button:not(.term), input, select, textarea, summary, .button, .lamp__number, .hero__start";
    const control = element.matches(controls);
    return {{ what: element.outerHTML.slice(0, 120), control, width: box.width, height: box.height }};
  }})
  .filter((target) => target.height < (target.control ? 44 : 24) || target.width < 24)"""


def test_the_first_stop_skips_to_the_main_text(page):
    page.goto("/money/allowances/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the main text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", WALKED.values(), ids=WALKED)
def test_every_stop_is_seen_and_the_walk_ends(page, path, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(path)
    stops = page.evaluate(COUNT_STOPS)
    assert stops > 10

    for _ in range(stops):
        page.keyboard.press("Tab")
        where = page.evaluate(WHERE)
        assert where, "the walk ended early"
        assert where["first"], ("been here before", where)
        assert where["ring"] and where["inView"] and where["uncovered"], where

    page.keyboard.press("Tab")
    where = page.evaluate(WHERE)
    assert where is None or not where["first"], ("more stops than can be seen", where)


def test_one_can_walk_back(page):
    page.goto("/money/allowances/")
    for _ in range(12):
        page.keyboard.press("Tab")
    there = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")

    assert page.evaluate("document.activeElement.outerHTML") == there


def test_one_can_search_by_keyboard(page):
    page.goto("/")
    while not page.evaluate("document.activeElement.id === 'q'"):
        page.keyboard.press("Tab")
    page.keyboard.type("allowance")
    page.keyboard.press("Enter")

    expect(page.locator("#results").get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("allowance")


def test_details_open_and_close_by_keyboard(page):
    page.goto("/money/allowances/")
    details = page.locator("main details").first
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(details).to_have_attribute("open", "")
    page.keyboard.press("Space")

    expect(details).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_is_big_enough_to_tap(shown, width):
    shown.set_viewport_size({"width": width, "height": 800})

    assert shown.evaluate(TARGETS) == []
