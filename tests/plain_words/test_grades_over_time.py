"""How hard pages were to read, then and now."""

import datetime

import pytest
import time_machine

from pages.plain_words import grades_over_time
from pages.plain_words.reading_grade import ReadingGrade
from tests import factories

FIRST, LAST = datetime.date(2026, 4, 1), datetime.date(2027, 3, 31)
EASY = "<p>Ring us. We will help you. You can ask us about the money you get.</p>"
HARD = "<p>The authority determines discretionary assistance following comprehensive assessment of eligibility.</p>"


@pytest.fixture
def publish(section, django_capture_on_commit_callbacks):
    page = factories.make_guide(section, title="Money")

    def on(day, html, to=None):
        to = to or page
        to.body = [("text", {"text": html})]
        noon = datetime.datetime.combine(day, datetime.time(12))
        with time_machine.travel(noon, tick=False), django_capture_on_commit_callbacks(execute=True):
            to.save_revision().publish()
        return to

    return on


def test_publishing_remembers_the_grade_and_saving_a_draft_does_not(publish):
    page = publish(datetime.date(2026, 5, 1), EASY)
    page.body = [("text", {"text": HARD})]
    page.save_revision()

    row = ReadingGrade.objects.get()
    assert (row.page_id, row.day) == (page.pk, datetime.date(2026, 5, 1))
    assert row.grade < 4
    assert row.words > 10


def test_the_last_publishing_of_a_day_counts(publish):
    publish(datetime.date(2026, 5, 1), EASY)
    publish(datetime.date(2026, 5, 1), HARD)

    assert ReadingGrade.objects.get().grade > 10


def test_then_is_what_the_year_began_with_and_now_its_last(publish):
    for day, html in [((2026, 1, 1), EASY), ((2026, 2, 1), HARD), ((2026, 6, 1), HARD), ((2026, 9, 1), EASY)]:
        publish(datetime.date(*day), html)
    publish(datetime.date(2027, 5, 1), HARD)

    [change] = grades_over_time.changes(FIRST, LAST)
    assert change.then > 10
    assert change.now < 4


def test_a_page_of_this_year_begins_with_its_first_publishing(publish):
    publish(datetime.date(2026, 6, 1), HARD)
    publish(datetime.date(2026, 7, 1), EASY)

    [change] = grades_over_time.changes(FIRST, LAST)
    assert change.then > change.now


def test_a_page_that_cannot_be_measured_is_published_all_the_same(publish, monkeypatch):
    def fail(page):
        raise ValueError

    monkeypatch.setattr(grades_over_time, "read", fail)

    assert publish(datetime.date(2026, 5, 1), EASY).live
    assert not ReadingGrade.objects.exists()
