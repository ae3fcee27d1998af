"""The kinship lead works off “Before we open”: each question leads into the very field that answers it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere

pytestmark = pytest.mark.xdist_group("browser")

SCREEN = "/cms/before-we-open/"


def follow(page, name):
    """Presses the first question that reads so."""
    page.goto(SCREEN)
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (re.compile("^What is the short address for paper"), "[name=web_address]"),
        (re.compile("^Does “Autumn term 2026, second half” begin"), "[name=school_terms-1-first_day]"),
        (re.compile("^How are they reached"), "[name=phone]"),
        (re.compile("^What is true instead of .*: Privacy"), "[contenteditable=true]:focus"),
    ],
    ids=["settings", "row of the settings", "contact", "block of a page"],
)
def test_a_question_leads_into_the_field_that_answers_it(lead, question, field):
    follow(lead, question)

    focused = lead.locator(field)
    expect(focused).to_be_focused()
    expect(focused).to_be_in_viewport()


def test_what_stands_in_another_tab_is_opened(lead):
    lead.goto(SCREEN)
    address = lead.get_by_role("link", name=re.compile("^What is true instead of")).first.get_attribute("href")

    lead.goto(re.sub("#.*", "#:w:contentpath=owner", address))

    expect(lead.locator("[name=owner]")).to_be_focused()


def test_a_trial_is_done_and_its_result_and_time_are_shown(lead):
    lead.goto(SCREEN)

    lead.get_by_role("button", name=re.compile("Try it now.*Mail")).click()

    expect(lead.get_by_text("The mail server took a message")).to_be_visible()
    expect(lead.get_by_text("Tried on").first).to_be_visible()


def test_axe_finds_nothing_on_the_screen_and_a_telephone_is_wide_enough_for_it(lead):
    lead.goto(SCREEN)
    lead.wait_for_load_state("networkidle")

    assert violations_everywhere(lead, widths=(1280, 360)) == {}
    assert lead.evaluate("document.documentElement.scrollWidth") <= 360
