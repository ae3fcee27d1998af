"""The journeys a carer makes, with JavaScript off."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def plain(new_context, base_url):
    """A phone's browser that runs no scripts."""
    context = new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base_url)
    return page


def test_a_carer_searches_and_finds_a_support(plain):
    plain.get_by_role("searchbox").fill("allowance")
    plain.get_by_role("button", name="Search").click()
    plain.locator("#results").get_by_role("link", name="Allowances and money from the council").click()

    expect(plain.get_by_role("heading", level=1)).to_have_text("Allowances and money from the council")
    expect(plain.get_by_role("heading", name="Who can get it")).to_be_visible()
    expect(plain.get_by_role("region", name="Yes").get_by_text("Kinship foster care")).to_be_visible()


def test_a_carer_whose_child_came_last_night_finds_the_first_days(plain):
    plain.locator(".hero").get_by_role("link", name="New to this?").click()

    expect(plain.get_by_role("heading", level=1)).to_contain_text("first days")
    expect(plain.locator("main .steps").first).to_be_visible()


def test_the_number_is_on_the_first_screen_of_a_phone(plain):
    number = plain.locator("main").get_by_role("link", name="01632 960 123").first

    expect(number).to_be_in_viewport()
    expect(number).to_have_attribute("href", "tel:01632960123")


def test_a_carer_goes_through_a_section_and_has_a_word_explained(plain):
    plain.locator("main").get_by_role("link", name="Money and work").click()
    plain.locator("main").get_by_role("link", name="Allowances and money from the council").click()
    word = plain.locator("main .term").first
    meaning = plain.locator(f"#{word.get_attribute('popovertarget')}")
    expect(meaning).not_to_be_visible()
    word.click()

    expect(meaning).to_be_in_viewport()
    expect(meaning.locator("p").first).not_to_be_empty()


def test_a_carer_gets_the_leaflet(plain):
    plain.goto("/leaflet/")
    link = plain.get_by_role("link", name="Folded leaflet (PDF")
    pdf = plain.request.get(link.get_attribute("href"))

    assert pdf.ok
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF")


def test_every_number_on_the_contacts_page_can_be_tapped(plain):
    plain.goto("/contact-us/")
    numbers = plain.locator("main .contact__number bdi")

    assert numbers.count() > 10
    linked = plain.locator("main .contact__number a[href^='tel:'] bdi, main .contact__number a[href^='sms:'] bdi")
    assert linked.count() == numbers.count()


def test_details_open_without_scripts(plain):
    plain.goto("/money/allowances/")
    details = plain.locator("main details").first
    details.locator("summary").click()

    expect(details.locator(".details__text")).to_be_visible()


def test_nothing_is_offered_that_needs_scripts(plain):
    plain.goto("/money/allowances/")

    expect(plain.locator("[data-print]").first).to_be_hidden()
