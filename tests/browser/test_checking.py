"""An editor says that a page is still true, with one press, and readers see it."""

import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.test_cms import open_editor, sign_in

pytestmark = pytest.mark.xdist_group("browser")

WORDS = "Checked, nothing to change"
PAGE = "/money/child-benefit/"


def today():
    day = datetime.datetime.now(datetime.UTC).astimezone().date()
    return f"{day.day} {day:%B %Y}"


def test_one_press_in_the_editor_changes_what_readers_see(page, new_context):
    reader = new_context().new_page()
    reader.goto(PAGE)
    expect(reader.locator(".checked")).not_to_contain_text(f"on {today()}.")
    sign_in(page, "demo-editor")
    open_editor(page, "Child Benefit")

    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("button", name=WORDS).first.click()

    expect(page.locator("body")).to_contain_text("“Child Benefit” is checked. The next check is due by")
    reader.goto(PAGE)
    expect(reader.locator(".checked")).to_contain_text(f"on {today()}.")
    page.get_by_role("link", name="History").first.click()
    expect(page.locator("body")).to_contain_text("Read the whole page: every word is true.")


def test_one_press_in_the_report_does_the_same_and_stays_there(page):
    sign_in(page, "demo-editor")
    page.goto("/cms/reports/checks/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Universal Credit and children", exact=True))

    row.get_by_role("button", name=WORDS).click()

    expect(page.locator("body")).to_contain_text("“Universal Credit and children” is checked.")
    assert page.url.endswith("/cms/reports/checks/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_report_the_question_and_the_help(page, scheme):
    page.emulate_media(color_scheme=scheme)
    sign_in(page, "demo-lead")

    for address in ("/cms/reports/checks/", "/cms/help/", "/cms/help/check-a-page/", "/cms/help/desk-is-red/"):
        for width in (800, 1400):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            page.wait_for_load_state("networkidle")
            assert violations(page, scheme) == {}, (address, width)
