"""Reading never depends on a write: with the database locked or its disk full every page comes, and soon."""

import sqlite3
import threading
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.core.signals import request_finished
from django.db import OperationalError, connection, connections
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from pages.content.short_code import ShortCode
from pages.core import small_writes
from pages.council.council import council_at
from pages.council.roles import NAVIGATORS
from pages.heard.missed_search import MissedSearch
from pages.heard.useful import Feedback
from pages.heard.useful_form import useful_stamp
from pages.paper.model import Paper, PaperFormat
from pages.visits import tally as counting
from pages.visits.model import Counted, DailyCount
from tests import factories
from tests.cms import make_officer

BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36"}
SOON = 10  # seconds, on a machine that is very busy; the database itself would wait for 20
WRITTEN = (MissedSearch, Feedback, DailyCount)
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite locks a whole database.")


@pytest.fixture(autouse=True)
def afresh(monkeypatch, settings):
    council_at.cache_clear()
    settings.WRITE_COUNTS_AFTER = 0
    monkeypatch.setattr(small_writes, "_failing", set())
    monkeypatch.setattr("pages.visits.tally.atexit.register", lambda function: None)
    yield
    council_at.cache_clear()


@pytest.fixture
def guide(home, section):
    for make in (factories.make_contacts_page, factories.make_glossary_page, factories.make_leaflet_page):
        make(home)
    factories.make_report(factories.make_have_your_say(home))
    factories.make_information(home)
    factories.make_group(section)
    factories.make_support(section)
    for form in PaperFormat:
        Paper.objects.create(format=form, pdf=b"%PDF-1.7", made_at=timezone.now())
    return factories.make_guide(section, title="Beds and basics")


@pytest.fixture
def addresses(guide):
    pages = list(guide.get_site().root_page.get_descendants(inclusive=True).live().specific())
    assert len({type(page) for page in pages}) >= 10
    code = ShortCode.objects.get(page=guide).code
    return [
        *(page.url for page in pages), "/search/?q=zebra+telescope", "/search/?q=beds", "/search/?q=07700900123",
        "/find/", "/find/?child=yes", "/how-we-meet-the-law/", "/leaflet.pdf", "/leaflet-large-print.pdf", "/offer.pdf",
        f"/my-list/?i={code}", f"/my-list/pack.pdf?i={code}", f"/k/{code}/", f"/k/{code}", "/k/zzzz/", "/nowhere/",
        "/calendar/groups.ics", "/comment/", "/ask-us-to-ring/", "/useful/thanks/", "/robots.txt", "/sitemap.xml",
        "/young-people/ask-us-to-ring/", "/healthz",
    ]  # fmt: skip


@pytest.fixture
def locked(guide, tmp_path):
    """Runs something on a copy of the database in a file, while another connection holds its write lock."""
    file = tmp_path / "locked.sqlite3"

    def run(work):
        connection.ensure_connection()
        file.write_bytes(connection.connection.serialize())
        # The lock is taken and given back by the thread that waits for it.
        other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        answers = []

        def on_the_file():
            mine = connections["default"]
            mine.settings_dict = mine.settings_dict | {"NAME": str(file)}
            try:
                mine.ensure_connection()
                other.execute("BEGIN IMMEDIATE")
                answers.append(work())
            finally:
                other.execute("ROLLBACK")
                mine.close()

        thread = threading.Thread(target=on_the_file)
        thread.start()
        thread.join()
        rows = [other.execute(f"SELECT count(*) FROM {model._meta.db_table}").fetchone()[0] for model in WRITTEN]
        other.close()
        return (*answers, rows)

    return run


def visit(addresses, client):
    """The status of each address, and the seconds it took with what follows when its answer has gone out."""
    seen = {}
    for address in addresses:
        begun = time.monotonic()
        status = client.get(address, headers=BROWSER).status_code
        request_finished.send(sender=None)
        seen[address] = (status, time.monotonic() - begun)
    return seen


def say(client, page, **fields):
    begun = time.monotonic()
    data = {"answer": "no", "stamp": useful_stamp(page.pk, timezone.localdate())} | fields
    return client.post(f"/useful/{page.pk}/", data), time.monotonic() - begun


@pytest.fixture
def usual(addresses):
    """How each address answers on a good day."""
    return {address: status for address, (status, _seconds) in visit(addresses, Client()).items()}


@pytest.fixture
def full_disk():
    """Every write fails as it does on a disk without room."""

    def refuse(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    return lambda: connection.execute_wrapper(refuse)


def forget():
    """As in a process that has just started."""
    cache.clear()
    council_at.cache_clear()


def test_every_page_comes_soon_while_the_database_is_locked(addresses, usual, locked):
    forget()
    seen, _rows = locked(lambda: visit(addresses, Client()))

    assert {address: status for address, (status, _seconds) in seen.items()} == usual
    assert {address: seconds for address, (_status, seconds) in seen.items() if seconds > SOON} == {}


def test_officers_read_too_while_the_database_is_locked(addresses, locked):
    client, officer = Client(), make_officer(NAVIGATORS)
    client.force_login(officer)
    UserProfile.get_for_user(officer)  # whoever signs in to the CMS has one
    forget()
    seen, _rows = locked(lambda: visit(addresses, client))

    assert {status for status, _seconds in seen.values()} <= {200, 302, 404}
    assert max(seconds for _status, seconds in seen.values()) < SOON


def test_every_page_comes_when_the_disk_is_full(addresses, usual, full_disk):
    forget()
    with full_disk():
        seen = visit(addresses, Client())

    assert {address: status for address, (status, _seconds) in seen.items()} == usual


def test_was_this_useful_gets_a_friendly_answer_soon_while_the_database_is_locked(guide, locked):
    (response, seconds), rows = locked(lambda: say(Client(), guide))

    assert response.status_code == 503
    assert "Please try again in a few minutes." in response.text
    assert seconds < SOON
    assert rows[1] == 0


def test_was_this_useful_gets_a_friendly_answer_when_the_disk_is_full(guide, client, full_disk):
    with full_disk():
        response, _seconds = say(client, guide)

    assert response.status_code == 503
    assert "Please try again in a few minutes." in response.text
    assert say(client, guide)[0].status_code == 302


def test_the_sentence_that_can_not_be_saved_is_not_lost(guide, client, full_disk):
    signed = parse_qs(urlsplit(say(client, guide)[0]["Location"]).query)["useful"][0]
    address = f"/useful/said/{signed}/"
    with full_disk():
        response = client.post(address, {"sentence": "Say what it costs."})

    assert response.status_code == 503
    assert "Say what it costs.</textarea>" in response.text
    assert "We could not save this." in response.text
    assert client.post(address, {"sentence": "Say what it costs."}).status_code == 302


def test_a_search_that_can_not_be_counted_is_logged_once_and_without_its_words(client, guide, full_disk, caplog):
    with full_disk():
        for _ in range(5):
            assert client.get("/search/", {"q": "zebra"}).status_code == 200
    logged = [record.getMessage() for record in caplog.records]

    assert logged == ["A search that found nothing can't be written: OperationalError."]
    assert not MissedSearch.objects.exists()
    client.get("/search/", {"q": "zebra"})
    assert MissedSearch.objects.get().count == 1


def test_counts_of_visits_wait_until_the_disk_has_room(client, guide, full_disk):
    with full_disk():
        client.get(guide.url, headers=BROWSER)
        request_finished.send(sender=None)
    counting.tally.write()

    assert DailyCount.objects.get(what=Counted.VIEW, page=guide.pk).count == 1


def test_the_wait_of_others_is_as_before_when_a_small_write_is_done(db):
    def wait():
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA busy_timeout").fetchone()[0]

    before = wait()
    with small_writes.short_waits():
        assert wait() == small_writes.LONGEST_WAIT
    with pytest.raises(small_writes.NotWrittenError), small_writes.at_once_or_not("This"):
        raise OperationalError
    assert wait() == before
