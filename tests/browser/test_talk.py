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
    page.get_by_role("button", name="Send").click()

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
    promised = page.locator(".when__day").inner_text()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")
    expect(page.locator("main")).to_contain_text(promised)
    assert promised.startswith("You hear from us by the end of")
    if scripts:
        assert violations(page) == {}


def test_the_form_is_filled_in_by_keyboard_alone(phone):
    page = phone(ASK)
    page.wait_for_timeout(QUICKEST)
    page.get_by_label("Your name").focus()
    page.keyboard.type("Nan Testperson")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # a text
    page.keyboard.press("Tab")
    page.keyboard.type("01632 960 555")
    page.keyboard.press("Tab")  # the e-mail is folded away
    page.keyboard.press("ArrowDown")  # in the morning
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # an interpreter
    page.keyboard.press("Tab")
    page.keyboard.type("Urdu")
    page.keyboard.press("Tab")  # over the topic
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # past the field for machines
    expect(page.get_by_role("button", name="Send")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will text you")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_each_way_shows_only_what_it_needs(phone, scripts):
    page = phone(ASK, scripts)
    number, email = page.get_by_label("Your phone number"), page.get_by_label("Your e-mail")
    time, language = page.get_by_text("When is a good time?"), page.get_by_label("Which language?")
    for way in ("Ring me", "Send me a text", "Ring me with Relay UK", "Call me in British Sign Language"):
        page.get_by_role("radio", name=way).first.check()
        expect(number).to_be_visible()
        expect(time).to_be_visible()
        expect(email).to_be_hidden()
    page.get_by_role("radio", name="Send me an e-mail").check()
    expect(email).to_be_visible()
    expect(number).to_be_hidden()
    expect(time).to_be_hidden()

    box = page.get_by_label("I would like an interpreter")
    expect(language).to_be_hidden()
    box.check()
    language.fill("Urdu")
    box.uncheck()
    expect(language).to_be_visible()  # what was written counts, so it stays in sight
    language.fill("")
    expect(language).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_young_person_asks_by_keyboard_alone(phone, scripts):
    page = phone("/young-people/", scripts)
    page.get_by_role("link", name="Ask us to ring or text you").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/young-people/ask-us-to-ring/")
    page.wait_for_timeout(QUICKEST)
    page.get_by_label("What should we call you?").focus()
    page.keyboard.type("Robin")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first way, a text
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your phone number")).to_be_focused()
    page.keyboard.type("07700 900 123")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Do not say who you are")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")  # the last time, after school
    expect(page.get_by_role("radio", name="After school")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Text first")
    for _step in range(3):  # over the interpreter and what can be said besides, to the last box
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will text you")
    expect(page.locator("body")).to_have_class("young")
    if scripts:
        assert violations(page) == {}


KEPT_ADDRESS = {
    "NAME_FULL": "Nan Testperson",
    "EMAIL_ADDRESS": "nan@example.org",
    "PHONE_HOME_WHOLE_NUMBER": "+441632960555",
    "COMPANY_NAME": "Toy Shop",
    "ADDRESS_HOME_LINE1": "1 High Street",
    "ADDRESS_HOME_CITY": "Testham",
    "ADDRESS_HOME_ZIP": "ZZ9 9ZZ",
    "ADDRESS_HOME_COUNTRY": "GB",
}


def autofill(page):
    """Lets Chromium itself fill in the form, as it does with an address that it keeps, once it has read the form."""
    fields = [{"name": name, "value": value} for name, value in KEPT_ADDRESS.items()]
    browser = page.context.new_cdp_session(page)
    browser.send("Autofill.enable")
    name = page.locator("#id_name")
    for _try in range(40):
        root = browser.send("DOM.getDocument")["root"]["nodeId"]
        found = browser.send("DOM.querySelector", {"nodeId": root, "selector": "#id_name"})
        node = browser.send("DOM.describeNode", {"nodeId": found["nodeId"]})["node"]["backendNodeId"]
        browser.send("Autofill.trigger", {"fieldId": node, "address": {"fields": fields}})
        page.wait_for_timeout(250)
        if name.input_value():
            break
    expect(name).to_have_value("Nan Testperson")


@pytest.mark.slow  # waits for Chromium's own autofill; tests/ring_back looks at the box's name
@pytest.mark.parametrize("path", [ASK, "/young-people/ask-us-to-ring/"])
def test_a_browser_that_fills_in_forms_fills_in_no_hidden_box(page, path):
    page.goto(path)
    page.get_by_role("radio").first.check()
    autofill(page)

    expect(page.locator("#id_phone")).to_have_value(re.compile("1632960555"))
    expect(page.locator("[name=leave_empty]")).to_have_value("")


@pytest.mark.slow  # shows that the test above can fail
def test_a_hidden_box_with_a_name_that_browsers_know_would_be_filled_in(page):
    """Shows that the test above can fail."""
    page.goto(ASK)
    page.evaluate(
        """() => {
          const box = document.querySelector("[name=leave_empty]");
          const label = document.querySelector(".trap label");
          box.name = box.id = label.htmlFor = "company";
          label.textContent = "Company";
        }"""
    )
    autofill(page)

    expect(page.locator("[name=company]")).to_have_value("Toy Shop")


def test_going_back_does_not_show_what_was_typed(phone):
    page = phone(ASK)
    page.get_by_label("Your name").fill("Nan Testperson")
    page.get_by_label("Your phone number").fill("01632 960 556")
    page.get_by_label("You may keep this").check()
    page.wait_for_timeout(QUICKEST)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")
    page.go_back()

    assert "Nan Testperson" not in page.content()


def test_the_field_for_machines_is_neither_seen_nor_reached(phone):
    page = phone(ASK)
    box = page.locator("[name=leave_empty]")

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

    expect(page.get_by_text("press Esc three times")).to_be_visible()


def test_what_the_button_cannot_do_opens_from_beside_it(phone):
    page = phone("/young-people/")
    page.get_by_role("link", name="What the leave button can’t do").click()

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
