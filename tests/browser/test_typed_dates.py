"""A date or a time that an officer types never becomes another one without a word."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser")
GROUPS, SETTINGS = "/cms/support_groups/", "/cms/settings/pages/councilsettings/"
HAS_PICKER = """
[...document.querySelectorAll("input")].filter((input) => jQuery(input).data("xdsoft_datetimepicker"))
"""
# Leaves each field of the form with words in it that no calendar can read, and says what stands there afterwards.
LEAVE_WITH = f"""
(words) => {HAS_PICKER}.map((input) => {{
    jQuery(input).trigger("focusin");
    input.value = words;
    jQuery(input).trigger("blur");
    return input.value;
}})
"""


def open_group(page):
    page.goto(GROUPS)
    page.locator("td.title a").first.click()
    page.wait_for_load_state("networkidle")


def type_into(page, field, words):
    """As a person does: key by key, with the calendar open, and on with the tab key."""
    field.click()
    field.press("Control+a")
    field.press("Delete")
    field.press_sequentially(words)
    page.wait_for_timeout(300)  # Wagtail opens its calendar a moment after the field is entered
    field.press("Tab")
    page.wait_for_timeout(300)


def save(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state("networkidle")


def test_a_time_that_cannot_be_read_is_kept_and_refused(lead):
    open_group(lead)
    start = lead.locator("#id_start_time")
    before = start.input_value()

    for typed in ("1pm", "noon", "half past nine", "26:00"):
        lead.get_by_role("tab", name="What it says").click()
        type_into(lead, start, typed)
        expect(start).to_have_value(typed)
        save(lead)

        expect(start).to_have_value(typed)
        expect(lead.locator("[data-contentpath='start_time']")).to_contain_text("Enter a valid time.")
    open_group(lead)
    expect(lead.locator("#id_start_time")).to_have_value(before)


def test_a_date_that_cannot_be_read_is_kept_and_refused(lead):
    open_group(lead)
    last = lead.locator("#id_last_date")

    for typed in ("31/02/2027", "5 November", "tomorrow", "11/26/2026"):
        type_into(lead, last, typed)
        expect(last).to_have_value(typed)
        save(lead)

        expect(last).to_have_value(typed)
        expect(lead.locator("[data-contentpath='last_date']")).to_contain_text("Enter a valid date.")


def test_the_same_in_a_row_that_was_added_a_moment_ago(lead):
    open_group(lead)
    lead.get_by_role("button", name="Add moved meeting").click()
    day, start = lead.locator("[id$='-new_date']").last, lead.locator("[id^='id_dates_moved-'][id$='-start_time']").last

    type_into(lead, day, "31/02/2027")
    type_into(lead, start, "noon")
    expect(day).to_have_value("31/02/2027")
    expect(start).to_have_value("noon")
    save(lead)

    assert [field.input_value() for field in (day, start)] == ["31/02/2027", "noon"]
    expect(lead.get_by_text("Enter a valid date.")).to_be_visible()
    expect(lead.get_by_text("Enter a valid time.")).to_be_visible()


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_a_day_to_go_live_or_offline_is_read_the_british_way_or_refused(lead, name):
    schedule = lead.get_by_role("button", name="schedule").first
    field, good = lead.locator(f"#id_{name}"), f"26/11/{timezone.localdate().year + 1} 09:00"

    def say(words):
        open_group(lead)
        lead.wait_for_timeout(500)  # the panel that was open last opens again by itself
        if not schedule.is_visible():
            lead.get_by_role("button", name="Toggle status").click()
        schedule.click()
        type_into(lead, field, words)
        expect(field).to_have_value(words)
        lead.get_by_role("button", name="Save schedule").click()
        lead.wait_for_load_state("networkidle")

    try:
        say("26/11 9am")
        expect(field).to_have_value("26/11 9am")
        expect(lead.locator(f"[data-contentpath='{name}']")).to_contain_text("Enter a valid date/time.")

        say(good)
        open_group(lead)
        expect(field).to_have_value(good)
    finally:
        say("")


@pytest.mark.parametrize(
    ("listing", "number"),
    [
        (GROUPS, 6),
        ("/cms/snippets/pages/contact/", 1),
        ("/cms/snippets/pages/policy/", 1),
        ("/cms/snippets/pages/datedfact/", 1),
        (SETTINGS, 5),
    ],
)
def test_no_field_of_any_form_puts_another_date_in_place_of_what_was_typed(lead, listing, number):
    lead.goto(listing)
    if listing != SETTINGS:
        lead.locator("td.title a").first.click()
    lead.wait_for_load_state("networkidle")

    left = lead.evaluate(LEAVE_WITH, "noon on 31/02/2027")

    assert set(left) == {"noon on 31/02/2027"}
    assert len(left) >= number


def test_the_calendar_still_fills_a_date_in(lead):
    open_group(lead)
    last = lead.locator("#id_last_date")
    last.click()
    day = lead.locator(".xdsoft_datetimepicker:visible td[data-date='15']:not(.xdsoft_other_month)")
    day.click()

    assert last.input_value().startswith("15/")
