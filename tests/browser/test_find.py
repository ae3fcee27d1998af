"""Finding what fits, in a real browser: with scripts and without, by keyboard, on the smallest phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.finder.situations import SITUATIONS

pytestmark = pytest.mark.xdist_group("browser")

SGO = "Special Guardianship Order (SGO)"
ALLOWANCES = "Money from Rotherham Council"
WIDE = {"width": 1280, "height": 900}
TWO = "need=school&age=7&arrangement=special-guardianship-order&looked-after=yes&age-2=15&arrangement-2=informal"


def chip(page, name):
    return page.locator(".chip").filter(has_text=name).locator("input").first


@pytest.fixture
def plain(new_context):
    """The smallest phone, whose browser runs no scripts."""
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto("/find/")
    return page


def test_a_household_of_two_finds_what_differs_without_scripts(plain):
    plain.locator("summary", has_text="Money").click()
    chip(plain, ALLOWANCES).check()
    plain.get_by_role("button", name="Next: the children").click()
    plain.get_by_label("How old, in years?").fill("7")
    chip(plain, SGO).check()
    plain.get_by_role("button", name="Add another child").click()
    plain.get_by_label("How old, in years?").fill("15")
    chip(plain, "No court paper").check()
    expect(plain.locator(".find__form .child-card")).to_contain_text("The 7-year-old")
    plain.get_by_role("button", name="Show what fits").click()

    different = plain.get_by_role("region", name="Different for each child").first
    row = different.get_by_role("row").filter(has_text="Allowances and money from the council")
    expect(row.get_by_role("cell")).to_have_count(2)
    row.get_by_role("link").first.click()
    yours = plain.get_by_role("region", name="For your family")
    expect(yours).to_contain_text("For a special guardian of a 7-year-old:")
    expect(yours).to_contain_text("For a 15-year-old with no court paper:")
    yours.get_by_role("link", name="Forget my answers").click()
    expect(plain.get_by_role("region", name="For your family")).to_have_count(0)
    assert "?" not in plain.url


def test_a_carer_works_out_the_arrangement_without_scripts_and_loses_nothing(plain):
    plain.goto("/find/children/?need=school")
    plain.get_by_label("How old, in years?").fill("9")
    plain.get_by_text("Not sure? Work it out").click()
    plain.get_by_role("button", name="Yes: Special Guardianship Order").click()
    expect(chip(plain, SGO)).to_be_checked()
    expect(plain.get_by_label("How old, in years?")).to_have_value("9")
    plain.get_by_role("button", name="Show what fits").click()

    expect(plain.get_by_role("region", name="Fits your answers")).to_be_visible()
    expect(plain.locator("#results .child-card")).to_contain_text("The 9-year-old")
    assert "need=school" in plain.url


def test_a_child_is_changed_and_taken_off_without_scripts(plain):
    plain.goto(f"/find/?{TWO}")
    plain.get_by_role("link", name="Change the 7-year-old").click()
    expect(plain.get_by_label("How old, in years?")).to_have_value("7")
    plain.get_by_label("How old, in years?").fill("8")
    plain.get_by_role("button", name="Show what fits").click()
    expect(plain.get_by_text("You changed the 8-year-old")).to_be_visible()
    plain.get_by_role("link", name="Take off the 15-year-old").click()

    assert "age=8" in plain.url and "=15" not in plain.url


def test_changing_one_answer_changes_the_list_in_place_and_is_announced(page):
    page.set_viewport_size(WIDE)
    page.goto("/find/needs/?need=school")
    page.locator("summary", has_text="Money").click()
    chip(page, ALLOWANCES).focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("link", name="Allowances and money from the council")).to_be_visible()
    expect(page.locator("#found")).to_contain_text(re.compile(r"things fit or may fit\.\s+\d+ (is|are) new"))
    expect(page.locator("#found")).to_have_count(1)
    expect(page.locator("#was")).to_have_count(1)
    expect(chip(page, ALLOWANCES)).to_be_focused()
    expect(page).to_have_url(re.compile(r"/find/needs/\?need=allowances&need=school$"))


def test_on_a_phone_what_changed_is_said_beside_the_box(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/find/children/?need=school&age=9&arrangement=special-guardianship-order")
    expect(page.locator("#results")).to_be_hidden()
    question = page.get_by_role("group", name="How is this child with you?")
    question.locator("input").first.check()

    expect(question.locator(".chip").first.locator("+ [data-changed]")).to_contain_text("changed")
    expect(page.locator("#count")).to_contain_text("changed")
    question.locator("input").nth(2).check()
    expect(question.locator(".chip").nth(2).locator("+ [data-changed]")).to_contain_text("fit or may fit")
    expect(page.locator("[data-changed]")).to_have_count(1)


def test_an_age_that_is_none_is_said_beside_it_and_stays(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/find/children/?need=school&arrangement=informal")
    age = page.get_by_label("How old, in years?")
    age.fill("nein")

    expect(page.locator("#find-age-problem")).to_contain_text("We can’t read “nein” as an age.")
    expect(age).to_have_attribute("aria-invalid", "true")
    expect(age).to_have_value("nein")
    expect(page.locator("[data-changed]")).to_be_hidden()
    age.fill("9")
    expect(page.locator("#find-age-problem")).to_be_hidden()
    expect(age).to_have_attribute("aria-invalid", "false")
    expect(page.locator("#find-age + [data-changed]")).to_contain_text("fit or may fit")


def test_the_bar_is_never_over_what_has_the_focus(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"/find/children/?{TWO}")
    bottom = "element => element.getBoundingClientRect().bottom"
    for control in page.locator(".find__form :is(input:not([type=hidden]), summary, a, button:not([tabindex]))").all():
        if control.evaluate("element => Boolean(element.closest('.dock, .find__again')) || !element.checkVisibility()"):
            continue
        page.evaluate("scrollTo(0, 0)")
        control.focus()
        dock = page.locator(".dock").evaluate("dock => dock.getBoundingClientRect().top")
        assert control.evaluate(bottom) <= dock


def test_another_child_s_questions_are_where_the_reader_goes_on(page):
    page.goto("/find/children/?need=school&age=9")
    page.get_by_role("button", name="Add another child").click()

    expect(page.locator("#child-name")).to_be_focused()
    expect(page.locator("#child-name")).to_contain_text("Child 2")


def test_what_does_not_go_together_is_said_beside_the_box_and_heard(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/find/children/?need=school&age=17")
    question = page.get_by_role("group", name="How is this child with you?")
    chip(page, "Private fostering").check()

    words = "Private fostering ends at 16"
    expect(question.locator(".chip + [data-changed]")).to_contain_text(words)
    expect(page.locator("#found")).to_contain_text(words)
    expect(page.locator("#find-notes")).to_contain_text(words)


def test_back_from_the_children_leads_to_the_needs_as_they_were_ticked(page):
    page.goto("/find/")
    chip(page, "School").check()
    expect(page).to_have_url(re.compile(r"/find/needs/\?need=school$"))
    page.get_by_role("button", name="Next: the children").click()
    expect(page).to_have_url(re.compile("/find/children/"))
    page.go_back()

    expect(chip(page, "School")).to_be_checked()


def test_back_leads_to_the_step_before_and_a_tick_is_none(page):
    page.set_viewport_size(WIDE)
    page.goto("/find/")
    page.goto("/find/needs/?need=school")
    chip(page, "Home and housing").check()
    expect(page).to_have_url(re.compile("need=housing"))
    page.get_by_role("button", name="Next: the children").click()
    expect(page).to_have_url(re.compile("/find/children/"))
    page.go_back()

    expect(page).to_have_url(re.compile(r"/find/needs/\?need=housing&need=school$"))
    expect(chip(page, "Home and housing")).to_be_checked()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/find/$"))


def test_typing_an_age_changes_the_list_and_what_the_child_is_called(page):
    page.set_viewport_size(WIDE)
    page.goto("/find/children/?need=school&arrangement=kinship-foster-care")
    expect(page.get_by_role("link", name="Pupil Premium Plus")).to_be_visible()
    page.get_by_label("How old, in years?").press_sequentially("3")

    expect(page.get_by_role("link", name="Pupil Premium Plus")).to_have_count(0)
    expect(page.locator("#child-name")).to_contain_text("The 3-year-old")


def test_how_care_ended_is_asked_once_there_was_care(page):
    page.goto("/find/children/")
    ended = page.get_by_role("group", name="How did care end?")
    expect(ended).to_be_hidden()
    page.get_by_role("group", name="Ever in care").get_by_label("Yes").check()

    expect(ended).to_be_visible()
    ended.locator("input").nth(1).check()
    page.get_by_role("group", name="Ever in care").get_by_label("No", exact=True).check()
    expect(ended).to_be_hidden()
    expect(page).not_to_have_url(re.compile("ended"))


def test_a_fostered_child_is_not_asked_about_care(page):
    page.goto("/find/children/")
    expect(page.get_by_role("group", name="Ever in care")).to_be_visible()
    chip(page, "Kinship foster care").check()

    expect(page.get_by_role("group", name="Ever in care")).to_be_hidden()


def test_nothing_is_kept_in_the_browser_and_no_site_is_told(page, context):
    page.set_viewport_size(WIDE)
    page.goto("/find/needs/?need=school")
    chip(page, "Home and housing").check()
    expect(page).to_have_url(re.compile("need=housing"))
    page.goto(f"/find/?{TWO}")
    page.locator("#results a").first.click()

    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("document.referrer") == ""


@pytest.mark.parametrize("number", range(0, len(SITUATIONS), 5))
def test_a_situation_answered_with_scripts_gives_the_same_list_as_its_address(page, number):
    query = SITUATIONS[number].query
    if "kinship-foster-care" in query:  # which is care: the steps don't ask
        query = query.replace("&looked-after=yes", "")
    page.set_viewport_size(WIDE)
    page.goto(f"/find/?{query}")
    wanted = page.locator("#results h3 a, #results th a").evaluate_all("links => links.map(link => link.href)")
    needs = re.findall(r"need=([\w-]+)", query)
    page.goto("/find/needs/")
    for more in page.locator(".find__form details").all():
        more.evaluate("details => { details.open = true }")
    for need in needs:
        with page.expect_response(re.compile(r"/find/needs/\?")):
            page.locator(f"[name=need][value='{need}']:is(input)").check()
    page.get_by_role("button", name="Next: the children").click()
    for name, value in (pair.split("=") for pair in query.split("&") if pair):
        if name == "age":
            page.locator("[name=age]").fill(value)
        elif name != "need":
            page.locator(f"[name={name}][value='{value}']:is(input)").check()
    page.get_by_role("button", name="Show what fits").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("What fits" if query else "Find what fits")
    assert page.locator("#results h3 a, #results th a").evaluate_all("links => links.map(link => link.href)") == wanted


def test_the_whole_journey_by_keyboard_passes_axe_at_each_step(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    assert violations(page) == {}
    page.locator("main").get_by_role("link", name="Find what fits").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Find what fits")
    assert violations(page) == {}

    page.locator("summary", has_text="Money").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(chip(page, ALLOWANCES)).to_be_checked()
    page.get_by_role("button", name="Next: the children").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Not sure? Work it out").focus()
    page.keyboard.press("Enter")
    assert violations(page) == {}
    page.get_by_role("button", name="Yes, the child is in care").focus()
    page.keyboard.press("Enter")
    expect(chip(page, "Kinship foster care")).to_be_checked()
    page.get_by_role("button", name="Show what fits").focus()
    page.keyboard.press("Enter")
    fits = page.get_by_role("region", name="Fits your answers")
    expect(fits.get_by_role("link").first).to_have_text("Allowances and money from the council")
    assert violations(page) == {}
    fits.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Allowances and money from the council")
    expect(page.get_by_role("region", name="For your family")).to_be_visible()
    assert violations(page) == {}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_household_passes_axe_in_every_look(new_context, width, scheme):
    page = new_context(viewport={"width": width, "height": 740}, color_scheme=scheme).new_page()
    for path in ("/find/needs/", "/find/children/", "/find/"):
        page.goto(f"{path}?{TWO}&was=age%3D7")
        assert violations(page) == {}, path
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_address_of_an_answer_holds_the_answer_alone(page):
    page.goto("/find/?open=1&age=9&arrangement=&looked-after=&was=need%3Dschool&need=school")

    expect(page).to_have_url(re.compile(r"/find/\?need=school&age=9$"))


def test_the_answer_can_be_printed_without_the_questions(page):
    page.goto(f"/find/?{TWO}")
    page.emulate_media(media="print")

    expect(page.locator("#results")).to_be_visible()
    expect(page.locator("#results .told")).to_be_visible()
    expect(page.locator("#results").get_by_text("The 15-year-old").first).to_be_visible()
    expect(page.locator(".find__form")).to_be_hidden()
