"""What the Rotherham offer must not say wrong: dates that have passed."""

import re

import pytest

from pages.models import MoneyFact, Policy
from tests.html import addresses, main_words, parse

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

RENT = "/home-and-housing/help-with-rent-and-council-tax/"

# path, what it must not say any more, what it says instead
CORRECTED = [
    ("/feelings/therapy-fund/", r"at least March 2027|not decided yet|£2,500", r"31 March 2028"),
    ("/feelings/therapy-fund/", r"2025 to 2026", r"Up to £3,000 a year \(2026 to 2027\)"),
    ("/money/benefits/", r"were due to change", r"every child in a home on Universal Credit, whatever the home earns"),
    ("/learning/school/", r"were due to get", r"every child in a home on Universal Credit, whatever the home earns"),
    ("/learning/school/", r"This counts for any child", r"only because of this new rule do not bring"),
    ("/learning/pupil-premium-plus/", r"It comes for any child", r"only because of the new rule do not bring"),
    (RENT, r"due to change in 2026|may have changed", r"Crisis and Resilience Fund"),
    (RENT, r"which was extra help", r"1 April 2026 .* 31 March 2029"),
    ("/home-and-housing/housing/", r"if kinship carers get any priority", r"1 December 2025"),
    ("/home-and-housing/housing/", r"do not yet have Rotherham’s rules", r"special guardians.*welfare"),
    ("/about/", r"guidance in October", r"guidance, dated October 2024"),
    ("/how-we-meet-the-law/", r"not seen|let us off", r"review and update .* before a new version"),
]  # fmt: skip


@pytest.fixture
def read(client):
    """The words of a page as a visitor reads them, on one line."""

    def words(url):
        return " ".join(main_words(parse(client.get(url))).split())

    return words


@pytest.mark.parametrize(("url", "wrong", "right"), CORRECTED)
def test_what_is_no_longer_so_is_said_as_it_is_now(offer, read, url, wrong, right):
    words = read(url)

    assert not re.search(wrong, words)
    assert re.search(right, words)


def test_the_statutory_guidance_is_linked_where_the_government_publishes_it(offer, client):
    guidance = Policy.objects.get(slug="kinship-guidance-2024")

    assert guidance.url.startswith("https://www.gov.uk/")
    assert "October 2024" in guidance.title
    for page in offer:
        assert not [link for link in addresses(parse(client.get(page.url))) if "policy-tracker" in link], page


def test_the_page_about_the_law_links_the_words_that_are_to_be_checked(offer, client):
    links = addresses(parse(client.get("/how-we-meet-the-law/")))

    assert any(link.startswith("https://www.legislation.gov.uk/") for link in links)


def test_the_therapy_funds_limit_is_dated(offer):
    limit = MoneyFact.objects.get(slug="therapy-fund-child")

    assert (limit.amount, str(limit.valid_until)) == (3000, "2027-03-31")
