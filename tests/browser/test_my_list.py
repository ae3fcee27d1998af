import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations, violations_everywhere

PAGES = ["/money/allowances/", "/legal/legal-orders/", "/feelings/camhs/"]
WANTED = ["allowances", "bed", "legal orders", "school", "camhs", "support groups"]


@pytest.fixture
def without_js(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    assert context.cookies() == []
    context.close()


@pytest.fixture
def narrow(browser, base_url):
    context = browser.new_context(viewport={"width": 320, "height": 640}, base_url=base_url)
    yield context.new_page()
    context.close()


def open_list(page, *paths):
    """A list of these pages, made of the codes in their own links."""
    texts = [page.request.get(path).text() for path in paths]
    codes = [re.search(r'data-add-to-list="(\w+)"', text)[1] for text in texts]
    page.goto(f"/my-list/?i={'.'.join(codes)}")
    return codes


def count(page):
    return page.locator(".masthead__links [data-number]")


def test_a_list_is_made_and_kept_in_the_browser_alone(page, context):
    for number, path in enumerate(PAGES, start=1):
        page.goto(path)
        page.get_by_role("button", name="Add to my list").click()
        expect(count(page)).to_have_text(str(number))
        expect(page.get_by_role("button", name="Take off my list")).to_be_visible()
        expect(page.locator("[data-list-said]")).to_have_text("Added to your list.")

    page.get_by_role("button", name="Take off my list").click()
    expect(count(page)).to_have_text("2")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="My list").click()

    expect(page).to_have_url(re.compile(r"/my-list/\?i=\w{4}\.\w{4}&d=\d{4}-\d\d-\d\d$"))
    expect(page.locator(".list-item")).to_have_count(2)
    assert violations(page) == {}
    assert context.cookies() == []


def test_enter_adds_a_page_before_the_script_that_answers_has_come(page):
    page.route("**/htmx-2*", lambda route: (time.sleep(1), route.continue_()))
    page.goto("/my-list/")

    page.get_by_label("Add a page").press_sequentially("allowances")
    page.keyboard.press("Enter")

    expect(page.locator(".list-item")).to_have_count(1)


def test_enter_is_answered_by_the_server_where_that_script_never_comes(page):
    page.route("**/htmx-2*", lambda route: route.abort())
    page.goto("/my-list/")

    page.get_by_label("Add a page").press_sequentially("allowances")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("q=allowances"))
    expect(page.locator("[data-choice]").first).to_be_visible()


def test_what_is_done_on_the_list_is_kept(page):
    for path in PAGES:
        page.goto(path)
        page.get_by_role("button", name="Add to my list").click()
    page.goto("/my-list/")
    expect(page.locator(".list-item")).to_have_count(3)

    page.get_by_role("link", name=re.compile("Take off")).first.click()
    expect(page.locator(".list-item")).to_have_count(2)
    expect(count(page)).to_have_text("2")
    page.goto("/")
    expect(count(page)).to_have_text("2")

    page.goto("/my-list/")
    page.get_by_role("link", name="Empty this list").click()
    expect(page.locator(".list-item")).to_have_count(0)
    page.goto("/my-list/")
    expect(page.locator(".list-item")).to_have_count(0)


def test_a_list_that_was_sent_does_not_push_out_ones_own(page, browser, base_url):
    other = browser.new_page(base_url=base_url)
    codes = open_list(other, *PAGES[:2])
    other.close()
    page.goto(PAGES[2])
    page.get_by_role("button", name="Add to my list").click()

    page.goto(f"/my-list/?i={'.'.join(codes)}")
    expect(page.get_by_text("This list came from a link.")).to_be_visible()
    expect(count(page)).to_have_text("1")
    assert violations(page) == {}
    page.get_by_role("link", name="Add these to my own list").click()

    expect(page.locator(".list-item")).to_have_count(3)
    expect(count(page)).to_have_text("3")


def test_everything_works_without_javascript(without_js):
    page = without_js
    page.goto(PAGES[0])
    page.get_by_role("link", name="Add to my list").click()
    expect(page.locator(".list-news")).to_contain_text("Added: Allowances")

    page.get_by_label("Add a page").fill("camhs")
    page.get_by_role("button", name="Find").click()
    if page.locator(".choices").count():
        page.locator(".choices a").first.click()
    expect(page.locator(".list-item")).to_have_count(2)

    page.locator(".list-item a").last.click()
    page.go_back()
    page.locator(".list-group").last.get_by_role("link", name=re.compile("Move up")).click()
    expect(page.locator(".list-item h3").first).to_contain_text("CAMHS")
    page.get_by_role("link", name=re.compile("Take off.*CAMHS")).click()
    page.get_by_role("link", name="Put it back").click()
    expect(page.locator(".list-item")).to_have_count(2)

    page.get_by_text("Are you a Navigator?").click()
    page.get_by_label("Your number").fill("not a number")
    page.get_by_label("Your name").fill("Sam")
    page.get_by_role("button", name="Make the pack with my name").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page.get_by_label("Your name")).to_have_value("Sam")


def test_a_navigator_makes_a_pack_of_six_in_ninety_seconds_by_keyboard(page, context):
    """Six searches typed at a calm five keys a second, each taken with Enter, then the pack by Tab and Enter."""
    keys = 0

    def press(key):
        nonlocal keys
        keys += 1
        page.keyboard.press(key)

    page.goto("/my-list/")
    begun = time.monotonic()
    expect(page.get_by_label("Add a page")).to_be_focused()
    for number, words in enumerate(WANTED, start=1):
        for letter in words:
            press(letter)
            page.wait_for_timeout(200)
        press("Enter")
        expect(page.locator(".list-item")).to_have_count(number)
        expect(page.get_by_label("Add a page")).to_be_focused()
    while page.evaluate("document.activeElement.textContent").strip() != "The pack (PDF)":
        press("Tab")
        assert keys < 200
    href = page.evaluate("document.activeElement.href")
    pdf = context.request.get(href)
    took = time.monotonic() - begun

    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF-")
    assert took < 90
    assert keys <= 150
    assert context.cookies() == []


def test_enter_typed_at_once_adds_what_was_typed(page):
    page.goto("/my-list/")
    page.get_by_label("Add a page").press_sequentially("allowances")
    page.keyboard.press("Enter")

    expect(page.locator(".list-item h3")).to_contain_text("Allowances")


def test_arrows_walk_through_what_was_found(page):
    page.goto("/my-list/")
    page.get_by_label("Add a page").press_sequentially("school")
    expect(page.locator("[data-choice]").nth(1)).to_be_visible()
    expect(page.locator("[data-choices-said]")).to_contain_text("Press Enter")
    assert violations(page) == {}
    second = page.locator("[data-choice]").nth(1).text_content()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(".list-item h3")).to_have_text(second.removeprefix("Add "))


def test_the_link_is_copied(page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_list(page, PAGES[0])
    page.get_by_role("button", name="Copy the link").click()

    expect(page.locator("[data-copy-said]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.get_by_label("The link").input_value()


def test_a_moved_page_keeps_the_keyboard_where_it_is(page):
    open_list(page, "/money/allowances/", "/money/benefits/")
    page.get_by_role("link", name=re.compile("Move up.*")).last.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".list-item").first).to_be_focused()


@pytest.mark.parametrize("address", ["empty", "full", "wrong", "unknown-code", "leaflet"])
def test_every_page_of_it_is_accessible_and_fits_a_small_phone(narrow, address):
    page = narrow
    if address == "empty":
        page.goto("/my-list/")
    elif address in {"full", "wrong"}:
        open_list(page, *PAGES)
    elif address == "leaflet":
        page.goto("/leaflet/")
    else:
        page.goto("/k/xxxx")
    if address == "wrong":
        page.get_by_text("Are you a Navigator?").click()
        page.get_by_label("Your number").fill("not a number")
        page.get_by_role("button", name="Make the pack with my name").click()
        expect(page.get_by_role("alert")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations_everywhere(page, widths=(320,)) == {}


def test_the_browser_keeps_the_day_of_its_list_and_asks_for_what_has_changed_since(page):
    page.goto(PAGES[0])
    page.get_by_role("button", name="Add to my list").click()
    today = page.evaluate("new Date().toISOString().slice(0, 10)")
    assert page.evaluate("localStorage.getItem('my-list-day')") == today
    page.evaluate("localStorage.setItem('my-list-day', '2020-01-02')")
    page.goto(PAGES[1])
    page.get_by_role("button", name="Add to my list").click()
    assert page.evaluate("localStorage.getItem('my-list-day')") == "2020-01-02"

    page.goto("/my-list/")
    page.wait_for_url(re.compile("d=2020-01-02"))
    changes = page.get_by_role("region", name="What has changed since 2 January 2020")
    expect(changes.get_by_role("listitem")).to_have_count(2)
    assert violations_everywhere(page) == {}
    changes.get_by_role("link", name="I have seen this").click()
    expect(page.get_by_text("This list is from today.")).to_be_visible()
    assert page.evaluate("localStorage.getItem('my-list-day')") == today


def test_without_scripts_a_list_that_comes_back_by_its_link_says_what_has_changed(without_js):
    codes = open_list(without_js, *PAGES)
    assert re.search(r"&d=\d{4}-\d\d-\d\d$", without_js.get_by_label("The link").input_value())
    without_js.get_by_text("Is your list older? See what has changed").click()
    without_js.get_by_label("The day on your list or your paper").fill("2020-01-02")
    without_js.get_by_role("button", name="Show what has changed").click()

    expect(without_js).to_have_url(re.compile(rf"i={'.'.join(codes)}&d=2020-01-02"))
    expect(without_js.get_by_role("region", name="What has changed since 2 January 2020")).to_be_visible()


def test_what_has_changed_fits_on_a_narrow_phone(narrow):
    codes = open_list(narrow, *PAGES)
    narrow.goto(f"/my-list/?i={'.'.join(codes)}&d=2020-01-02")

    expect(narrow.get_by_role("heading", name="What has changed since")).to_be_visible()
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
