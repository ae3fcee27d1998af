"""What the Rotherham offer must not say wrong: money that ends in a debt, dates that have passed, ages over."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from pages.content.policy import Policy
from pages.content.support import AbstractSupportPage
from pages.core.vocabulary import OLDEST_CHILD, Answer, Arrangement
from pages.dated_facts.model import FactRow
from pages.finder.answer import Part, answer_for
from pages.finder.household import Child, Household
from pages.paper.model import Paper, PaperFormat
from tests.html import addresses, main_words, parse

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

CLAIM = re.compile(r"claim (?:for )?Child Benefit", re.IGNORECASE)
FOR_A_PAID_CHILD = {"child-benefit", "guardians-allowance", "universal-credit"}
FOR_GROWN_UPS_TOO = {
    "child-law-advice", "citizens-advice", "college-and-money-at-16", "families-information-service", "family-hubs",
    "family-rights-group", "fortnightly-groups", "kinship-charity", "kinship-peer-groups", "kinship-workshops",
    "navigators", "one-adoption", "send-local-offer", "someone-to-talk-to", "training", "youngminds",
}  # fmt: skip
RENT = "/home-and-housing/help-with-rent-and-council-tax/"

# path, what it must not say any more, what it says instead
CORRECTED = [
    ("/feelings/therapy-fund/", r"at least March 2027|not decided yet|£2,500", r"31 March 2028"),
    ("/feelings/therapy-fund/", r"2025 to 2026", r"Up to £3,000 a year \(2026 to 2027\)"),
    ("/money/benefits/", r"were due to change", r"every child in a home on Universal Credit, whatever the home earns"),
    ("/learning/school/", r"were due to get", r"every child in a home on Universal Credit, whatever the home earns"),
    ("/learning/school/", r"This counts for any child", r"only because of this new rule does not bring"),
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


def group_of(slug, **answers):
    """The part of the finder's answer in which a support stands; nothing when it is left out."""
    needs = answers.pop("needs", ())
    parts = answer_for(Household(needs, (Child(**answers),))).parts
    return next((part for part, listed in parts.items() if slug in {one.support.slug for one in listed}), None)


@pytest.mark.parametrize("slug", sorted(FOR_A_PAID_CHILD))
def test_kinship_foster_carers_are_not_sent_to_claim_for_a_child_the_council_pays_for(offer, slug):
    page = next(page for page in offer if page.slug == slug)
    row = next(row for row in page.who_can_get_it() if row.arrangement == Arrangement.KINSHIP_FOSTER_CARE)

    assert row.answer == Answer.NO
    assert "while the council pays to keep the child" in row.reason
    assert all(
        group_of(slug, arrangement=Arrangement.KINSHIP_FOSTER_CARE, age=age) is None for age in range(OLDEST_CHILD + 1)
    )


def test_every_page_that_says_claim_child_benefit_says_who_must_not(offer, read):
    pages = {page.url: words for page in offer if CLAIM.search(words := read(page.url))}

    assert len(pages) >= 4
    assert [url for url, words in pages.items() if "council pays" not in words] == []


@pytest.mark.parametrize("paper_format", [PaperFormat.FOLDED, PaperFormat.LARGE_PRINT])
def test_the_leaflet_says_who_must_not_claim_child_benefit(rotherham_loaded, paper_format):
    pdf = PdfReader(BytesIO(bytes(Paper.objects.get(format=paper_format).pdf)))
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())

    assert "Claim Child Benefit" in words
    assert not re.search(r"Claim Child Benefit(?!, unless the council pays you to foster)", words)


@pytest.mark.parametrize(("url", "wrong", "right"), CORRECTED)
def test_what_is_no_longer_so_is_said_as_it_is_now(rotherham_loaded, read, url, wrong, right):
    words = read(url)

    assert not re.search(wrong, words)
    assert re.search(right, words)


def test_the_statutory_guidance_is_linked_where_the_government_publishes_it(offer, client):
    guidance = Policy.objects.get(slug="kinship-guidance-2024")

    assert guidance.url.startswith("https://www.gov.uk/")
    assert "October 2024" in guidance.title
    for page in offer:
        assert not [link for link in addresses(parse(client.get(page.url))) if "policy-tracker" in link], page


def test_the_page_about_the_law_links_the_words_that_are_to_be_checked(rotherham_loaded, client):
    links = addresses(parse(client.get("/how-we-meet-the-law/")))

    assert any(link.startswith("https://www.legislation.gov.uk/") for link in links)


def test_the_therapy_funds_limit_is_dated(rotherham_loaded):
    limit = FactRow.objects.get(fact__slug="therapy-fund-child")

    assert (limit.amount, str(limit.valid_until)) == (3000, "2027-03-31")


def test_every_support_says_for_which_ages_it_is(offer):
    for page in offer:
        if isinstance(page, AbstractSupportPage):
            assert page.any_age or None not in (page.age_from, page.age_to), page


def test_what_ends_with_childhood_never_fits_a_grown_up(rotherham_loaded):
    """Walks every support, arrangement and age: a new support that fits at 18 must be put on the list above."""
    fits = {
        (result.support.slug, age)
        for arrangement in Arrangement
        for age in range(26)
        for group, results in answer_for(Household(children=(Child(age, arrangement),))).parts.items()
        if group is not Part.MAY_FIT
        for result in results
    }

    assert {slug for slug, age in fits if age >= 18} == FOR_GROWN_UPS_TOO
    assert max(age for slug, age in fits if slug == "private-fostering-support") == 15
    assert max(age for slug, age in fits if slug == "child-benefit") == 15
    assert {age for slug, age in fits if slug == "families-information-service"} == set(range(20))


def test_child_benefit_after_sixteen_depends_on_education_and_is_over_at_twenty(rotherham_loaded):
    of_an_uncle = {"arrangement": Arrangement.CHILD_ARRANGEMENTS_ORDER}

    assert [group_of("child-benefit", age=age, **of_an_uncle) for age in (15, 16, 19, 20)] == [
        Part.FITS, Part.MAY_FIT, Part.MAY_FIT, None,
    ]  # fmt: skip


def test_private_fostering_after_sixteen_depends_on_disability(rotherham_loaded):
    of_a_neighbour = {"arrangement": Arrangement.PRIVATE_FOSTERING}

    assert [group_of("private-fostering-support", age=age, **of_a_neighbour) for age in (15, 16, 17, 18)] == [
        Part.FITS, Part.MAY_FIT, Part.MAY_FIT, None,
    ]  # fmt: skip


def test_a_yes_does_not_begin_with_it_depends(offer):
    """What depends on something is a maybe."""
    rows = [
        (page.slug, row.reason)
        for page in offer
        if isinstance(page, AbstractSupportPage)
        for row in page.who_can_get_it()
        if row.answer == Answer.YES
    ]

    assert len(rows) > 50
    assert [row for row in rows if row[1].lower().startswith(("it depends", "that depends"))] == []
