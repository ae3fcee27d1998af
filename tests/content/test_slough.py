"""Slough: what its brief does not know is a question, and no number stands there that it says not to publish."""

import re

import pytest
from wagtail.models import Page

from pages.core.base_page import BasePage
from tests.html import main_words
from tests.states import SLOUGH
from tests.whole_site import broken_links, every_page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("england")]

# The safeguarding hub, two night teams, an old line, the switchboard and a complaints line: nobody has confirmed them.
NOT_CONFIRMED = ["01753875362", "01344351999", "01344786543", "01753690450", "01753475111", "01753875825"]
DIGITS = re.compile(r"(?:\d[\s-]*){9,}")


@pytest.fixture
def pages(slough_loaded):
    return [page for page in Page.objects.filter(depth__gt=1).specific() if isinstance(page, BasePage)]


@pytest.fixture
def site(slough_loaded, once):
    """Every live page by its address, as the parsed answer to a visitor."""
    return once("site", every_page)


def test_national_pages_are_live_and_its_own_wait_as_drafts_with_questions(pages):
    own = [page.get_latest_revision_as_object() for page in pages if not page.is_national]

    assert all(page.live for page in pages if page.is_national)
    assert len(own) == 3
    assert not any(page.live for page in own)
    assert all(page.open_questions() for page in own)


def test_only_what_is_sure_is_an_answer(pages):
    answered = {
        (page.slug, key)
        for page in pages
        for key in page.answered()
        if key not in {question.key for question in page.open_questions()}
    }

    assert answered == {("allowances", "kinship-zone")}


def test_no_number_is_published_that_nobody_has_confirmed(site):
    texts = [file.read_text() for file in SLOUGH.rglob("*.yaml")]
    written = {number for text in texts for number in map(_plain, DIGITS.findall(text))}
    read = {number for tree in site.values() for number in map(_plain, DIGITS.findall(main_words(tree)))}

    assert not set(NOT_CONFIRMED) & (written | read)
    assert not any(number.startswith("01753") for number in read)


def test_every_link_inside_the_site_leads_somewhere(site, client):
    assert broken_links(site, client) == []


def _plain(number):
    return re.sub(r"\D", "", number)
