"""Four people on their whole way, by keyboard alone, with and without JavaScript."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.shape import SCREEN, WIDTH
from tests.paper.pdfs import words_of
from tests.server import free_port, served

pytestmark = pytest.mark.xdist_group("browser")

QUICKEST = 2_500  # milliseconds; who is faster is asked to send again
MOST_TABS = 60
NOTE = "We spoke on the phone. Ask for the special guardianship team first."


@pytest.fixture(scope="module")
def night(site, environment):
    """The address of the same site, at two in the night."""
    port = free_port()
    at_night = environment | {"SITE_URL": f"http://127.0.0.1:{port}"}
    log = Path(environment["DATA_DIR"]) / "night.log"
    with served(port, at_night, log, "--threads", "4", application="tests.browser.at_night") as address:
        yield address


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def scripts(request):
    return request.param


@pytest.fixture
def reader(scripts, browser):
    """Opens a page on a small phone, with scripts or without."""
    contexts = []

    def open_at(address, path):
        contexts.append(
            browser.new_context(
                base_url=address, viewport={"width": WIDTH, "height": SCREEN}, java_script_enabled=scripts
            )
        )
        page = contexts[-1].new_page()
        page.goto(path)
        page.wait_for_load_state()
        return page

    yield open_at
    for context in contexts:
        context.close()


def reach(page, target):
    """Goes on by Tab until `target` has the focus."""
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"{target} was not reached within {MOST_TABS} presses")


def follow(page, target):
    """Reaches a link or button and presses it."""
    reach(page, target)
    page.keyboard.press("Enter")


def write(page, label, words):
    """Reaches the field of this label and types."""
    reach(page, page.get_by_label(label))
    page.keyboard.type(words)


def choose(page, label):
    """Reaches the group of choices and goes on in it until this one is taken."""
    wanted = page.get_by_role("radio", name=label)
    group = page.locator(f"input[name='{wanted.get_attribute('name')}']")
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == wanted.get_attribute("name"):
            break
    page.keyboard.press("Space")
    for _press in range(group.count()):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    expect(wanted).to_be_checked()


def test_a_grandmother_at_two_at_night_finds_who_answers_now(reader, night):
    page = reader(night, "/money/")
    lamp = page.locator(".masthead .ring")
    expect(lamp).to_contain_text("Ask us to ring you")
    expect(lamp).to_contain_text("Closed until")
    follow(page, page.locator(".masthead").get_by_role("link", name="Tonight"))
    expect(page).to_have_url(re.compile("/tonight/$"))

    expect(page.locator(".tonight__head")).to_contain_text(re.compile(r"It is 2(\.\d\d)?am"))
    now = page.locator("main a.dial")
    assert now.first.get_attribute("href") == "tel:999"
    assert now.count() >= 5
    council = page.locator(".masthead__name").inner_text()
    closed = page.locator(".later li")
    assert closed.count() > 0, f"somebody of {council} opens in the morning"
    numbers = set(now.evaluate_all("(links) => links.map((link) => link.href)"))
    later = set(closed.locator("a[href^='tel:']").evaluate_all("(links) => links.map((link) => link.href)"))
    assert not numbers & later, "no number is said to answer that does not"

    bed = page.locator("summary", has_text="There is no bed")
    follow(page, bed)
    expect(page.get_by_text("A safe place to sleep is enough for one night.")).to_be_visible()
    page.keyboard.press("Control+Home")
    page.locator(".masthead__name").focus()
    follow(page, lamp)
    page.wait_for_load_state()
    expect(page).to_have_url(re.compile("/ask-us-to-ring/$"))
    expect(page.locator(".when__day")).to_contain_text("You hear from us by")


def test_a_navigator_makes_a_whole_pack_with_a_note_while_she_talks(reader, scripts, site, tmp_path):
    page = reader(site, "/my-list/")
    for number, words in enumerate(("allowances", "legal orders", "camhs"), start=1):
        field = page.get_by_label("Add a page")
        if not field.evaluate("(element) => element === document.activeElement"):
            reach(page, field)
        page.keyboard.type(words)
        if scripts:
            page.keyboard.press("Enter")
        else:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            if page.locator(".choices a").count():
                with page.expect_navigation():
                    follow(page, page.locator(".choices a").first)
        expect(page.locator(".list-item")).to_have_count(number, timeout=20_000)
        page.wait_for_load_state()
    expect(page.get_by_text("How many pages?").or_(page.get_by_text(re.compile(r"^\d+ pages$"))).first).to_be_visible()

    follow(page, page.get_by_text("Are you a Navigator?"))
    write(page, "Your name", "Sam")
    write(page, "Your number", "01632 960 555")
    write(page, "A note to the family", NOTE)
    choose(page, re.compile("^Whole"))
    file = tmp_path / "pack.pdf"

    def keep(route):
        answer = route.fetch()
        file.write_bytes(answer.body())
        route.fulfill(response=answer)

    page.route("**/my-list/pack.pdf", keep)
    with page.expect_response("**/my-list/pack.pdf"):
        follow(page, page.get_by_role("button", name="Make the pack with my name"))

    said = " ".join(words_of(file).split())
    for words in ("Sam", "01632 960 555", NOTE, "Allowances", "Legal orders", "CAMHS"):
        assert words in said
    assert page.context.cookies() == []


def test_a_fifteen_year_old_asks_to_be_texted(reader, site):
    page = reader(site, "/young-people/")
    follow(page, page.locator("main").get_by_role("link", name="Ask us to ring or text you").first)
    page.wait_for_url("**/young-people/ask-us-to-ring/")
    page.wait_for_timeout(QUICKEST)

    write(page, "What should we call you?", "Robin")
    choose(page, "Text me")
    write(page, "Your phone number", "07700 900 123")
    choose(page, "Do not say who you are")
    choose(page, "After school")
    consent = page.locator("form input[type=checkbox]").last
    reach(page, consent)
    page.keyboard.press("Space")
    follow(page, page.get_by_role("button", name="Send"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will text you")
    expect(page.locator("body")).to_have_class("young")
    assert {cookie["name"] for cookie in page.context.cookies()} == {"csrftoken"}, "the form's own, and nothing else"


def test_a_reader_who_needs_an_interpreter_asks_for_one_in_her_language(reader, night):
    page = reader(night, "/money/allowances/")
    follow(page, page.locator(".masthead .ring"))
    page.wait_for_url("**/ask-us-to-ring/**")
    promised = page.locator(".when__day").inner_text()
    page.wait_for_timeout(QUICKEST)

    write(page, "Your name", "Nan Testperson")
    choose(page, re.compile("^Ring me$"))
    write(page, "Your phone number", "01632 960 555")
    reach(page, page.get_by_label("I would like an interpreter"))
    page.keyboard.press("Space")
    write(page, "Which language?", "اردو")
    reach(page, page.get_by_label("You may keep this"))
    page.keyboard.press("Space")
    follow(page, page.get_by_role("button", name="Send"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We will ring you")
    expect(page.locator("main")).to_contain_text(promised)
    assert not re.search("Nan|01632", unquote(page.url)), "nothing of hers stands in the address"
