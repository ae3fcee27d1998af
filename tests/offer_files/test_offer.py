"""The Rotherham offer as a visitor gets it: every page of it, and where each leads."""

import datetime
import re
import statistics
from collections import Counter
from io import BytesIO
from itertools import pairwise

import pytest
import time_machine
from django.core.exceptions import ValidationError
from pypdf import PdfReader

from pages.content.contact import Contact
from pages.content.policy import Policy
from pages.content.support import AbstractSupportPage
from pages.core.vocabulary import Answer, Arrangement, Topic
from pages.council.model import CouncilSettings
from pages.duties.duty_map import rows_on
from pages.duties.faults import Fault
from pages.duties.standing import Claim, Standing
from pages.paper import leaflet
from pages.paper.model import Paper, PaperFormat
from pages.plain_words.names import known_names
from pages.plain_words.readability import readability
from tests.html import addresses, headings, ids, main_words, parse
from tests.whole_site import broken_links, every_page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

CHECKED_ON = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
DRAMA = re.compile(r"01632 960 ?\d{3}")
PHONE = re.compile(r"\b0[1-9]\d{1,4}[ -]?\d{3}[ -]?\d{3,4}\b")
WELL_KNOWN = {
    "children-act-22h": r"Children Act 1989(?!, (?:part|schedule|sections? (?!22H)))|section 22H",
    "kinship-guidance-2024": r"statutory guidance|government’s guidance",
    "rotherham-scrutiny-2025": r"Improving Lives Select Commission|scrutiny",
    "ambassador-report-2026": r"Kinship Care Ambassador",
}
PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame)\.? [A-Z][a-z]+")


@pytest.fixture
def site(rotherham_loaded, once):
    """Every live page by its address, as the parsed answer to a visitor."""
    return once("site", every_page)


@pytest.fixture
def supports(offer):
    return [page for page in offer if isinstance(page, AbstractSupportPage)]


@pytest.mark.parametrize("path", ["/urgent-help/", "/young-people/someone-to-talk-to-now/"])
def test_in_danger_999_is_the_first_to_tap_and_above_any_contents(rotherham_loaded, client, path):
    main = client.get(path).content.decode().partition("<main")[2].partition("</main>")[0]
    text = main[main.index('class="prose"') :]

    assert re.search(r'href="([^"]*)"', text)[1] == "tel:999"
    assert 'class="toc"' in text or 'class="toc"' not in main
    assert text.count('href="tel:999"') == text.count("999</") >= 2


def test_the_card_of_urgent_help_begins_with_999(rotherham_loaded, client):
    card = client.get("/money/").content.decode().partition('class="urgent"')[2].partition("</section>")[0]

    assert re.search(r'href="([^"]*)"', card)[1] == "tel:999"
    text = " ".join(re.sub(r"<[^>]+>", "", card).split())
    assert "SHOUT to 85258" in text
    assert "Police, ambulance or fire: 999" in text


def test_every_page_says_its_language_and_direction(site):
    assert {(tree.get("lang"), tree.get("dir")) for tree in site.values()} == {("en-gb", "ltr")}


def test_every_page_has_one_first_heading_and_skips_no_level(site):
    for url, tree in site.items():
        levels = headings(tree)
        assert levels[0] == 1, url
        assert levels.count(1) == 1, url
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)


def test_no_page_uses_an_id_twice(site):
    for url, tree in site.items():
        assert [name for name, count in Counter(ids(tree)).items() if count > 1] == [], url


def test_no_link_is_empty(site):
    for url, tree in site.items():
        for link in tree.iter("a"):
            assert link.get("href"), url
            assert "".join(link.itertext()).strip(), (url, link.get("href"))


def test_every_link_inside_the_site_leads_somewhere(site, client):
    assert broken_links(site, client) == []


def test_every_page_can_be_read_at_eleven(site):
    names = known_names()
    grades = {url: readability(main_words(tree), names).grade for url, tree in site.items()}

    assert {url: round(grade, 1) for url, grade in grades.items() if grade > 7} == {}
    assert statistics.median(grades.values()) <= 5.5


def test_the_page_about_the_law_can_be_read_at_eleven_and_leads_to_pages(rotherham_loaded, site, client):
    with time_machine.travel(CHECKED_ON, tick=False):  # later it also names the pages whose check is overdue
        tree = parse(client.get("/how-we-meet-the-law/"))

    assert readability(main_words(tree), known_names()).grade <= 7
    leads_to = {
        address for address in addresses(tree) if address.startswith("/") and not address.startswith("/static/")
    }
    assert [address for address in leads_to if client.get(address, follow=True).status_code != 200] == []


def test_every_topic_has_exactly_one_page(offer):
    slugs = Counter(page.slug for page in offer)

    assert {topic.value: slugs[topic.value] for topic in Topic if slugs[topic.value] != 1} == {}


def test_nothing_is_said_to_be_met_that_nobody_has_signed_off(rotherham_loaded):
    """Every item has its claim; nobody real has signed off one, so none is met."""
    rows = rows_on(CHECKED_ON.date())

    assert [row.item.name for row in rows if row.standing is None] == []
    assert not Standing.objects.exclude(signed_off_by="").exists()
    assert {row.state for row in rows} == {Claim.PARTLY, Claim.NOT}


def test_what_is_said_to_prove_something_is_there(rotherham_loaded):
    """Checks that are examples, and details that are, may keep a proof from holding; a slip in its name may not."""
    faults = {fault for row in rows_on(CHECKED_ON.date()) for shown in row.proofs for fault in shown.faults}

    assert faults == {Fault.EXAMPLE_CHECK, Fault.EXAMPLE}


def test_no_consultation_is_claimed_that_the_facts_do_not_know_of(rotherham_loaded):
    states = {row.item.name: row.state for row in rows_on(CHECKED_ON.date())}

    assert {states[name] for name in ("act-consulted", "act-consultation-report", "act-relevant-persons")} == {
        Claim.NOT
    }


def test_every_policy_that_a_page_names_is_linked_on_it(site):
    named_only = []
    for policy in Policy.objects.all():
        named = re.compile(f"{re.escape(policy.title)}|{WELL_KNOWN.get(policy.slug, r'(?!)')}", re.IGNORECASE)
        pages = {url: tree for url, tree in site.items() if named.search(main_words(tree))}
        named_only.extend((url, policy.title) for url, tree in pages.items() if policy.url not in addresses(tree))

    assert named_only == []


def test_every_policy_of_the_register_is_linked_somewhere(site):
    linked = {address for tree in site.values() for address in addresses(tree)}

    assert [policy.title for policy in Policy.objects.all() if policy.url not in linked] == []


def test_every_support_answers_for_every_arrangement_with_a_reason(supports):
    for page in supports:
        rows = page.who_can_get_it()
        assert [row.arrangement for row in rows] == Arrangement.values, page
        assert all(row.answer and row.reason.strip() for row in rows), page


def test_not_sure_is_never_answered_with_no(supports):
    assert [
        page.title
        for page in supports
        for row in page.who_can_get_it()
        if row.arrangement == Arrangement.NOT_SURE and row.answer == Answer.NO
    ] == []


def test_every_support_says_what_it_helps_with_and_whom_to_reach(supports):
    assert supports
    for page in supports:
        assert page.needs.exists(), page
        assert page.contacts.exists() or page.here_contacts.exists() or page.is_national, page


def test_the_only_numbers_marked_as_examples_are_those_kept_for_drama(rotherham_loaded):
    """Drama numbers are always marked, and a number of an example contact is never a real one."""
    contacts = Contact.objects.exclude(phone="")

    assert all(contact.example for contact in contacts if DRAMA.fullmatch(contact.phone))
    assert all(not contact.phone or DRAMA.fullmatch(contact.phone) for contact in contacts if contact.example)


def test_every_number_on_a_page_comes_from_a_contact(site):
    """Nobody typed a number into running text, where the next change would not find it."""
    known = {number.replace(" ", "") for number in Contact.objects.values_list("phone", flat=True)}
    for url, tree in site.items():
        found = {number.replace(" ", "") for number in PHONE.findall(main_words(tree))}
        assert found <= known, url


def test_every_example_says_that_it_is_one(site):
    for url, tree in site.items():
        for mark in tree.iter("mark"):
            words = "".join(mark.itertext()).lower()
            assert "example" in words or "to be confirmed" in words, url
        for card in tree.iter("div"):
            words = "".join(card.itertext())
            if "contact" in card.get("class", "").split() and DRAMA.search(words):
                assert "Example" in words, url


def test_no_page_names_a_person(site):
    for url, tree in site.items():
        assert PERSON.findall(main_words(tree)) == [], url


def test_every_page_says_that_this_is_a_demonstration(site):
    for url, tree in site.items():
        notices = [part for part in tree.iter("section") if part.get("class") == "notice"]
        assert notices and "Demonstration" in "".join(notices[0].itertext()), url


def test_the_notice_cannot_be_switched_off_while_examples_are_live(rotherham_loaded):
    council = CouncilSettings.objects.get()
    council.demonstration_notice = False

    with pytest.raises(ValidationError, match="It can’t open yet"):
        council.full_clean()


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/money/",
        "/money/allowances/",
        "/groups/fortnightly-groups/",
        "/start-here/getting-started/",
        "/glossary/",
        "/contact-us/",
        "/urgent-help/",
        "/leaflet/",
        "/search/?q=money",
    ],
)
def test_pages_of_the_real_offer_cost_few_queries(url, rotherham_loaded, count_queries):
    assert count_queries(url) <= 12


def test_the_leaflet_of_the_real_offer_is_one_sheet(rotherham_loaded):
    paper = Paper.objects.get(format=PaperFormat.FOLDED)

    assert len(PdfReader(BytesIO(bytes(paper.pdf))).pages) == 2
    assert paper.problem == ""


def test_the_number_changed_once_is_changed_on_every_page_and_both_papers(offer, client):
    old, new = "01632 960 123", "01632 960 777"
    contact = Contact.objects.get(slug="navigators")
    contact.phone = new
    contact.save()
    leaflet.remake()

    for page in offer:
        words = client.get(page.get_url()).content.decode()
        assert new in words, page
        assert old not in words, page
    for paper_format in (PaperFormat.FOLDED, PaperFormat.LARGE_PRINT):
        pdf = PdfReader(BytesIO(bytes(Paper.objects.get(format=paper_format).pdf)))
        words = " ".join(page.extract_text() for page in pdf.pages)
        assert new in words, paper_format
        assert old not in words, paper_format
