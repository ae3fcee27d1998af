"""An officer gives a sentence its last right day with the button “Right until”, by keyboard, and another one later."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_cms import in_the_form, open_editor

pytestmark = pytest.mark.xdist_group("browser")


def test_a_sentence_gets_its_day_and_source_and_another_day(editor):
    open_editor(editor, "Child Benefit")
    text = editor.locator("[data-contentpath='body'] .public-DraftEditor-content").first
    last = text.locator("[data-block='true']").last
    last.click(
        position={"x": 4, "y": 8}
    )  # on plain words: a click in the middle may hit a link, which opens its own box
    expect(text).to_be_focused()
    editor.keyboard.press("Control+End")
    editor.keyboard.press("Enter")  # a line of its own: other tests leave a fact in the last one, with no full stop
    editor.keyboard.type("The fund is open until March 2099. /")
    expect(last).to_have_text("The fund is open until March 2099. /")
    editor.get_by_role("option", name="Right until").click()
    dialog = editor.locator(".modal-content")
    expect(dialog.get_by_role("heading", name="Right until")).to_be_visible()
    source = dialog.get_by_label("Who says so")
    source.fill("GOV.UK")
    dialog.get_by_label("Link to the source").fill("javascript:alert(1)")
    editor.keyboard.press("Enter")
    expect(dialog.get_by_text("Type the last day on which it is right")).to_be_visible()
    expect(dialog.get_by_text("This is no address of a page")).to_be_visible()
    expect(dialog.get_by_label("Who says so")).to_have_value("GOV.UK")

    dialog.get_by_label("The last day it is right").fill("2099-03-31")
    dialog.get_by_label("Link to the source").fill("https://www.gov.uk/")
    editor.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    dated = text.locator(".TooltipEntity", has_text="The fund is open until March 2099.")
    expect(dated).to_have_text("The fund is open until March 2099.")

    dated.click()
    expect(editor.get_by_text("31 March 2099: GOV.UK")).to_be_visible()
    editor.get_by_role("button", name="Edit", exact=True).click()
    expect(dialog.get_by_label("The last day it is right")).to_have_value("2099-03-31")
    dialog.get_by_label("The last day it is right").fill("2099-04-30")
    editor.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    in_the_form(editor, "2099-04-30")
    expect(text).to_contain_text("The fund is open until March 2099.")
