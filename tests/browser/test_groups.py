"""A carer finds the next meeting; an officer calls it off from a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import PASSWORD

pytestmark = pytest.mark.xdist_group("browser")
GROUPS, GROUP = "/groups/", "/groups/fortnightly-groups/"


@pytest.fixture
def complaints(page):
    """What the browser said in its console, the content policy's refusals among it."""
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.mark.parametrize("where", ["/", GROUPS, GROUP])
def test_pages_with_meetings_are_accessible_and_break_no_policy(page, complaints, where):
    page.goto(where)

    assert page.locator(".meeting").count() > 0
    for details in page.locator("details summary").all():
        details.click()
    assert violations(page) == {}
    assert complaints == []


@pytest.mark.parametrize("where", [GROUPS, GROUP])
def test_search_engines_data_is_in_the_page_although_scripts_inside_it_are_forbidden(page, where):
    response = page.goto(where)

    assert "script-src 'self'" in response.headers["content-security-policy"]
    events = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    assert events[0]["@type"] == "Event"


def test_choosing_a_day_changes_the_list_in_place_and_back_brings_it_back(page, complaints):
    page.goto(GROUPS)
    all_of_them = page.locator(".meeting").count()
    field = page.get_by_label("From this date on")
    field.fill("2099-01-01")
    field.blur()

    expect(page.locator("#meetings")).to_contain_text("No meeting fits")
    expect(page).to_have_url(re.compile("from=2099-01-01"))
    expect(field).to_have_value("2099-01-01")
    page.go_back()
    expect(page.locator(".meeting")).to_have_count(all_of_them)
    assert complaints == []


def test_a_list_is_narrowed_without_javascript_too(browser, base_url):
    page = browser.new_context(java_script_enabled=False, base_url=base_url).new_page()
    page.goto(GROUPS)
    page.get_by_label("Day of the week").select_option("Thursday")
    page.get_by_role("button", name="Show").click()

    expect(page).to_have_url(re.compile("day=thursday"))
    expect(page.locator(".meeting").first).to_contain_text("Thursday")
    page.get_by_role("link", name="Show all meetings").click()
    expect(page).to_have_url(re.compile(r"/groups/#meetings$"))


def test_a_carer_gets_from_the_list_to_the_group_with_the_keyboard(page):
    page.goto(GROUPS)
    page.get_by_label("Place").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(GROUP))
    expect(page.get_by_role("heading", name="When it meets")).to_be_visible()


@pytest.mark.parametrize("where", ["/", GROUPS, GROUP])
def test_nothing_is_cut_off_on_a_narrow_screen(page, where):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(where)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_officer_calls_the_next_meeting_off_from_a_phone_and_readers_see_it(browser, base_url):
    officer = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base_url).new_page()
    reader = browser.new_context(base_url=base_url).new_page()
    officer.goto("/cms/login/")
    officer.get_by_label("Username").fill("demo-lead")
    officer.get_by_label("Password").fill(PASSWORD)
    officer.get_by_role("button", name="Sign in", exact=True).click()
    officer.get_by_role("link", name="Call off this meeting").first.click()
    officer.get_by_label("Reason").fill("The worker is ill")
    officer.get_by_role("button", name="Yes, call it off").click()
    expect(officer.get_by_text("Readers see it now")).to_be_visible()

    reader.goto(GROUP)
    expect(reader.locator(".meeting--cancelled")).to_contain_text("The worker is ill")
    assert violations(reader) == {}
    reader.emulate_media(media="print")
    expect(reader.locator(".meeting--cancelled").get_by_text("Cancelled")).to_be_visible()

    officer.get_by_role("link", name=re.compile("Put it back on")).first.click()
    officer.get_by_role("button", name="Yes, it is on").click()
    reader.reload()
    expect(reader.locator(".meeting--cancelled")).to_have_count(0)
