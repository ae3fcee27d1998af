"""What readers tell us: a carer comments without JavaScript, and an editor works off what readers could not find."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.test_cms import sign_in

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


def test_an_editor_closes_a_search_that_found_nothing(page, carer):
    carer.goto("/search/?q=zebra")
    sign_in(page, "demo-editor")
    expect(page.locator("#desk-told")).to_contain_text("zebra")
    page.goto(LIST)
    page.get_by_role("link", name="zebra").click()

    page.get_by_label("Not ours to give").check()
    page.get_by_label("In a sentence").fill("We have no zebras.")
    page.get_by_role("button", name="Close it").click()

    expect(page.locator("body")).to_contain_text("“zebra” is closed.")
    expect(page.locator("#listing-results")).not_to_contain_text("zebra")
    page.goto(f"{LIST}?state=closed")
    expect(page.locator("#listing-results")).to_contain_text("We have no zebras.")


def test_an_editor_gives_words_a_meaning_and_readers_find_the_page(page, carer):
    carer.goto("/search/?q=kayak")
    sign_in(page, "demo-editor")
    page.goto(LIST)
    page.get_by_role("link", name="kayak").click()
    page.get_by_role("link", name="These words mean …").click()

    page.get_by_label("What pages call it").fill("allowance")
    page.get_by_role("button", name="Save and close it").click()

    expect(page.locator("body")).to_contain_text("Readers who look for “kayak” now find")
    carer.goto("/search/?q=kayak")
    expect(carer.locator("#results")).to_contain_text("Allowances and money from the council")


def test_a_navigator_sees_the_list_and_closes_nothing(page, carer):
    comment(carer, "More help at the weekend.")
    sign_in(page, "demo-navigator")

    page.goto(LIST)

    row = page.get_by_role("row").filter(has_text="More help at the weekend.")
    expect(row).to_be_visible()
    expect(row.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "word"), [("light", "trombone"), ("dark", "telescope")])
def test_axe_finds_nothing_on_the_list_its_forms_and_the_versions(page, carer, scheme, word):
    comment(carer, f"Seen in the {scheme}.")
    carer.goto(f"/search/?q={word}")
    page.emulate_media(color_scheme=scheme)
    sign_in(page, "demo-lead")
    page.goto(LIST)
    form = page.get_by_role("link", name=word).get_attribute("href")

    for address in (LIST, f"{LIST}?state=closed", form, f"{form}meaning/", "/cms/comment/", "/cms/offerversion/"):
        for width in (800, 1400):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            page.wait_for_load_state("networkidle")
            assert violations(page, scheme) == {}, (address, width)
