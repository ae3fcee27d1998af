"""The offers kept here, on 6 April 2027: no sentence ends unsaid, and each that is past its day says so everywhere."""

import datetime

import pytest
import time_machine
from wagtail.models import Page

from pages import search
from pages.core.base_page import BasePage
from pages.core.html.tree import parse_document
from pages.council.council import current_council
from pages.dated_facts.ends import changed, out_of_date_in
from pages.dated_facts.sentences import DatedSentence, sentences_in
from pages.paper.booklet.document import offer_html
from pages.paper.booklet.offer import parts
from pages.plain_words.ends import undated_in
from pages.plain_words.page_text import read
from tests.html import main_words, parse

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

WRITTEN = datetime.date(2026, 11, 27)
LATE = datetime.date(2027, 4, 6)
WARNING = "this may have changed, please check"


def open_pages() -> list[BasePage]:
    pages = Page.objects.live().public().filter(depth__gt=1).order_by("path").specific()
    return [page for page in pages if isinstance(page, BasePage)]


def undated() -> dict[str, list[str]]:
    found = {page.url: undated_in(read(page), WRITTEN) for page in open_pages()}
    return {url: phrases for url, phrases in found.items() if phrases}


def dated() -> dict[BasePage, list[DatedSentence]]:
    found = {page: sentences_in(page) for page in open_pages()}
    return {page: sentences for page, sentences in found.items() if sentences}


def warned(sentence: DatedSentence) -> str:
    return f"{sentence.words} ({WARNING}: {sentence.right.source})"


def one_line(html: object) -> str:
    return " ".join(str(html).split())


def check_that_each_says_so(client):
    """Each sentence whose day is past warns on its page, on paper and in search; the others warn nowhere."""
    with time_machine.travel(datetime.datetime.combine(LATE, datetime.time(12)), tick=False):
        book = one_line(parse_document(offer_html(parts(LATE), [], current_council(), LATE)).root.text())
        late = 0
        for page, sentences in dated().items():
            words = one_line(main_words(parse(client.get(page.url))))
            hit = next(hit for hit in search.search(page.title, LATE) if hit.pk == page.pk)
            for sentence in sentences:
                is_late = sentence.right.until < LATE
                late += is_late
                assert (warned(sentence) in words) == is_late, sentence
                assert (warned(sentence) in book) == is_late, sentence
            assert hit.may_have_changed == (page.pk in changed(LATE)) == bool(out_of_date_in(page, LATE))
    assert late


def test_no_page_of_rotherham_says_what_will_stop_being_true_without_its_date(rotherham_loaded):
    assert undated() == {}


def test_no_page_of_slough_says_what_will_stop_being_true_without_its_date(slough_loaded):
    assert undated() == {}


def test_in_april_each_old_sentence_of_rotherham_says_so(client, rotherham_loaded):
    check_that_each_says_so(client)


def test_in_april_each_old_sentence_of_slough_says_so(client, slough_loaded):
    check_that_each_says_so(client)
