"""New values each April: one officer types one, a second reads it, sends it back, and confirms it; in real browsers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere

pytestmark = pytest.mark.xdist_group("browser")

FACT = "Pupil Premium Plus for the school"


def open_april(page):
    """The table of the tax year after this one, whose values nobody has typed yet."""
    page.goto("/cms/april/")
    page.get_by_role("navigation", name="Years").get_by_role("link").last.click()
    expect(page.get_by_role("heading", name="All facts of the year")).to_be_visible()


def line(page):
    return page.get_by_role("row").filter(has_text=FACT)


def type_value(page, value):
    open_april(page)
    line(page).get_by_label("New value").fill(value)
    page.get_by_role("button", name="Save for a second officer").click()


def waiting(page):
    return page.locator(".april__proposal").filter(has_text=FACT)


def test_a_mistake_is_said_in_its_line_with_the_focus_on_what_says_so(editor):
    type_value(editor, "20 to 10")

    expect(editor).to_have_title(re.compile("^Error:"))
    expect(editor.get_by_role("alert")).to_be_focused()
    expect(line(editor)).to_contain_text("The second amount must be more than the first.")
    assert violations_everywhere(editor) == {}


def test_one_types_and_a_second_sends_back_and_confirms(editor, lead):
    type_value(editor, "2750")
    expect(waiting(editor)).to_contain_text("£2,750 a year")
    expect(waiting(editor).get_by_role("button", name="Confirm")).to_have_count(0)

    open_april(lead)
    reason = waiting(lead).get_by_label("Why does it go back?")
    reason.fill("GOV.UK says 2,570.")
    reason.press("Enter")
    expect(lead.get_by_text("It goes back to who typed it")).to_be_visible()

    type_value(editor, "2,570")
    open_april(lead)
    expect(waiting(lead)).to_contain_text("£2,570 a year")
    type_value(editor, "2,575")
    waiting(lead).get_by_role("button", name="Confirm").click()
    expect(lead.get_by_text("somebody has changed it since you looked")).to_be_visible()
    assert violations_everywhere(lead) == {}

    waiting(lead).get_by_role("button", name="Confirm").click()
    expect(lead.get_by_text("1 value is confirmed.")).to_be_visible()
    expect(waiting(lead)).to_have_count(0)
    open_april(lead)
    expect(line(lead)).to_contain_text("£2,575 a year")
