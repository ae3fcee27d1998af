"""The national layer with a council of three files: every page stands by itself, and says nothing of other councils."""

import re
import statistics
from collections import Counter
from io import BytesIO

import pytest
from pypdf import PdfReader
from wagtail.models import Page

from pages.content.contact import Contact
from pages.core.vocabulary import Topic
from pages.council.model import CouncilSettings, UrgentHelp
from pages.paper import leaflet, one_sheet
from pages.paper.model import Paper, PaperFormat
from pages.plain_words.names import known_names
from pages.plain_words.readability import readability
from tests.content.test_layers import councils_in
from tests.html import main_words
from tests.whole_site import broken_links, every_page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("england")]


SENTENCE = re.compile(r"\w[.?!](?=\s|$)")


@pytest.fixture
def site(newtown_loaded, once):
    """Every live page by its address, as the parsed answer to a visitor."""
    return once("site", every_page)


def test_every_topic_is_answered(newtown_loaded):
    slugs = Counter(Page.objects.live().values_list("slug", flat=True))

    assert {topic.value: slugs[topic.value] for topic in Topic if slugs[topic.value] != 1} == {}


def test_every_topic_says_what_is_true_in_all_of_england(site):
    """This council says nothing of its own on these pages, so every sentence is the layer's."""
    pages = {url.rstrip("/").rpartition("/")[2]: main_words(tree) for url, tree in site.items()}
    sentences = {topic.value: len(SENTENCE.findall(pages[topic.value])) for topic in Topic}

    assert {slug: count for slug, count in sentences.items() if count < 10} == {}


def test_every_topic_has_its_one_sheet(newtown_loaded, client):
    pages = Page.objects.live().filter(slug__in=[topic.value for topic in Topic]).specific()
    sheets = {page.slug: one_sheet.address(page) for page in pages}

    assert len(sheets) == len(Topic)
    assert [slug for slug, address in sheets.items() if not address] == []
    assert {client.get(address).status_code for address in sheets.values()} == {200}


def test_every_link_inside_the_site_leads_somewhere(site, client):
    assert broken_links(site, client) == []


def test_no_page_names_another_council_or_shows_an_unfinished_word(site):
    for url, tree in site.items():
        words = main_words(tree)
        assert councils_in(words) == [], url
        assert "{" not in words, url


def test_every_page_can_be_read_at_eleven(site):
    names = known_names()
    grades = {url: readability(main_words(tree), names).grade for url, tree in site.items()}

    assert {url: round(grade, 1) for url, grade in grades.items() if grade > 7} == {}
    assert statistics.median(grades.values()) <= 5.5


def test_the_leaflet_is_one_sheet_and_fits(newtown_loaded):
    paper = Paper.objects.get(format=PaperFormat.FOLDED)

    assert len(PdfReader(BytesIO(bytes(paper.pdf))).pages) == 2
    assert paper.problem == ""


@pytest.mark.parametrize("who", [("Navigator", "Navigators"), ("Family Help Navigator", "Family Help Navigators")])
def test_the_leaflet_fits_with_a_line_of_its_own_for_the_night_and_all_national_ones(newtown_loaded, who):
    council = CouncilSettings.objects.get()
    council.navigator_name, council.navigators_name = who
    own = {"name": "Children’s emergency duty team", "phone": "01234 567 891", "hours": "Every night, 5pm to 9am"}
    council.urgent_help = [
        UrgentHelp(words=words, contact=contact)
        for words, contact in [
            ("Is someone in danger now?", Contact.objects.get(slug="emergency")),
            ("Worried about a child at night?", Contact.objects.create(slug="at-night", **own)),
            ("Need to talk to someone?", Contact.objects.get(slug="samaritans")),
            ("Would you rather text?", Contact.objects.get(slug="shout")),
            ("Under 19?", Contact.objects.get(slug="childline")),
        ]
    ]
    council.save()

    assert [fit.words for fit in leaflet.check(leaflet.live_leaflet()).panels if not fit.fits] == []
