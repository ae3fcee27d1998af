"""The lead changes an amount of money once, and readers meet the new one on every page and on the leaflet."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.test_cms import in_the_form, open_editor, take_over
from tests.paper.pdfs import text_of

pytestmark = pytest.mark.xdist_group("browser")

CAP = "The benefit cap outside London, by the week"
OLD, NEW = "£423.46 a week (2026 to 2027)", "£430.10 a week (2026 to 2027)"


def change_to(page, pounds):
    page.goto("/cms/snippets/pages/datedfact/?q=benefit")
    page.get_by_role("link", name=CAP).first.click()
    expect(page.get_by_text("A change here shows in all these")).to_be_visible()
    page.locator("#id_rows-0-amount").fill(pounds)
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state("networkidle")


def put_on_leaflet(page, is_on):
    """Chooses the amount for the entry about money on the leaflet, or takes it off again, and publishes."""
    open_editor(page, "Leaflet and print")
    chooser = page.locator("#id_entries-3-amount-chooser")
    chooser.scroll_into_view_if_needed()
    if is_on:
        chooser.get_by_role("button", name="Choose").first.click()
        page.get_by_role("link", name=CAP).first.click()
        expect(chooser).to_contain_text(CAP)
        take_over(page)
    else:
        chooser.get_by_role("button", name="Actions").click()
        page.get_by_role("button", name="Clear choice").click()
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="Before it goes live")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Readers see it now")).to_be_visible()


def leaflet_says(reader, tmp_path: Path):
    pdf = tmp_path / "leaflet.pdf"
    pdf.write_bytes(reader.request.get("/leaflet.pdf").body())
    return text_of(pdf)


def test_an_amount_changed_once_is_changed_on_pages_and_on_the_leaflet(lead, new_context, tmp_path):
    reader = new_context().new_page()
    put_on_leaflet(lead, True)
    try:
        assert "£423.46 a week" in leaflet_says(reader, tmp_path)
        change_to(lead, "430.10")
        for address in ("/money/benefits/", "/money/universal-credit/"):
            reader.goto(address)
            expect(reader.locator("main")).to_contain_text(NEW)
            expect(reader.locator("main")).not_to_contain_text(OLD)
        assert "£430.10 a week" in leaflet_says(reader, tmp_path)
    finally:
        change_to(lead, "423.46")
        put_on_leaflet(lead, False)
    assert "£" not in leaflet_says(reader, tmp_path)


def test_an_editor_uses_an_amount_by_name(editor):
    open_editor(editor, "Child Benefit")
    text = editor.locator("[data-contentpath='body'] .public-DraftEditor-content").first
    text.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.type(" Now /")
    editor.get_by_role("option", name="Dated fact").click()
    editor.get_by_role("link", name=CAP).click()

    expect(text).to_contain_text(f"Now {OLD}")
    in_the_form(editor, f"Now {OLD}")
    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("iframe[title='Preview']").first
    expect(preview.locator(".fact").first).to_have_text(OLD, timeout=15_000)
