"""What readers tell us: a carer comments without JavaScript, and an editor works off what readers could not find."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere

pytestmark = pytest.mark.xdist_group("browser")

LIST = "/cms/reports/told/"


@pytest.fixture
def carer(new_context):
    """A phone's browser that runs no scripts."""
    return new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()


def comment(carer, words):
    carer.goto("/have-your-say/")
    carer.get_by_label("What do you want to tell us?").fill(words)
    carer.get_by_label("Which of these are you?").select_option("Kinship carers")
    carer.get_by_role("button", name="Send your comment").click()


def test_a_carer_comments_without_javascript(carer):
    comment(carer, "A group in the evening, please.")

    expect(carer.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")
    assert carer.context.cookies() == []


def test_a_carer_who_forgets_the_words_loses_nothing(carer):
    comment(carer, "")

    expect(carer.get_by_role("alert")).to_contain_text("Write what you want to tell us.")
    expect(carer.get_by_label("Which of these are you?")).to_have_value("kinship-carers")
    carer.get_by_label("What do you want to tell us?").fill("Now with words.")
    carer.get_by_role("button", name="Send your comment").click()
    expect(carer.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")


def test_an_editor_closes_a_search_that_found_nothing(editor, carer):
    carer.goto("/search/?q=zebra")
    editor.goto("/cms/")
    expect(editor.locator("#desk-told")).to_contain_text("zebra")
    editor.goto(LIST)
    editor.get_by_role("link", name="zebra").click()

    editor.get_by_label("Not ours to give").check()
    editor.get_by_label("In a sentence").fill("We have no zebras.")
    editor.get_by_role("button", name="Close it").click()

    expect(editor.locator("body")).to_contain_text("“zebra” is closed.")
    expect(editor.locator("#listing-results")).not_to_contain_text("zebra")
    editor.goto(f"{LIST}?state=closed")
    expect(editor.locator("#listing-results")).to_contain_text("We have no zebras.")


def test_an_editor_gives_words_a_meaning_and_readers_find_the_page(editor, carer):
    carer.goto("/search/?q=kayak")
    editor.goto(LIST)
    editor.get_by_role("link", name="kayak").click()
    editor.get_by_role("link", name="These words mean …").click()

    editor.get_by_label("What pages call it").fill("allowance")
    editor.get_by_role("button", name="Save and close it").click()

    expect(editor.locator("body")).to_contain_text("Readers who look for “kayak” now find")
    carer.goto("/search/?q=kayak")
    expect(carer.locator("#results")).to_contain_text("Allowances and money from the council")


def test_a_navigator_sees_the_list_and_closes_nothing(navigator, carer):
    comment(carer, "More help at the weekend.")
    navigator.goto(LIST)

    row = navigator.get_by_role("row").filter(has_text="More help at the weekend.")
    expect(row).to_be_visible()
    expect(row.get_by_role("link")).to_have_count(0)


def test_axe_finds_nothing_on_the_list_its_forms_and_the_versions(lead, carer):
    comment(carer, "Seen by day and by night.")
    carer.goto("/search/?q=trombone")
    lead.goto(LIST)
    form = lead.get_by_role("link", name="trombone").get_attribute("href")

    for address in (LIST, f"{LIST}?state=closed", form, f"{form}meaning/", "/cms/comment/", "/cms/offerversion/"):
        lead.goto(address)
        lead.wait_for_load_state("networkidle")
        assert violations_everywhere(lead, widths=(800, 1400)) == {}, address
