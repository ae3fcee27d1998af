"""The screen “Before we open”: who sees what of the list, takes it away, and tries what is needed to open."""

import csv
import datetime
import io
import re

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page

from pages.before_we_open import tasks, trials
from pages.before_we_open.model import Trial, Tried
from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.outside_links.answer import Answer, answer_of
from pages.outside_links.asking import Journey
from pages.work import schedule
from pages.work.model import ScheduledRun
from tests import factories
from tests.before_we_open.test_loose_ends import MARKED, give_owners, print_everything, say_whom_to_ring_in_danger
from tests.cms import make_officer
from tests.paper.pdfs import text_of

SCREEN = reverse("before_we_open")
FILES = [reverse("before_we_open-csv"), reverse("before_we_open-pdf")]


@pytest.fixture
def marked(section):
    """A page with an example in it, that nobody owns."""
    page = factories.make_guide(section, title="Allowances", body=[("text", {"text": MARKED})])
    ContentVersion.bump()
    return page


def sign_in(client, role, **fields):
    officer = make_officer(role, **fields)
    client.force_login(officer)
    return officer


# Who sees what


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_who_answers_for_the_offer_sees_everything_with_the_way_to_each_field(client, marked, role):
    sign_in(client, role)

    shown = client.get(SCREEN)

    assertContains(shown, "What is true instead of “£50 a week”?")
    assertContains(shown, "You get £50 a week from the day you ring.")
    assert re.search(rf'href="/cms/pages/{marked.pk}/edit/#:w:contentpath=body\.[0-9a-f-]+\.text"', shown.text)
    for words in ("Nobody owns it.", "Council settings", "Duties not met", "The whole offer", "Scheduled work"):
        assertContains(shown, words)
    assertContains(client.get("/cms/"), f'href="{SCREEN}"')


def test_an_editor_sees_what_they_own_and_nothing_else(client, section, marked):
    officer = sign_in(client, SECTION_EDITORS)
    own = factories.make_guide(section, title="Own page", body=[("text", {"text": "<p>On <mark>3 March</mark>.</p>"})])
    Page.objects.filter(pk=own.pk).update(owner=officer)
    ContentVersion.bump()

    shown = client.get(SCREEN)

    assertContains(shown, "What is true instead of “3 March”?")
    assertContains(shown, "1 thing blocks opening.")
    for words in ("£50 a week", "Nobody owns it.", "Council settings", "Duties not met", "Try it now"):
        assertNotContains(shown, words)
    rows = list(csv.reader(io.StringIO(client.get(FILES[0]).text)))
    assert [row[2] for row in rows[1:]] == ["Own page"]
    desk = client.get("/cms/").text.partition('id="desk-before-we-open"')[2].partition("</section>")[0]
    assert "3 March" in desk and "£50" not in desk


def test_an_editor_who_owns_nothing_is_told_so(client, marked):
    sign_in(client, SECTION_EDITORS)

    assertContains(client.get(SCREEN), "Nothing of yours blocks opening.")
    assertNotContains(client.get("/cms/"), "Nobody owns it.")


@pytest.mark.parametrize("url", [SCREEN, *FILES])
def test_navigators_and_strangers_are_refused(client, marked, url):
    assert client.get(url).status_code == 302
    sign_in(client, NAVIGATORS)

    assert client.get(url).status_code == 302
    assertNotContains(client.get("/cms/"), SCREEN)


# The way to opening


def test_the_screen_says_what_blocks_and_how_to_open_once_nothing_does(client, section):
    sign_in(client, KINSHIP_LEAD)
    print_everything()
    say_whom_to_ring_in_danger()
    assertContains(client.get(SCREEN), "2 things block opening.")
    assertContains(client.get(SCREEN), "This blocks opening")

    give_owners()

    shown = client.get(SCREEN)
    assertContains(shown, "Nothing blocks opening.")
    settings = CouncilSettings.objects.get()
    way = f"/cms/settings/pages/councilsettings/{settings.site_id}/#:w:contentpath=demonstration_notice"
    assertContains(shown, f'href="{way}"')
    assertNotContains(shown, "This blocks opening")


def test_the_list_lives_on_when_the_offer_is_open(client, home):
    sign_in(client, KINSHIP_LEAD)
    print_everything()
    give_owners()
    say_whom_to_ring_in_danger()
    CouncilSettings.objects.update(demonstration_notice=False)
    assertContains(client.get(SCREEN), "The offer is open.")

    Page.objects.update(owner=None)
    for page in Page.objects.filter(depth__gt=1).specific():
        page.owner_name = page.owner_email = ""
        page.save()

    assertContains(client.get(SCREEN), "1 thing is not fit for readers.")
    assertNotContains(client.get(SCREEN), "blocks opening")


def test_the_list_costs_the_same_however_much_is_on_it(client, section, count_queries):
    sign_in(client, KINSHIP_LEAD)

    def add(number):
        for _ in range(number):
            factories.make_guide(section, body=[("text", {"text": MARKED})])
            factories.make_guide(section, live=False)
            factories.make_contact(example=True)
            factories.make_fact(example=True)
        ContentVersion.bump()

    add(1)
    few = count_queries(SCREEN)
    add(9)

    assert count_queries(SCREEN) == few


# To take away


def test_the_table_has_a_row_for_each_thing_and_no_formula(client, marked):
    sign_in(client, KINSHIP_LEAD)
    factories.make_contact(name="=1+1", example=True)

    response = client.get(FILES[0])
    rows = {row["Page or entry"]: row for row in csv.DictReader(io.StringIO(response.text))}

    assert response["Content-Type"].startswith("text/csv")
    allowances = next(
        row
        for row in csv.DictReader(io.StringIO(response.text))
        if row["What"] == "Example" and "£50" in row["Question"]
    )
    assert (allowances["Blocks opening"], allowances["Section"], allowances["Owner"]) == (
        "Yes",
        "Money and work",
        "Nobody",
    )
    assert allowances["Since"] == timezone.localdate().isoformat()
    assert allowances["Link"].startswith(f"http://localhost:8000/cms/pages/{marked.pk}/edit/#")
    assert "'=1+1" in rows


def test_the_paper_for_the_delivery_group_is_tagged_and_says_who_sees_to_what(client, marked, tmp_path, faults_of):
    sign_in(client, KINSHIP_LEAD)

    response = client.get(FILES[1])
    path = tmp_path / "list.pdf"
    path.write_bytes(response.content)

    assert response["Content-Type"] == "application/pdf"
    assert faults_of(path) == []
    words = text_of(path)
    for said in ("Testham Borough Council", "This blocks opening", "£50 a week", "Nobody owns it.", "Kinship lead"):
        assert said in words


# Tried


@pytest.fixture
def waiting_tasks(settings):
    """Tasks wait for a worker, as on a real site."""
    settings.TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}


def try_it(client, tried):
    return client.post(reverse("before_we_open-try", args=[tried.value]), follow=True)


def test_a_trial_is_asked_for_once_and_done_behind_the_answer(client, home, waiting_tasks, time_machine):
    time_machine.move_to("2026-11-26T12:00:00Z", tick=False)
    sign_in(client, KINSHIP_LEAD)
    assertContains(client.get(SCREEN), "Not tried yet.", count=3)

    assertContains(try_it(client, Tried.MAIL), "It is being tried.")
    assertContains(try_it(client, Tried.MAIL), "is being tried already.")
    assertContains(try_it(client, Tried.ADDRESS), "It is being tried.")

    assert sorted(DBTaskResult.objects.values_list("queue_name", flat=True)) == ["default", "slow"]
    assert mail.outbox == []
    time_machine.move_to("2026-11-26T12:03:00Z", tick=False)
    assertContains(client.get(SCREEN), "Nobody has done it yet.", count=2)


def test_a_trial_says_when_it_was_and_that_it_works(client, home):
    officer = sign_in(client, ADMINISTRATORS)

    shown = try_it(client, Tried.MAIL)

    assertContains(shown, "It works.")
    assertContains(shown, "Tried on")
    assert [message.to for message in mail.outbox] == [[officer.email]]
    assert officer.email not in Trial.objects.get().words


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_nobody_else_tries_anything(client, home, role):
    sign_in(client, role)

    assert client.post(reverse("before_we_open-try", args=["mail"])).status_code == 302
    assert not Trial.objects.exists()


def test_nothing_is_tried_by_opening_an_address_and_made_up_trials_are_not_found(client, home):
    sign_in(client, KINSHIP_LEAD)

    assert client.get(reverse("before_we_open-try", args=["mail"])).status_code == 405
    assert client.post(reverse("before_we_open-try", args=["telephone"])).status_code == 404


def test_mail_that_is_refused_is_said_and_not_tried_again(client, home, monkeypatch):
    monkeypatch.setattr(EmailMessage, "send", lambda self: (_ for _ in ()).throw(ConnectionRefusedError))
    sign_in(client, KINSHIP_LEAD)

    shown = try_it(client, Tried.MAIL)

    assertContains(shown, "It does not work.")
    assertContains(shown, "The mail server refused it, or did not answer (ConnectionRefusedError).")


def test_mail_without_a_server_or_an_address_is_said(home, monkeypatch):
    officer = make_officer(KINSHIP_LEAD, email="")
    assert "no e-mail address" in trials.try_mail(officer).words

    monkeypatch.setattr(trials, "can_be_mailed", lambda: False)

    assert trials.try_mail(officer) == (False, "No mail server is set. Whoever runs this site sets MAIL_URL.")


def test_scheduled_work_works_when_nothing_is_late_and_nothing_failed(home):
    now = timezone.now()
    assert trials.try_work(now).words.startswith("Late: ")
    schedule.prepare(now)
    assert trials.try_work(now).worked

    ScheduledRun.objects.filter(name="check_links").update(failures=1)

    assert trials.try_work(now) == (False, "It failed the last time: Try links to other websites.")


@pytest.mark.parametrize(
    ("answer", "end", "worked", "words"),
    [
        (answer_of(302), "http://localhost:8000/", True, "It leads here."),
        (answer_of(200), "https://elsewhere.example/", False, "it leads to https://elsewhere.example/, and not here."),
        (answer_of(404), "http://localhost:8000/none/", False, "The page is not there (404)."),
        (
            Answer(False, "There is no website of that name."),
            "https://testham.example/",
            False,
            "no website of that name",
        ),
    ],
)
def test_the_short_address_works_if_it_leads_here(answer, end, worked, words):
    asked = []

    def follow(url, is_there):
        asked.append(url)
        return Journey(answer, end)

    outcome = trials.try_address(CouncilSettings(web_address="testham.gov.uk/kinship"), follow)

    assert asked == ["https://testham.gov.uk/kinship"]
    assert outcome.worked is worked and words in outcome.words


@pytest.mark.parametrize(
    "chosen", [None, CouncilSettings(), CouncilSettings(web_address="x.example", web_address_example=True)]
)
def test_no_address_and_an_example_are_not_asked_for(chosen):
    outcome = trials.try_address(chosen, lambda url, is_there: pytest.fail("it was asked"))

    assert not outcome.worked and outcome.words


def test_a_trial_that_was_lost_can_be_asked_for_again(home, waiting_tasks):
    now = timezone.now()

    assert tasks.ask_for(Tried.WORK, 1, now)
    assert not tasks.ask_for(Tried.WORK, 1, now + datetime.timedelta(minutes=9))
    assert tasks.ask_for(Tried.WORK, 1, now + datetime.timedelta(minutes=11))
