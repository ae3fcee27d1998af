import re
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html, streamfield

from pages.core.lease import holding
from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD, NAVIGATORS
from pages.paper import tasks
from pages.paper.booklet import offer
from pages.paper.leaflet import look_over, remake, store
from pages.paper.model import PAPER_IS_MADE, Paper
from tests import factories
from tests.cms import confirm, make_officer
from tests.paper.pdfs import add_entry, make_full_leaflet, overfill


@pytest.fixture
def unprinted(monkeypatch):
    """For what is only made ready: outside a transaction each row saved would lay both leaflets out."""

    @contextmanager
    def context():
        with monkeypatch.context() as patch:
            patch.setattr("pages.paper.leaflet.look_over", lambda: SimpleNamespace(to_make=[], problems=[]))
            yield

    return context


@pytest.fixture
def sheet(home, unprinted):
    with unprinted():
        return make_full_leaflet(home)


@pytest.fixture
def officer(client, db):
    user = get_user_model().objects.create_superuser("officer", "officer@example.org", "only for tests")
    client.force_login(user)
    return client


def edit_url(sheet):
    return reverse("wagtailadmin_pages:edit", args=[sheet.pk])


def form_data(sheet, entries, **fields):
    """What the editor sends; `entries` are pairs of panel and page."""
    rows = [
        {"panel": panel, "page": page.pk, "show": "summary", "id": "", "ORDER": at}
        for at, (panel, page) in enumerate(entries)
    ]
    old = [
        {"panel": e.panel, "page": e.page_id, "show": e.show, "id": e.pk, "ORDER": 50 + e.pk}
        for e in sheet.entries.all()
    ]
    nothing = inline_formset([])
    return nested_form_data(
        {
            "title": sheet.title,
            "slug": sheet.slug,
            "search_description": sheet.search_description,
            "cover_title": sheet.cover_title,
            "cover_words": sheet.cover_words,
            "inside_heading": sheet.inside_heading,
            "kept_by": sheet.kept_by,
            "last_checked": "2026-11-02",
            "check_every": "6",
            "body": streamfield([]),
            "here": streamfield([]),
            "entries": inline_formset([*old, *rows], initial=len(old)),
            "sources": nothing,
            "questions": nothing,
            "duties": nothing,
            "related": nothing,
            "contacts": nothing,
            "comments": nothing,
        }
        | fields
    )


def many(home):
    summary = "A long summary that says many things about help for families and how to get it, at length."
    return [("inside-left", factories.make_section(home, search_description=summary)) for _number in range(8)]


def test_a_sheet_that_does_not_fit_cannot_be_published(officer, home, sheet):
    response = officer.post(edit_url(sheet), form_data(sheet, many(home)) | {"action-publish": "1"})

    assert re.search(r"Inside, left: \d+ mm too long", response.content.decode())
    sheet.refresh_from_db()
    assert sheet.entries.count() == 5


def test_its_draft_can_be_saved_all_the_same(officer, home, sheet):
    response = officer.post(edit_url(sheet), form_data(sheet, many(home)))

    assert response.status_code == 302
    sheet.refresh_from_db()
    assert sheet.get_latest_revision_as_object().entries.count() == 13


def test_a_sheet_that_fits_is_published_with_its_new_entries(officer, home, sheet):
    section = factories.make_section(home, title="Legal")
    response = officer.post(edit_url(sheet), form_data(sheet, [("inside-middle", section)]) | {"action-publish": "1"})

    assert response.status_code == 302
    confirm(officer, sheet)
    assert sheet.entries.filter(page=section).exists()


def test_a_measuring_that_fails_does_not_stop_publishing(officer, home, sheet, monkeypatch, caplog):
    def broken(*args):
        raise RuntimeError("no fonts")

    monkeypatch.setattr("pages.paper.leaflet.check", broken)
    response = officer.post(edit_url(sheet), form_data(sheet, [], cover_words="New words") | {"action-publish": "1"})

    assert response.status_code == 302
    confirm(officer, sheet)
    sheet.refresh_from_db()
    assert sheet.cover_words == "New words"


def test_the_editor_says_how_much_room_the_draft_leaves(officer, home, sheet):
    overfill(sheet, home, panel="inside-right")
    text = officer.get(edit_url(sheet)).content.decode()

    assert "Does it fit?" in text
    assert re.search(r"Flap: fits, \d+ mm left", text)
    assert re.search(r"Inside, right: \d+ mm too long", text)


def test_the_editor_and_the_home_tell_of_a_live_sheet_that_failed(officer, home, sheet):
    remake()
    overfill(sheet, home)
    remake()

    for url in (edit_url(sheet), reverse("wagtailadmin_home")):
        assert re.search(
            r"Folded leaflet: .*Inside, left: \d+ mm too long", officer.get(url).content.decode(), re.DOTALL
        )


def test_the_home_says_nothing_while_all_is_well(officer, sheet):
    remake()

    assert not Paper.objects.exclude(problem="").exists()
    assert "could not be made" not in officer.get(reverse("wagtailadmin_home")).content.decode()


@pytest.fixture
def save_contact(officer, home, sheet, unprinted):
    """Changes the Navigators' contact in its form, after a leaflet was made and its panel overfilled."""
    remake()
    with unprinted():
        overfill(sheet, home)
    contact = CouncilSettings.objects.get().navigators
    url = reverse("wagtailsnippets_pages_contact:edit", args=[contact.pk])

    def save(**fields):
        data = querydict_from_html(officer.get(url).content.decode(), form_index=1)
        data.update(fields)
        return officer.post(url, data, follow=True)

    return save


@pytest.mark.django_db(transaction=True)
def test_a_change_that_does_not_fit_is_said_by_the_form_that_it_came_from(client, save_contact):
    answer = save_contact(name="Kinship Navigators of Testham")

    assertContains(answer, "readers keep the last good one, for its new words do not fit")
    assertContains(answer, "Inside, left:")
    assert client.get("/leaflet.pdf").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_leaflet_with_a_number_that_is_no_longer_true_is_withdrawn_and_says_so(client, save_contact, sheet):
    answer = save_contact(phone="01632 960 777")

    assertContains(answer, "is withdrawn: a number on it is no longer true")
    assertContains(client.get("/leaflet.pdf"), "We have taken this leaflet back", status_code=503)
    assertNotContains(client.get(sheet.url), "/leaflet.pdf")
    assertContains(client.get("/cms/"), "readers can&#x27;t get it")

    sheet.entries.filter(page__title__startswith="Section").delete()
    remake()
    assert client.get("/leaflet.pdf").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_leaflet_with_an_old_number_is_withdrawn_also_while_nobody_is_at_work(client, officer, sheet, settings):
    remake()
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}
    contact = CouncilSettings.objects.get().navigators
    contact.phone = "01632 960 777"
    contact.save()

    assertContains(client.get("/leaflet.pdf"), "We are printing it now", status_code=503)
    assertContains(officer.get("/cms/paper/"), "Older than the site: it waits to be printed.", count=3)


@pytest.mark.django_db(transaction=True)
def test_words_that_do_not_fit_are_told_to_whoever_changed_them_and_nobody_else(save_contact, officer, sheet):
    assertContains(save_contact(name="Kinship Navigators of Testham"), "its new words do not fit")

    assertNotContains(save_contact(name="Kinship Navigators of Testham"), "its new words do not fit")
    assertContains(save_contact(phone="01632 960 555"), "its new words do not fit")


@pytest.mark.django_db(transaction=True)
def test_nobody_who_writes_waits_while_paper_is_drawn(sheet, monkeypatch):
    """On SQLite whoever begins a transaction locks all others out until its end."""
    drawn_in = []
    for module, name in ((store, "_make"), (offer, "make_offer")):
        monkeypatch.setattr(module, name, lambda *args: drawn_in.append(connection.in_atomic_block) or b"%PDF-")

    tasks.print_offer.call()

    assert drawn_in == [False] * 4


def test_a_problem_that_was_found_while_an_older_leaflet_was_made_stays(home, sheet, monkeypatch):
    """The printer drew what was right when it began."""
    made = store._make

    def overfilled_meanwhile(document, day):
        pdf = made(document, day)
        if not Paper.objects.filter(format=document.format).exclude(problem="").exists():
            overfill(sheet, home)
            look_over()
        return pdf

    monkeypatch.setattr(store, "_make", overfilled_meanwhile)
    remake()

    assert "Inside, left" in Paper.objects.get(format="leaflet").problem


def test_readers_are_told_while_the_first_leaflet_is_being_made(client, sheet):
    assertContains(client.get("/leaflet.pdf"), "We are printing it now", status_code=503)


def test_every_officer_sees_how_new_the_paper_is_and_who_publishes_prints_it(client, sheet, settings):
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}
    remake()
    Paper.objects.filter(format="leaflet").update(seconds=3)
    client.force_login(make_officer(NAVIGATORS))
    assertContains(client.get("/cms/paper/"), ", in 3 seconds")
    assertNotContains(client.get("/cms/paper/"), "Print now")
    assert client.post("/cms/paper/print/").url == "/cms/"
    assert not DBTaskResult.objects.exists()

    client.force_login(make_officer(KINSHIP_LEAD))
    assertContains(client.get("/cms/paper/"), "Print now")
    answer = client.post("/cms/paper/print/", follow=True)
    assertContains(answer, "It is printed as soon as the printer is free")
    assert DBTaskResult.objects.ready().filter(task_path="pages.paper.tasks.print_offer").exists()


def test_the_screen_says_when_the_book_is_being_printed_and_what_went_wrong(officer, sheet):
    remake()
    Paper.objects.create(format="offer", begun_at=timezone.now(), problem="It could not be made: OSError")
    assertContains(officer.get("/cms/paper/"), "It could not be made: OSError")
    with holding(PAPER_IS_MADE):
        assertContains(officer.get("/cms/paper/"), "It is being printed since")


@pytest.mark.parametrize("mode", ["leaflet", "leaflet-large-print"])
def test_the_preview_shows_the_draft_on_paper(officer, home, sheet, mode):
    preview_url = reverse("wagtailadmin_pages:preview_on_edit", args=[sheet.pk])
    officer.post(preview_url, form_data(sheet, [], cover_words="Words not saved yet"))
    response = officer.get(preview_url, {"mode": mode})

    text = response.content.decode()
    assert "Words not saved yet" in text
    assert "What there is about groups." in text
    assert "img-src 'self' data:" in response["Content-Security-Policy"]


def test_the_preview_marks_the_panel_that_is_too_full(officer, home, sheet):
    preview_url = reverse("wagtailadmin_pages:preview_on_edit", args=[sheet.pk])
    officer.post(preview_url, form_data(sheet, many(home)))
    text = officer.get(preview_url, {"mode": "leaflet"}).content.decode()

    assert re.search(r"Inside, left: \d+ mm too long", text)
    assert ".panel-inside-left { outline-color" in text
    assert ".panel-flap { outline-color" not in text


def test_the_preview_names_the_pages_that_are_left_out(officer, home, sheet):
    add_entry(sheet, "flap", factories.make_section(home, title="Not yet", live=False))
    preview_url = reverse("wagtailadmin_pages:preview_on_edit", args=[sheet.pk])
    officer.post(preview_url, form_data(sheet, []))

    assert "Not yet" in officer.get(preview_url, {"mode": "leaflet"}).content.decode()


def test_the_web_page_can_be_previewed_too(sheet):
    assert [mode for mode, _label in sheet.preview_modes] == ["leaflet", "leaflet-large-print", "web-page"]
