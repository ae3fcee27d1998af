"""What the offers that are kept here say must have its date: no sentence ends unsaid, and each says so after its day."""

import datetime

import pytest
import time_machine
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.dated_facts.ends import changed
from pages.dated_facts.sentences import sentences_in
from pages.plain_words.ends import undated_in
from pages.plain_words.page_text import read
from tests.html import main_words, parse

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

WRITTEN = datetime.date(2026, 11, 27)
LATE = datetime.date(2027, 4, 6)
WARNING = "this may have changed, please check"


def pages_of_offer():
    pages = Page.objects.live().public().filter(depth__gt=1).order_by("path").specific()
    return [page for page in pages if isinstance(page, BasePage)]


def undated():
    found = {page.url: undated_in(read(page), WRITTEN) for page in pages_of_offer()}
    print("\n".join(f"DUMP {url}: {' | '.join(p)}" for url, p in found.items() if p))
    return {url: phrases for url, phrases in found.items() if phrases}


def test_no_page_of_rotherham_says_what_will_stop_being_true_without_its_date(rotherham_loaded):
    assert undated() == {}


def test_no_page_of_slough_says_what_will_stop_being_true_without_its_date(slough_loaded):
    assert undated() == {}
