"""Officers at work in the CMS, each with their own role's permissions only."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_talk import QUICKEST
from tests.paper.pdfs import text_of

pytestmark = pytest.mark.xdist_group("browser")


def open_editor(page, title):
    page.goto(f"/cms/pages/search/?q={title}")
    page.get_by_role("link", name=title, exact=True).first.click()
    page.wait_for_load_state("networkidle")


def submit(page):
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Submit to the kinship lead").click()
    page.wait_for_load_state("networkidle")


def in_the_form(page, words):
    """Waits until the form has what was typed: Draftail hands it over a moment later, and a preview shows the form."""
    page.wait_for_function(
        "(words) => [...new FormData(document.querySelector('[data-edit-form]')).values()]"
        ".some((value) => String(value).includes(words))",
        arg=words,
    )


def take_over(page):
    """Says in the editor that the national text must be another here, and who keeps the page right from now on."""
    page.get_by_role("checkbox", name="Change the national text here").check()
    page.get_by_role("tab", name="Checking and publishing").click()
    page.get_by_role("textbox", name="Kept by").fill("Kinship team")


def test_a_draft_that_takes_a_national_page_over_goes_through_approval_to_the_live_page(editor, lead, new_context):
    open_editor(editor, "Child Benefit")
    words = "Money each week for the person who brings the child up."
    editor.get_by_role("textbox", name="Summary").fill(words)
    expect(editor.get_by_text(f"{len(words)} of 160 characters")).to_be_visible()

    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("iframe[title='Preview']").first
    expect(preview.locator(".page__summary")).to_have_text(words, timeout=15_000)
    editor.get_by_role("button", name="Toggle preview").click()

    expect(editor.get_by_role("button", name="Publish")).to_have_count(0)
    submit(editor)
    expect(editor.get_by_text("You have changed the national text")).to_be_visible()
    take_over(editor)
    submit(editor)

    reader = new_context().new_page()
    reader.goto("/money/child-benefit/")
    assert words not in reader.content()

    lead.goto("/cms/")
    waiting = lead.get_by_role("region", name="Waiting for your approval")
    waiting.get_by_role("link", name="Child Benefit").click()
    lead.get_by_role("button", name="Approve and Publish").click()
    expect(lead.get_by_role("heading", name="Before it goes live")).to_be_visible()
    expect(lead.get_by_role("radio", name="Small correction")).to_be_checked()
    lead.get_by_role("button", name="Approve and publish").click()
    expect(lead.get_by_text("Readers see it now")).to_be_visible()

    reader.goto("/money/child-benefit/")
    expect(reader.locator(".page__summary")).to_have_text(words)


@pytest.mark.parametrize(
    "address", ["/cms/settings/pages/councilsettings/", "/cms/snippets/pages/contact/", "/cms/users/"]
)
def test_an_editor_is_refused_what_is_the_leads(editor, address):
    editor.goto(address)

    expect(editor.locator("body")).to_contain_text("you do not have permission")


def test_a_navigator_can_edit_nothing(navigator):
    navigator.goto("/cms/pages/3/edit/")

    expect(navigator.locator("body")).to_contain_text("you do not have permission")


def test_the_number_changed_once_is_changed_on_pages_and_paper(lead, new_context, tmp_path):
    old, new = "01632 960 123", "01632 960 777"
    reader = new_context().new_page()

    def change(number):
        lead.goto("/cms/snippets/pages/contact/?q=Navigators")
        lead.get_by_role("link", name="Family Help Navigators", exact=True).first.click()
        expect(lead.get_by_text("A change here shows in all these")).to_be_visible()
        expect(lead.locator(".uses").first).to_contain_text("What every page and all paper shows")
        lead.get_by_role("textbox", name="Phone").fill(number)
        lead.get_by_role("button", name="Save").click()
        lead.wait_for_load_state("networkidle")

    def leaflet_says():
        pdf = tmp_path / "leaflet.pdf"
        pdf.write_bytes(reader.request.get("/leaflet.pdf").body())
        return text_of(pdf)

    assert old in leaflet_says()
    try:
        change(new)
        for address in ("/", "/money/", "/money/allowances/", "/legal/legal-orders/", "/contact-us/", "/search/?q=x"):
            reader.goto(address)
            assert new in reader.content()
            assert old not in reader.content()
        assert new in leaflet_says()
        assert old not in leaflet_says()
    finally:
        change(old)
    assert old in leaflet_says()


def test_a_navigator_answers_a_request_to_be_rung_and_prints_the_leaflet(navigator, new_context):
    reader = new_context().new_page()
    reader.goto("/ask-us-to-ring/")
    reader.get_by_label("Your name").fill("Nan Testperson")
    reader.get_by_label("Your phone number").fill("01632 960 558")
    reader.get_by_label("You may keep this").check()
    reader.wait_for_timeout(QUICKEST)
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")

    navigator.goto("/cms/")
    requests = navigator.get_by_role("region", name="People to ring").get_by_role("link", name=re.compile("^Request"))
    request = requests.last.get_attribute("href")  # the last to ask stands last
    requests.last.click()
    expect(navigator.get_by_text("01632 960 558")).to_be_visible()
    navigator.get_by_role("combobox", name="Status").select_option("Answered")
    navigator.get_by_role("button", name="Save").click()
    navigator.wait_for_load_state("networkidle")

    navigator.goto("/cms/")
    expect(navigator.get_by_role("region", name="People to ring")).to_be_visible()
    expect(navigator.locator(f"main a[href='{request}']")).to_have_count(0)
    leaflet = navigator.get_by_role("region", name="Print for a family").get_by_role("link", name="Leaflet").first
    assert navigator.request.get(leaflet.get_attribute("href")).headers["content-type"] == "application/pdf"


def test_an_administrator_opens_the_users_from_the_menu(administrator):
    administrator.goto("/cms/")
    administrator.get_by_role("button", name="Settings").click()
    administrator.get_by_role("link", name="Users").click()
    administrator.get_by_role("link", name="Demo Kinship lead").first.click()

    expect(administrator.get_by_role("textbox", name="Username")).to_have_value("demo-lead")
    expect(administrator.get_by_role("button", name="Save")).to_be_visible()
