"""Asking to be rung, saying what one thinks of a page, and leaving a page quickly, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

pytestmark = pytest.mark.xdist_group("browser")

WEATHER = "https://www.bbc.co.uk/weather"
ASK = "/ask-us-to-ring/"
QUICKEST = 2_500  # milliseconds; who is faster is asked to send again


@pytest.fixture
def phone(new_context, base_url):
    """Opens a page on the smallest phone; `scripts=False` runs none."""

    def open_page(path, scripts=True, **options):
        context = new_context(java_script_enabled=scripts, viewport={"width": 320, "height": 640}, **options)
        context.route(f"{WEATHER}*", lambda route: route.fulfill(body="<title>Weather</title><h1>Weather</h1>"))
        opened = context.new_page()
        opened.goto(base_url + path)
        return opened

    return open_page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_somebody_asks_to_be_rung_from_the_strip(phone, scripts):
    page = phone("/", scripts)
    page.locator(".hero").get_by_role("link", name="Ask us to ring you").click()
    page.get_by_label("Your name").fill("Nan Testperson")
    page.get_by_label("Your phone number").fill("12")
    page.wait_for_timeout(QUICKEST)
    page.get_by_role("button", name="Ask us to ring").click()

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Not sent yet"))
    expect(page.get_by_label("Your name")).to_have_value("Nan Testperson")
    if scripts:
        assert violations(page) == {}
    summary.get_by_role("link", name="Check the number").click()
    field = page.get_by_label("Your phone number")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("Check the number"))

    field.fill("01632 960 555")
    page.get_by_label("You may keep this").check()
    page.get_by_role("button", name="Ask us to ring").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")
    expect(page.locator("main")).to_contain_text("We ring you by the end of")
    if scripts:
        assert violations(page) == {}


def test_the_form_is_filled_in_by_keyboard_alone(phone):
    page = phone(ASK)
    page.wait_for_timeout(QUICKEST)
    page.get_by_label("Your name").focus()
    page.keyboard.type("Nan Testperson")
    page.keyboard.press("Tab")
    page.keyboard.type("01632 960 555")
    page.keyboard.press("Tab")  # over the e-mail
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # in the morning
    page.keyboard.press("Tab")  # over the topic
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # past the field for machines
    expect(page.get_by_role("button", name="Ask us to ring")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")


def test_going_back_does_not_show_what_was_typed(phone):
    page = phone(ASK)
    page.get_by_label("Your name").fill("Nan Testperson")
    page.get_by_label("Your phone number").fill("01632 960 556")
    page.get_by_label("You may keep this").check()
    page.wait_for_timeout(QUICKEST)
    page.get_by_role("button", name="Ask us to ring").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")
    page.go_back()

    assert "Nan Testperson" not in page.content()


def test_the_field_for_machines_is_neither_seen_nor_reached(phone):
    page = phone(ASK)
    box = page.locator("[name=website]")

    assert box.get_attribute("tabindex") == "-1"
    assert box.evaluate("field => field.closest('.trap').getBoundingClientRect().width") <= 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_says_what_they_think_of_a_page_and_stays_on_it(phone, scripts):
    page = phone("/money/child-benefit/", scripts)
    page.get_by_role("form", name="Was this page useful?").get_by_role("button", name="No").click()
    expect(page.locator("#useful")).to_contain_text("Thank you for telling us.")
    expect(page.locator("#useful")).to_contain_text("Please give no names")
    expect(page.get_by_role("heading", level=1)).to_have_text("Child Benefit")
    expect(page.locator("#useful")).to_be_in_viewport()
    if scripts:
        expect(page).to_have_url(re.compile("/money/child-benefit/$"))
        expect(page.locator("#useful")).to_be_focused()
        expect(page.locator("[data-useful-status]")).to_have_text("Thank you for telling us.")
        assert violations(page) == {}
        page.keyboard.press("Tab")
        expect(page.get_by_label("What could be better?")).to_be_focused()
    page.get_by_label("What could be better?").fill("Say how much it is.")
    page.get_by_role("button", name="Send").click()

    expect(page.locator("#useful")).to_have_text("Thank you. We read every answer.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Child Benefit")
    expect(page.get_by_label("What could be better?")).to_have_count(0)
    assert page.context.cookies() == []


def test_a_sentence_that_is_too_long_is_kept_on_the_page_with_what_is_wrong(phone):
    page = phone("/money/child-benefit/")
    page.get_by_role("form", name="Was this page useful?").get_by_role("button", name="Yes").click()
    box = page.get_by_label("What could be better?")
    box.evaluate("box => box.removeAttribute('maxlength')")
    box.fill("x" * 301)
    page.get_by_role("button", name="Send").click()

    expect(page.locator("#useful .errors")).to_be_focused()
    expect(page.locator("#useful .errors")).to_contain_text("Make it shorter: 300 characters at most.")
    expect(page.get_by_label("What could be better?")).to_have_value("x" * 301)
    expect(page).to_have_url(re.compile("/money/child-benefit/$"))
    assert violations(page) == {}


def test_a_refused_answer_is_said_on_the_page_and_can_be_given_again(phone):
    page = phone("/money/child-benefit/")
    page.locator("[name=stamp]").first.evaluate("field => { field.value = 'forged' }")
    page.get_by_role("form", name="Was this page useful?").get_by_role("button", name="Yes").click()

    expect(page.locator("[data-useful-trouble]")).to_contain_text("We could not take that in.")
    expect(page.locator("[data-useful-status]")).to_contain_text("We could not take that in.")
    expect(page.get_by_role("button", name="Yes")).to_be_focused()
    assert violations(page) == {}


def test_an_answer_that_a_script_can_not_send_goes_as_a_form(phone):
    page = phone("/money/child-benefit/")
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()) }")
    page.get_by_role("form", name="Was this page useful?").get_by_role("button", name="No").click()

    expect(page).to_have_url(re.compile(r"/money/child-benefit/\?useful=.*#useful$"))
    expect(page.locator("#useful")).to_contain_text("Thank you for telling us.")


def test_leaving_takes_the_page_out_of_the_way_back(phone):
    page = phone("/money/")
    page.goto("/family/family-time/")
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url(f"{WEATHER}*")
    page.go_back()

    expect(page).to_have_url(re.compile("/money/$"))


def test_leaving_works_without_scripts(phone):
    page = phone("/young-people/", scripts=False)
    page.get_by_role("link", name="Leave this page").click()

    page.wait_for_url(f"{WEATHER}*")


def test_leaving_does_not_say_where_one_was(phone):
    page = phone("/young-people/")
    with page.expect_request(f"{WEATHER}*") as request:
        page.get_by_role("link", name="Leave this page").click()

    assert "referer" not in request.value.headers


def test_esc_three_times_leaves(phone):
    page = phone("/young-people/")
    for _time in range(3):
        page.keyboard.press("Escape")

    page.wait_for_url(f"{WEATHER}*")


def test_esc_twice_or_with_another_key_between_or_slowly_does_not(phone):
    page = phone("/young-people/")
    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)
    page.wait_for_timeout(3_200)
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)

    expect(page).to_have_url(re.compile("/young-people/$"))


def test_the_keys_are_explained_where_they_work(page):
    page.goto("/young-people/")

    expect(page.get_by_text("or press Esc three times")).to_be_visible()


def test_what_the_button_cannot_do_opens_from_beside_it(phone):
    page = phone("/young-people/")
    page.get_by_role("link", name="What it can’t do").click()

    expect(page.get_by_text("This page stays in the history")).to_be_visible()
    assert violations(page) == {}


@pytest.mark.parametrize("path", ["/young-people/", "/family/family-time/"])
def test_the_button_stays_in_reach_and_never_lies_over_what_has_the_focus(phone, path):
    page = phone(path, reduced_motion="reduce")
    button = page.get_by_role("link", name="Leave this page")
    page.locator("#main").focus()
    covered = """() => {
      const bar = document.querySelector(".leave").getBoundingClientRect();
      const focus = document.activeElement.getBoundingClientRect();
      return focus.top < bar.bottom - 1 && focus.bottom > bar.top + 1;
    }"""
    for _step in range(12):
        page.keyboard.press("Tab")
        expect(button).to_be_in_viewport()
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")
    for _step in range(11):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")


def test_the_way_out_is_not_printed(page):
    page.goto("/young-people/")
    page.emulate_media(media="print")

    for part in (".leave", ".leave-limits", ".useful", ".young__picture", ".lamp__now"):
        expect(page.locator(part).first).to_be_hidden()


def test_pages_for_young_people_have_bigger_type_and_softer_paper(page):
    looks = {}
    for path in ("/money/", "/young-people/"):
        page.goto(path)
        looks[path] = page.evaluate(
            "[parseFloat(getComputedStyle(document.body).fontSize), getComputedStyle(document.body).backgroundColor]"
        )

    assert looks["/young-people/"][0] > looks["/money/"][0]
    assert looks["/young-people/"][1] != looks["/money/"][1]
    expect(page.get_by_role("link", name="Ring Childline: 0800 1111").first).to_be_visible()
