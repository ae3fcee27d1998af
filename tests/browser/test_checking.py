"""An editor says that a page is still true, with one press, and readers see it."""

import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.browser.test_cms import open_editor

pytestmark = pytest.mark.xdist_group("browser")

WORDS = "Checked, nothing to change"
PAGE = "/money/means-test/"  # a national page, of which the council has to check its own part
TITLE = "The means test for an allowance"
OWN_PAGE = "Families Information Service"


def today():
    day = datetime.datetime.now(datetime.UTC).astimezone().date()
    return f"{day.day} {day:%B %Y}"


def test_one_press_in_the_editor_changes_what_readers_see(editor, new_context):
    reader = new_context().new_page()
    reader.goto(PAGE)
    expect(reader.locator(".checked")).to_contain_text("nobody at Rotherham Council has checked it yet")
    open_editor(editor, TITLE)

    editor.get_by_role("button", name="Actions", exact=True).first.click()
    editor.get_by_role("button", name=WORDS).first.click()

    expect(editor.locator("body")).to_contain_text(f"“{TITLE}” is checked. The next check is due by")
    reader.goto(PAGE)
    expect(reader.locator(".checked")).to_contain_text(f"for Rotherham on {today()} by the Kinship team.")
    expect(reader.locator(".checked")).not_to_contain_text("nobody at Rotherham Council has checked it yet")
    editor.get_by_role("link", name="History").first.click()
    expect(editor.locator("body")).to_contain_text("Read the whole page: every word is true.")


def test_one_press_in_the_report_does_the_same_and_stays_there(editor):
    editor.goto("/cms/reports/checks/")
    link = editor.get_by_role("link", name=OWN_PAGE, exact=True)
    row = editor.get_by_role("row").filter(has=link)

    row.get_by_role("button", name=WORDS).click()

    expect(editor.locator("body")).to_contain_text(f"“{OWN_PAGE}” is checked.")
    assert editor.url.endswith("/cms/reports/checks/")


@pytest.mark.parametrize(
    "address", ["/cms/reports/checks/", "/cms/help/", "/cms/help/check-a-page/", "/cms/help/desk-is-red/"]
)
def test_axe_finds_nothing_on_the_report_the_question_and_the_help(lead, address):
    lead.goto(address)
    lead.wait_for_load_state("networkidle")

    assert violations_everywhere(lead, widths=(800, 1400)) == {}
