"""Searching in a real browser: results while somebody types, and the same without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

pytestmark = pytest.mark.xdist_group("browser")


def first(page):
    return page.locator("#results li a").first


def test_results_come_while_somebody_types_and_are_announced(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/search/")
    assert violations(page) == {}
    page.get_by_role("searchbox").press_sequentially("bedwett", delay=30)

    expect(first(page)).to_have_text("Feelings, behaviour and therapy")
    expect(page.locator("#found")).to_contain_text("The first is: Feelings, behaviour and therapy")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=bedwett$"))
    assert violations(page) == {}
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(first(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Feelings, behaviour and therapy")


def test_the_title_goes_with_what_is_typed(page):
    page.goto("/search/?q=sgo")
    expect(page).to_have_title(re.compile("^sgo: "))
    page.get_by_role("searchbox").fill("halal")
    expect(page).to_have_title(re.compile("^halal: nothing found"))


def test_typing_fast_asks_the_server_seldom(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/search/?q=" in request.url else None)
    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("allowances", delay=20)
    expect(first(page)).to_have_text("Allowances and money from the council")

    assert len(asked) <= 2


def test_each_result_says_where_it_belongs_and_what_it_is(page):
    page.goto("/search/?q=sgo allowance")

    expect(page.locator("#results .result__where").first).to_have_text("Money and work · Support")


def test_nothing_found_gives_the_nearest_topics_and_the_navigators(page):
    page.goto("/search/?q=zzzqqq")

    whom = page.locator("#results .search__ring").get_by_role("link")
    expect(whom.first).to_have_text(re.compile("01632 960 123|Ask us to ring you"))
    assert page.locator("#results li").count() >= 3
    assert violations(page) == {}


def test_words_in_another_script_get_an_answer_in_their_own_direction(page):
    page.goto("/search/?q=مرحبا")

    expect(page.get_by_role("searchbox")).to_have_attribute("dir", "auto")
    expect(page.get_by_role("heading", name="We have nothing on")).to_be_visible()


def test_it_works_without_scripts(new_context):
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto("/search/")
    page.get_by_role("searchbox").fill("do i get paid")
    page.keyboard.press("Enter")

    expect(first(page)).to_have_text("Allowances and money from the council")


@pytest.mark.parametrize("way", ["gone", "broken"])
@pytest.mark.parametrize(("path", "touched"), [("/search/", "searchbox"), ("/find/children/", "textbox")])
def test_no_answer_while_somebody_types_is_said_and_the_next_one_takes_it_back(page, path, touched, way):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    page.route(
        re.compile(r"\?"), lambda route: route.abort() if way == "gone" else route.fulfill(status=500, body="Broken")
    )
    field = page.get_by_role(touched).first
    field.press_sequentially("12", delay=20)

    expect(page.locator("[data-not-reached]")).to_be_visible()
    expect(page.locator("#found")).to_contain_text("We can’t reach the site just now")
    page.unroute(re.compile(r"\?"))
    field.press_sequentially("3", delay=20)
    expect(page.locator("[data-not-reached]")).to_be_hidden()
