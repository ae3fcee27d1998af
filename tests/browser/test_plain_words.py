"""An editor is told what could be plainer as they type, and led to it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_cms import open_editor

pytestmark = pytest.mark.xdist_group("browser")

OFFICIALESE = (
    "In the event that the form is late, payments will be made prior to the meeting and we will tell you by letter "
    "when you can come in"
)


def test_an_editor_sees_what_could_be_plainer_and_jumps_to_it(editor):
    open_editor(editor, "Universal Credit and children")
    line = editor.locator("[data-plain-words]")
    expect(line).to_contain_text("Reading grade")
    expect(line).to_contain_text("No hints about plain words.")
    summary = editor.get_by_role("textbox", name="Summary")
    before = summary.input_value()

    summary.fill(OFFICIALESE)

    said = line.get_by_role("status")
    expect(said).to_have_text("4 hints about plain words.", timeout=15_000)
    line.get_by_role("button", name="Show the hints").click()
    hints = editor.locator("[data-plain-words-panel]")
    for words in ("A sentence of 28 words.", "“be made” hides who does it.", "Plainer: if.", "Plainer: before."):
        expect(hints).to_contain_text(words)
    seen = Axe().run(editor, context="[data-plain-words], .plain-words__panel")
    assert [violation["id"] for violation in seen.response["violations"]] == []

    editor.get_by_role("textbox", name="Title").focus()
    hints.get_by_role("button", name="“prior to” is office language.").click()

    expect(summary).to_be_focused()
    assert editor.evaluate("String(window.getSelection())") == "prior to"

    summary.fill(before)
    expect(said).to_have_text("No hints about plain words.", timeout=15_000)
    expect(editor.get_by_text("Saved", exact=True).first).to_be_visible(timeout=15_000)


def test_a_hint_in_a_block_and_in_a_folded_row_is_found_again(editor):
    open_editor(editor, "Universal Credit and children")
    reason = editor.locator("[name=eligibility-2-reason]")
    before = reason.input_value()
    reason.fill("You can get it prior to Monday.")
    editor.get_by_role("button", name="Show the hints").click()
    hint = editor.locator("[data-plain-words-panel]").get_by_role("button", name="prior to")
    expect(hint).to_have_count(1, timeout=15_000)
    editor.get_by_role("button", name="Collapse all").first.click()
    expect(reason).to_be_hidden()

    hint.click()

    expect(reason).to_be_focused()
    reason.fill(before)
    expect(hint).to_have_count(0, timeout=15_000)
    expect(editor.get_by_text("Saved", exact=True).first).to_be_visible(timeout=15_000)


def test_what_is_typed_before_the_first_look_is_read_too(editor):
    editor.add_init_script(
        "const asked = setInterval; window.setInterval = (look, pause) => asked(look, pause === 800 ? 4000 : pause)"
    )
    open_editor(editor, "Universal Credit and children")
    summary = editor.get_by_role("textbox", name="Summary")
    before = summary.input_value()

    summary.fill("You can get it prior to Monday.")

    said = editor.locator("[data-plain-words]").get_by_role("status")
    expect(said).to_have_text("1 hint about plain words.", timeout=20_000)
    summary.fill(before)
    expect(said).to_have_text("No hints about plain words.", timeout=20_000)
    expect(editor.get_by_text("Saved", exact=True).first).to_be_visible(timeout=15_000)
