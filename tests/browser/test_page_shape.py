"""On a small phone: a number on the first screen of every page, and pages that end soon after what they say."""

from statistics import median

import pytest

from tests.browser.kinds import PAGES
from tests.browser.shape import SCREEN, WIDTH, measure, paths_of, table

pytestmark = pytest.mark.xdist_group("browser")

CRISIS = [
    "/urgent-help/",
    "/tonight/",
    "/keeping-well/someone-to-talk-to/",
    "/young-people/someone-to-talk-to-now/",
    "/young-people/",
]
IN_HEADER = ".masthead .ring"
DOUBLE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
POSITION = "getComputedStyle(document.querySelector('.masthead')).position"


@pytest.fixture(scope="module")
def phone(browser, base_url):
    with browser.new_context(
        base_url=base_url, viewport={"width": WIDTH, "height": SCREEN}, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def shapes(phone):
    """Of every page that the site's map names."""
    return [measure(phone, path) for path in paths_of(phone)]


def test_every_page_has_the_way_to_a_person_on_its_first_screen(shapes):
    assert [shape.path for shape in shapes if shape.ring is None or shape.ring > 1] == []


def test_half_of_all_pages_end_within_seven_screens(shapes):
    assert median(shape.height for shape in shapes) <= 7, table(shapes)
    assert median(shape.furniture for shape in shapes) <= 2.5, table(shapes)


# A list begins in its field, behind the header.
@pytest.mark.parametrize("path", [path for name, path in PAGES.items() if name != "my-list"])
def test_a_person_is_within_eight_tabs(phone, path):
    phone.goto(path)

    for _press in range(8):
        phone.keyboard.press("Tab")
        if phone.evaluate(f"document.activeElement.matches('{IN_HEADER}')"):
            break
    else:
        pytest.fail("The lamp in the header was not reached.")

    href = phone.locator(IN_HEADER).get_attribute("href")
    assert href.startswith("tel:") == phone.locator(f"{IN_HEADER}.ring--lit").is_visible(), "lit when somebody answers"
    assert href.startswith(("tel:", "/ask-us-to-ring/", "/young-people/"))


@pytest.mark.parametrize("path", CRISIS)
def test_on_a_page_for_a_crisis_a_number_is_on_the_first_screen_at_any_hour(phone, path):
    phone.goto(path)

    tops = phone.locator("main a[href^='tel:'], .masthead a[href^='tel:']").evaluate_all(
        "(links) => links.map((link) => link.getBoundingClientRect().bottom)"
    )
    assert min(tops) <= SCREEN
    if path != "/young-people/":
        assert phone.locator("main a[href^='tel:'], main a[href^='sms:']").first.get_attribute("href") == "tel:999"


@pytest.mark.parametrize("path", CRISIS)
def test_on_a_page_for_a_crisis_a_number_is_within_eight_tabs(phone, path):
    phone.goto(path)

    for _press in range(8):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.matches('a[href^=\"tel:\"]')"):
            break
    else:
        pytest.fail("No number was reached.")


@pytest.mark.parametrize("path", ["/ask-us-to-ring/", "/my-list/", "/k/zzzz/", "/search/?q=money", "/comment/"])
@pytest.mark.parametrize("width", [WIDTH, 1280])
def test_the_person_to_ring_is_shown_once(browser, base_url, width, path):
    with browser.new_context(base_url=base_url, viewport={"width": width, "height": SCREEN}) as context:
        page = context.new_page()
        page.goto(path)

        assert page.locator(".lamp:visible").count() == 1
        page.emulate_media(media="print")
        assert (page.locator(".lamp:visible").count(), page.locator(".paper-head__ring:visible").count()) == (0, 1)


def test_the_header_stays_in_reach_and_hides_no_focus(phone):
    phone.goto("/money/allowances/")
    assert phone.evaluate(POSITION) == "sticky"
    bar = phone.locator(".masthead").bounding_box()["height"]
    assert bar <= 80
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert phone.locator(IN_HEADER).bounding_box()["y"] >= 0

    phone.locator(".footer a").last.focus()
    for _press in range(60):
        phone.keyboard.press("Shift+Tab")
        top, is_above = phone.evaluate(
            "[document.activeElement.getBoundingClientRect().top, !!document.activeElement.closest('.masthead, .skip')]"
        )
        if is_above:
            break
        assert top >= bar - 1, phone.evaluate("document.activeElement.outerHTML.slice(0, 100)")


def test_with_doubled_letters_and_on_a_low_screen_it_keeps_its_place(phone):
    phone.goto("/money/allowances/")
    phone.evaluate(DOUBLE)
    assert phone.evaluate(POSITION) == "static"
    phone.evaluate("document.adoptedStyleSheets = []")

    phone.set_viewport_size({"width": 740, "height": 360})
    assert phone.evaluate(POSITION) == "static"
    phone.set_viewport_size({"width": WIDTH, "height": SCREEN})


def test_a_word_is_explained_where_it_stands(phone):
    phone.goto("/money/allowances/")
    word = phone.locator(".term").first
    meaning = phone.locator(f"#{word.get_attribute('popovertarget')}")
    assert not meaning.is_visible()

    word.focus()
    phone.keyboard.press("Enter")

    assert meaning.is_visible()
    box = meaning.bounding_box()
    assert box["y"] + box["height"] <= SCREEN + 1
    phone.keyboard.press("Escape")
    assert not meaning.is_visible()
    assert phone.evaluate("document.activeElement.matches('.term')")


def test_the_menu_opens_where_it_is_pressed(phone):
    phone.goto("/money/allowances/")
    menu = phone.locator(".menu")
    phone.get_by_text("Menu", exact=True).click()

    assert menu.get_by_role("link", name="Find what fits").is_visible()
    box = menu.locator(".menu__sheet").bounding_box()
    assert box["y"] + box["height"] <= SCREEN + 1
    phone.keyboard.press("Escape")
    assert not menu.locator(".menu__sheet").is_visible()
