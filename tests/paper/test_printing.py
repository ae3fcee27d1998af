"""Paper is made behind the answer: soon after a change, once for many, one at a time, and readers get the last one."""

import datetime
from collections import defaultdict
from unittest.mock import Mock

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.lease import TakenError, holding
from pages.core.tasks import PUT_OFF, enqueue_once
from pages.paper import booklet, tasks
from pages.paper.booklet import offer as book
from pages.paper.model import PAPER_IS_MADE, Paper, PaperFormat
from tests import factories
from tests.paper.pdfs import make_full_leaflet, overfill

PRINT = "pages.paper.tasks.print_offer"


@pytest.fixture
def pages(home, section):
    return [
        factories.make_support(section, title="Allowances", slug="allowances"),
        factories.make_guide(section, title="Benefits", slug="benefits"),
    ]


@pytest.fixture
def quick_drawing(monkeypatch):
    """A book without its text: what is tried here does not hang on it."""
    monkeypatch.setattr(book, "make_offer", lambda day, say: b"%PDF-")


@pytest.fixture
def queue(settings):
    """Work that waits, as on a real site: the addresses of the tasks."""
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}
    settings.PRINT_OFFER_AFTER = 20
    return lambda: list(DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True))


def test_the_offer_is_served_from_the_store_and_old_while_a_new_one_is_made(client, pages, queue, quick_drawing):
    assertContains(client.get("/offer.pdf"), "We are printing it now", status_code=503)
    assert queue() == [PRINT]

    assert booklet.print_if_stale()
    assert not booklet.print_if_stale()
    DBTaskResult.objects.all().delete()
    first = client.get("/offer.pdf")
    assert first["Content-Type"] == "application/pdf"
    assert queue() == []

    pages[1].unpublish()
    assert booklet.is_stale()
    assert client.get("/offer.pdf").content == first.content
    assert queue() == [PRINT]


def test_the_command_prints_only_what_has_changed(pages, capsys, quick_drawing):
    call_command("print_offer")
    call_command("print_offer")

    assert capsys.readouterr().out.splitlines() == [
        "The offer was printed.",
        "Nothing has changed: the offer is as it was.",
    ]


def test_the_command_says_what_it_is_at(pages, capsys, monkeypatch):
    layout = Mock(page_count=3, page_of=defaultdict(int), texts=[], pdf=lambda: b"%PDF-")
    monkeypatch.setattr(book.pdf, "Layout", lambda html: layout)

    call_command("print_offer")

    assert capsys.readouterr().out.splitlines() == [
        "Reading the pages …",
        "Laying them out on paper, to see on which page each word stands: this takes minutes …",
        "Laying them out again, with the index …",
        "Writing the PDF of 3 pages …",
        "The offer was printed.",
    ]


def test_many_changes_and_visits_ask_for_one_printing_a_little_later(
    client, pages, queue, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        pages[0].save_revision().publish()
        pages[1].save_revision().publish()
    for _visit in range(5):
        client.get("/offer.pdf")

    assert queue() == [PRINT]
    (waiting,) = DBTaskResult.objects.all()
    assert waiting.queue_name == "paper"
    assert waiting.run_after > timezone.now() + datetime.timedelta(seconds=15)


def test_what_changes_while_the_book_is_printed_asks_for_it_anew(client, pages, queue, monkeypatch, quick_drawing):
    make_offer = book.make_offer

    def change_meanwhile(day, say):
        made = make_offer(day, say)
        pages[1].unpublish()
        return made

    monkeypatch.setattr(book, "make_offer", change_meanwhile)
    booklet.print_if_stale()

    assert booklet.is_stale()
    client.get("/offer.pdf")
    assert queue() == [PRINT]


def test_a_printing_that_fails_leaves_the_last_offer_and_says_so(pages, monkeypatch, quick_drawing):
    booklet.print_if_stale()
    kept = bytes(Paper.objects.get(format="offer").pdf)
    pages[1].unpublish()
    with monkeypatch.context() as broken:
        broken.setattr(book, "make_offer", Mock(side_effect=OSError("no ink")))
        with pytest.raises(OSError, match="no ink"):
            booklet.print_if_stale()

    paper = Paper.objects.get(format="offer")
    assert bytes(paper.pdf) == kept
    assert paper.problem == "It could not be made: OSError"
    assert not booklet.is_printing()
    booklet.print_if_stale()
    assert Paper.objects.get(format="offer").problem == ""


def test_no_paper_is_made_beside_other_paper(pages, queue):
    with holding(PAPER_IS_MADE):
        with pytest.raises(TakenError):
            booklet.print_if_stale()
        assert [tasks.print_offer.call(), tasks.make_leaflets.call()] == [PUT_OFF, PUT_OFF]

    assert sorted(queue()) == ["pages.paper.tasks.make_leaflets", PRINT]  # they are tried again


def test_the_command_says_that_other_paper_is_being_made(pages, capsys):
    with holding(PAPER_IS_MADE):
        call_command("print_offer")

    assert "Other paper is being made" in capsys.readouterr().out


def test_a_book_is_being_printed_only_as_long_as_somebody_prints(pages):
    Paper.objects.create(format="offer", begun_at=timezone.now())
    assert not booklet.is_printing()  # whoever printed it was killed
    with holding(PAPER_IS_MADE):
        assert booklet.is_printing()


def test_readers_are_told_when_the_book_is_older_than_the_site(client, home, pages, quick_drawing):
    leaflet = factories.make_leaflet_page(home)
    booklet.print_if_stale()
    for url in (home.url, leaflet.url):
        assertNotContains(client.get(url), "Older than this website")

    pages[1].unpublish()
    for url in (home.url, leaflet.url):
        assertContains(client.get(url), "Older than this website")


def test_the_leaflet_page_and_the_first_page_lead_to_all_paper(client, home, pages, quick_drawing):
    leaflet = factories.make_leaflet_page(home)
    booklet.print_if_stale()

    for page in (home, leaflet):
        response = client.get(page.url)
        assertContains(response, 'href="/offer.pdf"')
        assertContains(response, 'href="/my-list/"')


def test_the_book_says_how_long_its_last_making_took(pages, monkeypatch):
    with time_machine.travel(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC), tick=False) as clock:
        monkeypatch.setattr(book, "make_offer", lambda day, say: clock.shift(48) or b"%PDF-")
        booklet.print_if_stale()

    paper = Paper.objects.get(format="offer")
    assert (paper.seconds, paper.begun_at) == (48, None)


def test_the_days_paper_makes_leaflets_and_book(home, quick_drawing):
    make_full_leaflet(home)
    call_command("remake_paper")

    assert set(Paper.objects.printed().values_list("format", flat=True)) == set(PaperFormat)


def test_paper_that_cannot_be_made_fails_the_days_work(home, quick_drawing):
    overfill(make_full_leaflet(home), home)

    with pytest.raises(CommandError, match="Readers still get the last good one"):
        call_command("remake_paper")


def test_whoever_makes_the_book_makes_the_leaflets_first(home, queue, monkeypatch):
    make_full_leaflet(home)
    there = []
    monkeypatch.setattr(book, "make_offer", lambda *args: there.extend(Paper.objects.printed()) or b"%PDF-")
    tasks.print_offer.call()

    assert [paper.format for paper in there] == ["leaflet", "leaflet-print-shop", "leaflet-large-print"]


@pytest.mark.django_db
def test_leaflets_are_made_before_the_book(queue):
    tasks.print_offer_now()
    enqueue_once(tasks.make_leaflets)

    assert DBTaskResult.objects.ready().first().task_path == "pages.paper.tasks.make_leaflets"
