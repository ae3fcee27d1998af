"""Visits are counted as daily totals: exactly, for nothing, and with nothing in them about who came."""

import datetime
import threading
from collections import Counter

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.signals import request_finished
from django.db import DatabaseError, close_old_connections

from pages.council.roles import NAVIGATORS
from pages.paper.model import Paper, PaperFormat
from pages.visits import tally as counting
from pages.visits.model import Counted, DailyCount
from pages.visits.tally import Tally
from tests import factories
from tests.cms import make_officer

BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14; CUBOT X70) Chrome/130.0 Mobile Safari/537.36"}
DAY = datetime.date(2026, 11, 20)


@pytest.fixture
def tally():
    """The process's own, empty as every test begins."""
    return counting.tally


@pytest.fixture
def guide(section):
    return factories.make_guide(section)


def counted(tally):
    tally.write()
    return {(row.what, row.page): row.count for row in DailyCount.objects.all()}


@pytest.fixture
def paper(db):
    return [
        Paper.objects.create(format=form, pdf=b"%PDF-1.7") for form in (PaperFormat.FOLDED, PaperFormat.LARGE_PRINT)
    ]


def test_each_reading_of_a_page_is_counted_on_its_day(client, guide, tally):
    for day, times in ((DAY, 2), (DAY + datetime.timedelta(days=1), 1)):
        with time_machine.travel(datetime.datetime.combine(day, datetime.time(12)), tick=False):
            for _ in range(times):
                client.get(guide.url, headers=BROWSER)
    tally.write()

    rows = DailyCount.objects.order_by("day").values_list("day", "what", "page", "count")
    assert list(rows) == [(DAY, "view", guide.pk, 2), (datetime.date(2026, 11, 21), "view", guide.pk, 1)]


def test_a_reader_who_comes_back_and_has_the_page_still_is_counted(client, guide, tally):
    first = client.get(guide.url, headers=BROWSER)
    again = client.get(guide.url, headers=BROWSER | {"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert counted(tally) == {("view", guide.pk): 2}


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)"},
        {"User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)"},
        {"User-Agent": "curl/8.0"},
        {"User-Agent": "UptimeMonitor/1.0"},
        {},
        BROWSER | {"Sec-Purpose": "prefetch;prerender"},
        BROWSER | {"HX-Request": "true", "HX-Target": "meetings"},
    ],
)
def test_what_is_no_reader_is_not_counted(client, guide, tally, headers):
    client.get(guide.url, headers=headers)

    assert counted(tally) == {}


def test_only_pages_that_were_read_are_counted(client, guide, tally):
    client.head(guide.url, headers=BROWSER)
    client.get("/nothing-here/", headers=BROWSER)
    client.get("/search/?q=money", headers=BROWSER)
    client.get(guide.url.rstrip("/"), headers=BROWSER)
    draft = factories.make_guide(guide.get_parent(), live=False)
    client.get(draft.url, headers=BROWSER)

    assert counted(tally) == {}


def test_officers_who_are_signed_in_are_no_readers(client, guide, tally, paper):
    client.force_login(make_officer(NAVIGATORS))
    client.get(guide.url, headers=BROWSER)
    client.get("/leaflet.pdf", headers=BROWSER)

    assert counted(tally) == {}


def test_leaflets_are_counted_by_form(client, tally, paper, home):
    client.get("/leaflet.pdf", headers=BROWSER)
    for _ in range(2):
        client.get("/leaflet-large-print.pdf", headers=BROWSER)
    client.head("/leaflet.pdf", headers=BROWSER)

    assert counted(tally) == {("leaflet", 0): 1, ("leaflet-large-print", 0): 2}


def test_a_book_that_is_not_printed_yet_is_not_counted(client, home, tally):
    assert client.get("/offer.pdf", headers=BROWSER).status_code == 503
    Paper.objects.create(format=PaperFormat.OFFER, pdf=b"%PDF-1.7")
    client.get("/offer.pdf", headers=BROWSER)

    assert counted(tally) == {("offer", 0): 1}


def test_a_pack_counts_whoever_makes_it(client, guide, tally):
    code = guide.short_code.code
    client.get(f"/my-list/pack.pdf?i={code}", headers=BROWSER)
    client.force_login(make_officer(NAVIGATORS))
    client.post("/my-list/pack.pdf", {"i": code, "size": "ordinary", "name": "", "number": ""}, headers=BROWSER)
    client.get("/my-list/pack.pdf?i=", headers=BROWSER)

    assert counted(tally) == {("pack", 0): 2}


def test_calendars_are_counted_though_a_program_fetches_them(client, section, tally):
    group = factories.make_group(section)
    client.get("/calendar/groups.ics", headers={"User-Agent": "Google-Calendar-Importer"})
    client.get(f"/calendar/group-{group.pk}.ics", headers=BROWSER)

    assert counted(tally) == {("calendar", 0): 2}


def test_counts_are_exact_over_many_threads(monkeypatch):
    written, lock = Counter(), threading.Lock()

    def write(counts):
        with lock:
            written.update(counts)

    monkeypatch.setattr(counting, "_write", write)
    tally = Tally()

    def visit():
        for number in range(500):
            tally.add(Counted.VIEW, DAY, number % 7)
            if number % 50 == 0:
                tally.write()

    threads = [threading.Thread(target=visit) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tally.write()

    assert written.total() == 4000


def test_two_processes_add_up(db):
    one, other = Tally(), Tally()
    for tally in (one, other, one):
        tally.add(Counted.VIEW, DAY, 5)
    one.write()
    other.write()

    assert [row.count for row in DailyCount.objects.all()] == [3]


def test_a_dead_database_costs_the_reader_nothing_and_the_count_waits(client, guide, tally, settings, monkeypatch):
    settings.WRITE_COUNTS_AFTER = 0
    write = counting._write

    def fail(counts):
        raise DatabaseError

    monkeypatch.setattr(counting, "_write", fail)
    assert client.get(guide.url, headers=BROWSER).status_code == 200
    monkeypatch.setattr(counting, "_write", write)

    assert counted(tally) == {("view", guide.pk): 1}


@pytest.fixture
def answer_has_gone():
    """What happens after an answer, but that the test keeps its connection to the database."""
    request_finished.disconnect(close_old_connections)
    yield lambda: request_finished.send(sender=None)
    request_finished.connect(close_old_connections)


def test_a_batch_is_written_after_the_answer_when_it_is_full(db, tally, settings, answer_has_gone):
    settings.WRITE_COUNTS_AFTER = 3600
    for _ in range(counting.BATCH - 1):
        tally.add(Counted.VIEW, DAY, 5)
    answer_has_gone()
    assert not DailyCount.objects.exists()

    tally.add(Counted.VIEW, DAY, 5)
    answer_has_gone()
    assert DailyCount.objects.get().count == counting.BATCH


def test_counting_costs_no_query(client, guide, tally, count_queries):
    before = count_queries(guide.url)
    client.defaults["HTTP_USER_AGENT"] = BROWSER["User-Agent"]

    assert count_queries(guide.url) == before
    assert counted(tally) == {("view", guide.pk): 2}


def test_what_is_kept_says_nothing_of_who_came():
    assert {field.name for field in DailyCount._meta.get_fields()} == {"id", "day", "what", "page", "count"}


def test_a_count_outlives_its_page(client, guide, tally):
    client.get(guide.url, headers=BROWSER)
    key = guide.pk
    guide.delete()

    assert counted(tally) == {("view", key): 1}
    assert not get_user_model().objects.exists()
