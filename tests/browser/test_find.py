"""Finding what fits, in a real browser: with scripts and without, by keyboard, on the smallest phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.finder.situations import SITUATIONS

pytestmark = pytest.mark.xdist_group("browser")

SGO = "Special Guardianship Order"
ALLOWANCES = "Money from Rotherham Council"


def chips(page, name):
    return page.get_by_label(name, exact=True)


@pytest.fixture
def plain(new_context):
    """The smallest phone, whose browser runs no scripts."""
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto("/find/")
    return page


def test_a_special_guardian_finds_an_allowance_without_scripts(plain):
    chips(plain, ALLOWANCES).check()
    chips(plain, SGO).check()
    plain.get_by_label("How old is the child").fill("7")
    plain.get_by_role("button", name="Show what fits").click()

    assert "need=allowances" in plain.url
    may = plain.get_by_role("region", name="May fit")
    expect(may.get_by_role("link", name="Allowances and money from the council")).to_be_visible()
    expect(may.get_by_text("because you are a special guardian").first).to_be_visible()


def test_a_carer_works_out_the_arrangement_without_scripts_and_loses_nothing(plain):
    chips(plain, "School").check()
    plain.get_by_text("Not sure? Work it out").click()
    plain.get_by_role("button", name="Yes: Special Guardianship Order").click()

    expect(chips(plain, SGO)).to_be_checked()
    expect(chips(plain, "School")).to_be_checked()
    expect(plain.get_by_role("region", name="Fits your answers")).to_be_visible()


def test_changing_one_answer_changes_the_list_in_place_and_is_announced(page):
    page.goto("/find/?need=school")
    chips(page, ALLOWANCES).focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("link", name="Allowances and money from the council")).to_be_visible()
    expect(page.locator("#found")).to_contain_text("The list has changed")
    expect(page.locator("#found")).to_have_count(1)
    expect(chips(page, ALLOWANCES)).to_be_focused()
    expect(page).to_have_url(re.compile(r"/find/\?need=allowances&need=school$"))


def test_back_brings_back_the_answers_and_the_list(page):
    page.goto("/find/?need=school")
    chips(page, ALLOWANCES).check()
    expect(page).to_have_url(re.compile("need=allowances"))
    page.go_back()

    expect(page).to_have_url(re.compile(r"/find/\?need=school$"))
    expect(chips(page, ALLOWANCES)).not_to_be_checked()
    expect(page.locator("#results").get_by_role("link", name="Allowances and money")).to_have_count(0)


def test_typing_an_age_changes_the_list(page):
    page.goto("/find/?need=school&arrangement=kinship-foster-care&looked-after=yes")
    expect(page.get_by_role("link", name="Pupil Premium Plus")).to_be_visible()
    page.get_by_label("How old is the child").press_sequentially("3")

    expect(page.get_by_role("link", name="Pupil Premium Plus")).to_have_count(0)


def test_nothing_is_kept_in_the_browser(page, context):
    page.goto("/find/?need=school")
    chips(page, ALLOWANCES).check()
    expect(page).to_have_url(re.compile("need=allowances"))

    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("number", range(0, len(SITUATIONS), 5))
def test_a_situation_answered_with_scripts_gives_the_same_list_as_its_address(page, number):
    situation = SITUATIONS[number]
    page.goto(f"/find/?{situation.query}")
    wanted = page.locator("#results a").evaluate_all("links => links.map(link => link.href)")
    page.goto("/find/")
    for more in page.locator("details.ask__more").all():
        more.evaluate("details => { details.open = true }")
    for name, value in (pair.split("=") for pair in situation.query.split("&") if pair):
        field = page.locator(f"[name={name}][value='{value}']:is(input)")
        if name == "age":
            page.locator("[name=age]").fill(value)
            page.locator("[name=age]").blur()
        else:
            with page.expect_response(re.compile(r"/find/\?")):
                field.check()
    found = page.locator("#results")

    expect(found.locator("a")).to_have_count(len(wanted))
    expect(page).to_have_url(re.compile(r"/find/"))
    for slug in f"{situation.fits} {situation.may} {situation.first}".split():
        expect(found.locator(f"a[href$='/{slug}/']")).to_have_count(1)
    for slug in situation.never.split():
        expect(found.locator(f"a[href$='/{slug}/']")).to_have_count(0)


def test_the_whole_journey_by_keyboard_passes_axe_at_each_step(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    assert violations(page) == {}
    link = page.locator("main").get_by_role("link", name="Find what fits")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Find what fits")
    assert violations(page) == {}

    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "allowances":
            break
    page.keyboard.press("Space")
    expect(page.get_by_role("link", name="Allowances and money from the council")).to_be_visible()
    page.get_by_text("Not sure? Work it out").focus()
    page.keyboard.press("Enter")
    assert violations(page) == {}
    page.get_by_role("button", name="Yes, the child is in care").focus()
    page.keyboard.press("Enter")
    expect(chips(page, "Kinship foster care")).to_be_checked()
    fits = page.get_by_role("region", name="Fits your answers")
    expect(fits.get_by_role("link").first).to_have_text("Allowances and money from the council")
    assert violations(page) == {}
    fits.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Allowances and money from the council")


def test_the_answer_can_be_printed_without_the_questions(page):
    page.goto("/find/?need=allowances&arrangement=special-guardianship-order")
    page.emulate_media(media="print")

    expect(page.locator("#results")).to_be_visible()
    expect(page.locator("#results .told")).to_be_visible()
    expect(page.locator(".find__form")).to_be_hidden()
