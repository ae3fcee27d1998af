"""A solicitor without an account signs drafts off, from the editor who sends the link to the lead who sees it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.browser.test_cms import open_editor, take_over

pytestmark = pytest.mark.xdist_group("browser")

DRAFT = "Where to get free legal advice, and what happens in court."
NEXT = "Read the next draft"


@pytest.fixture
def changed(editor):
    """A draft under a live page, taken back after the test."""
    open_editor(editor, "Legal advice and going to court")
    summary = editor.get_by_role("textbox", name="Summary")
    before, address = summary.input_value(), editor.url
    summary.fill(DRAFT)
    take_over(editor)
    save(editor)
    yield address
    editor.goto(address)
    summary.fill(before)
    save(editor)


def save(editor):
    editor.get_by_role("button", name="Save draft").click()
    editor.wait_for_load_state("networkidle")


def send(editor, *titles):
    """Sends these pages of the legal section; gives the link as the editor can copy it."""
    open_editor(editor, "Legal")
    editor.get_by_role("navigation", name="Actions").get_by_role("button", name="Actions", exact=True).click()
    editor.get_by_role("link", name="Send for sign-off").click()
    editor.get_by_role("textbox", name="Role").fill("Solicitor")
    editor.get_by_role("textbox", name="Note to them").fill("Please look at what we say about orders.")
    for tick in editor.get_by_role("checkbox").all():
        tick.set_checked(any(title in tick.locator("..").inner_text() for title in titles))
    editor.get_by_role("button", name="Make the link").click()
    return editor.get_by_label("Secret link").input_value()


def say(signer, verdict, comment=""):
    signer.get_by_role("link", name="Your answer").click()
    signer.get_by_label(verdict).check()
    signer.get_by_label("Your comment").fill(comment)
    signer.get_by_role("button", name="Save my answer").click()


def test_a_solicitor_signs_off_in_a_clean_browser_and_the_lead_sees_it(editor, lead, changed, new_context):
    link = send(editor, "Legal orders and who can make decisions", "Legal advice and going to court")
    context = new_context(java_script_enabled=False)
    signer = context.new_page()
    signer.goto(link)
    signer.get_by_role("link", name="Read the first draft").click()
    expect(signer.get_by_text("Draft for sign-off, page 1 of 2")).to_be_visible()
    say(signer, "Yes, I approve it")
    signer.get_by_role("link", name=NEXT).click()
    expect(signer.locator(".page__summary")).to_have_text(DRAFT)
    say(signer, "No, not as it is", "Say that advice is free for everybody.")
    signer.get_by_role("button", name="I have finished").click()
    expect(signer.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert context.cookies() == []
    signer.goto("/legal/legal-advice/")
    assert DRAFT not in signer.content()

    lead.goto("/cms/")
    line = lead.get_by_role("link", name="Solicitor did not approve “Legal advice and going to court”")
    expect(lead.get_by_text("Say that advice is free for everybody.")).to_be_visible()
    line.click()
    expect(lead.get_by_text("Not approved", exact=False).first).to_be_visible()
    lead.goto(changed.replace("/edit/", "/history/"))
    expect(lead.get_by_text("Not approved by Solicitor, who has no account")).to_be_visible()


def test_a_withdrawn_link_opens_nothing(editor, new_context):
    link = send(editor, "Legal orders and who can make decisions")
    signer = new_context().new_page()
    signer.goto(link)
    signer.get_by_role("link", name="Read the first draft").click()
    signer.get_by_label("No, not as it is").check()
    signer.get_by_label("Your comment").fill("Typed while it was withdrawn.")

    editor.get_by_role("link", name="See this sign-off").click()
    editor.get_by_role("link", name="Withdraw the link").click()
    editor.get_by_role("button", name="Yes, withdraw it").click()
    expect(editor.get_by_text("Withdrawn").first).to_be_visible()

    signer.get_by_role("button", name="Save my answer").click()
    expect(signer.get_by_role("heading", level=1)).to_have_text("This link does not work")
    expect(signer.get_by_label("What you typed")).to_have_value("Typed while it was withdrawn.")
    assert signer.goto(link).status == 404
    signer.goto("/cms/")
    expect(signer).to_have_url(re.compile("/sign-in/"))


def test_axe_finds_nothing_on_what_the_signer_sees(editor, new_context):
    link = send(editor, "Legal orders and who can make decisions")
    signer = new_context().new_page()

    def found():
        return violations_everywhere(signer, widths=(360, 1280))

    signer.goto(link)
    assert found() == {}, "list"
    signer.get_by_role("link", name="Legal orders").first.click()
    assert found() == {}, "draft"
    signer.get_by_label("No, not as it is").check()
    signer.get_by_role("button", name="Save my answer").click()
    assert found() == {}, "slip"
    signer.goto("/sign-off/made-up/")
    assert found() == {}, "no such link"
