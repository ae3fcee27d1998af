"""An officer types a brace, and the council's words are offered: by keyboard, in fields and in running text."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.browser.test_cms import in_the_form, open_editor

pytestmark = pytest.mark.xdist_group("browser")

# The last of them stand half below Wagtail's bar while the form is scrolled.
WAGTAILS_OWN = [".w-minimap__list", ".w-editing-sessions__session", ".w-panel__toggle"]


@pytest.fixture
def writer(editor):
    open_editor(editor, "Child Benefit")
    return editor


@pytest.fixture
def offered(writer):
    return writer.get_by_role("listbox", name="Words in braces")


@pytest.fixture
def text(writer):
    return writer.locator("[data-contentpath='body'] .public-DraftEditor-content").first


def at_the_end_of(writer, field):
    field.click()
    writer.keyboard.press("Control+End")


def gap(field, offered):
    """How far the list stands from the field: on which side of it there is room may change."""
    field, offered = field.bounding_box(), offered.bounding_box()
    return round(max(offered["y"] - field["y"] - field["height"], field["y"] - offered["y"] - offered["height"]))


def test_a_word_is_chosen_by_keyboard_in_a_field(writer, offered):
    field = writer.get_by_role("textbox", name="Summary")
    field.fill("")
    field.press_sequentially("Ring {a")

    expect(offered.get_by_role("option")).to_have_count(2)
    expect(writer.get_by_role("status").filter(has_text="arrow keys")).to_be_attached()
    assert not violations_everywhere(writer, exclude=WAGTAILS_OWN)
    writer.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", offered.get_by_role("option").nth(1).get_attribute("id"))
    writer.keyboard.press("ArrowUp")
    writer.keyboard.press("ArrowUp")
    writer.keyboard.press("Enter")

    expect(field).to_have_value(re.compile(r"^Ring \{a[a-z ]*\}$"))
    expect(offered).to_be_hidden()
    expect(field).to_be_focused()


def test_a_capital_asks_for_a_capital(writer, offered):
    field = writer.get_by_role("textbox", name="Summary")
    field.fill("")
    field.press_sequentially("{The")
    writer.keyboard.press("Enter")

    expect(field).to_have_value("{The navigators}")


def test_the_list_closes_and_nothing_is_changed(writer, offered):
    field = writer.get_by_role("textbox", name="Summary")
    field.fill("")
    field.press_sequentially("{")
    expect(offered).to_be_visible()
    writer.keyboard.press("Escape")

    expect(offered).to_be_hidden()
    expect(field).to_have_value("{")
    field.press_sequentially("xyz")
    expect(offered).to_be_hidden()


def test_the_list_stays_at_its_field_while_the_form_is_scrolled(writer, offered):
    field = writer.get_by_role("textbox", name="Summary")
    field.fill("")
    field.press_sequentially("{")
    top = field.bounding_box()["y"]
    writer.mouse.move(1100, 300)
    writer.mouse.wheel(0, 60)

    writer.wait_for_function(
        "([field, top]) => field.getBoundingClientRect().top < top", arg=[field.element_handle(), top]
    )
    writer.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    expect(offered).to_be_visible()
    assert gap(field, offered) == 0


def test_a_word_is_chosen_with_the_mouse(writer, offered):
    field = writer.get_by_role("textbox", name="Summary")
    field.fill("")
    field.press_sequentially("{")
    offered.get_by_role("option").filter(has_text="{full council}").click()

    expect(field).to_have_value("{full council}")


def test_a_word_is_typed_in_running_text_and_readers_see_it_finished(writer, offered, text):
    at_the_end_of(writer, text)
    writer.keyboard.type(" Ask {the")
    expect(offered.get_by_role("option")).to_have_count(1)
    writer.keyboard.press("Enter")
    expect(text).to_contain_text("Ask {the navigators}")
    writer.keyboard.type(" today.")
    expect(text).to_contain_text("Ask {the navigators} today.")
    in_the_form(writer, "{the navigators} today.")
    writer.get_by_role("button", name="Toggle preview").click()
    preview = writer.frame_locator("iframe[title='Preview']").first
    expect(preview.locator("main")).to_contain_text("Ask the Navigators today.", timeout=15_000)


def test_the_button_in_running_text_offers_the_words(writer, offered, text):
    at_the_end_of(writer, text)
    writer.keyboard.type(" /")
    writer.get_by_role("option", name="Words in braces").click()
    expect(offered).to_be_visible()
    writer.keyboard.press("ArrowDown")
    writer.keyboard.press("Enter")

    expect(text).to_contain_text("{full council}")
