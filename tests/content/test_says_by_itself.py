"""A page is an answer, not a sign-post: what it says is true without asking anybody, and reads as people talk.

The rules are the house's for content: at most 15 % of a page's sentences send the reader to somebody, at least eight do
not, and no three sentences of under five words follow each other.
"""

import re

import pytest
from wagtail.models import Page

from pages.content.guide import GuidePage
from pages.content.support import SupportPage
from pages.core.vocabulary import Topic
from tests.html import main_words
from tests.whole_site import every_page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

# “Contact” is also what children have with their parents, and a centre where they have it.
SENDS = re.compile(
    r"\b(?:ring|ask|tell|speak to)\b|(?:^|\b(?:to|can|or|and|must|should) )contact\b(?! centre)", re.IGNORECASE
)
SENTENCE = re.compile(r"\S.*?[.?!][”’)]*(?=\s|$)")
FEW_WORDS = 5
# What a reader meets beside the page's own text: people to ring, meanings of words, who checked it.
BESIDE = {
    "actions",
    "closing",
    "contact",
    "dials",
    "on-screen",
    "here__checked",
    "related",
    "said",
    "toc",
    "useful",
    "version",
    "words",
}
# Each is about somebody to ring or to meet, or about this site.
ABOUT_A_CONTACT = {
    "camhs", "child-law-advice", "citizens-advice", "contact-us", "empower", "families-information-service",
    "family-hubs", "family-rights-group", "kinship-charity", "kinship-peer-groups", "kinship-workshops", "navigators",
    "one-adoption", "send-local-offer", "someone-to-talk-to", "someone-to-talk-to-now", "urgent-help", "youngminds",
}  # fmt: skip
TOPICS = sorted({topic.value for topic in Topic} - ABOUT_A_CONTACT)


def sentences_of(tree):
    """The finished sentences of a page's own text, in order."""
    for parent in list(tree.iter()):
        for child in list(parent):
            if BESIDE & {*child.get("class", "").split()}:
                parent.remove(child)
    return [sentence.strip() for line in main_words(tree).split("\n") for sentence in SENTENCE.findall(line)]


@pytest.fixture
def said(rotherham_loaded, once):
    """The sentences of every page, by its slug."""

    def read():
        return {url.rstrip("/").rpartition("/")[2]: sentences_of(tree) for url, tree in every_page().items()}

    return once("said", read)


@pytest.fixture
def written(rotherham_loaded):
    """The slugs of all that can be had or understood, but for pages about a contact."""
    kinds = Page.objects.live().type(GuidePage, SupportPage)
    return sorted({*kinds.values_list("slug", flat=True)} - ABOUT_A_CONTACT)


@pytest.mark.parametrize("slug", TOPICS)
def test_a_topic_says_eight_things_that_are_true_without_asking(said, slug):
    assert len([sentence for sentence in said[slug] if not SENDS.search(sentence)]) >= 8


def test_no_page_only_sends_its_reader_to_somebody(said, written):
    shares = {}
    for slug in written:
        sent = [sentence for sentence in said[slug] if SENDS.search(sentence)]
        shares[slug] = round(100 * len(sent) / len(said[slug]))

    assert len(shares) > 60
    assert {slug: share for slug, share in shares.items() if share > 15} == {}


def test_no_page_is_choppy(said):
    choppy = {}
    for slug, sentences in said.items():
        short = [len(sentence.split()) < FEW_WORDS for sentence in sentences]
        for first in range(len(sentences) - 2):
            if all(short[first : first + 3]):
                choppy.setdefault(slug, []).append(sentences[first : first + 3])

    assert choppy == {}
