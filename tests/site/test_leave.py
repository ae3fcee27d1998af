"""“Leave this page”: where it is, where it goes, and what it says of itself."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories
from tests.html import parse


def leave_link(client, url):
    links = [a for a in parse(client.get(url)).iter("a") if "data-leave" in a.attrib]
    return links[0] if links else None


def test_a_page_that_asks_for_it_has_a_link_out_that_tells_nothing_of_where_one_was(client, section):
    page = factories.make_guide(section, leave_button=True)

    link = leave_link(client, page.url)

    assert link.get("href") == "https://www.bbc.co.uk/weather"
    assert "noreferrer" in link.get("rel")


def test_other_pages_do_not_have_it(client, section):
    assert leave_link(client, factories.make_guide(section).url) is None


def test_every_page_for_young_people_has_it(client, home):
    section = factories.make_section(home, audience="young-people")
    guide = factories.make_guide(section)

    for url in (section.url, guide.url):
        assert leave_link(client, url) is not None


def test_the_council_chooses_where_it_goes(client, home, section):
    council = home.get_site().councilsettings
    council.leave_address = "https://www.example.org/recipes"
    council.save()

    assert leave_link(client, factories.make_guide(section, leave_button=True).url).get("href") == council.leave_address


def test_it_says_what_it_cannot_do(client, section):
    response = client.get(factories.make_guide(section, leave_button=True).url)

    assertContains(response, "This page stays in the history")
    assertContains(response, 'href="#leave-limits"')
    assertContains(response, 'id="leave-limits"')


def test_its_keys_are_told_of_only_where_they_work(client, section):
    page = factories.make_guide(section, leave_button=True)

    keys = [element for element in parse(client.get(page.url)).iter() if "data-leave-keys" in element.attrib]

    assert ["hidden" in element.attrib for element in keys] == [True]


@pytest.mark.parametrize(
    "url",
    ["/family/family-time/", "/urgent-help/", "/feelings/trauma/", "/feelings/feelings-behaviour/", "/young-people/"],
)
def test_the_offers_pages_about_safety_have_it(client, rotherham_loaded, url):
    assert leave_link(client, url) is not None


def test_most_pages_of_the_offer_do_not(client, rotherham_loaded):
    assertNotContains(client.get("/money/allowances/"), "data-leave")
