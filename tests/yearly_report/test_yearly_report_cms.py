"""The screen of the yearly report: who may make it, and what it gives."""

import datetime

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.heard.useful import Feedback
from pages.visits.model import Counted, DailyCount
from tests import factories
from tests.cms import make_officer

SCREEN = "/cms/reports/yearly/"
FILES = ["report.pdf", "report.csv"]
EVERYTHING = [SCREEN, *(SCREEN + name for name in FILES)]


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 12), tick=False):
        yield


@pytest.fixture
def guide(section):
    page = factories.make_guide(section, title="Beds and basics")
    DailyCount.objects.create(day=datetime.date(2026, 6, 1), what=Counted.VIEW, page=page.pk, count=1234)
    return page


def officer(role):
    client = Client()
    client.force_login(make_officer(role))
    return client


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_the_lead_and_administrators_read_it_and_take_it_away(guide, role):
    client = officer(role)

    assertContains(client.get(SCREEN), "Yearly report 2026 to 2027")
    assertContains(client.get(SCREEN), "1,234")
    assertContains(client.get("/cms/"), SCREEN)
    pdf, csv = (client.get(f"{SCREEN}{name}?year=2026") for name in FILES)
    assert pdf.content.startswith(b"%PDF")
    assert "Beds and basics" in csv.content.decode()
    assert pdf["Content-Disposition"] == 'attachment; filename="yearly-report-2026-2027.pdf"'


@pytest.mark.parametrize("url", EVERYTHING)
@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_others_are_refused_on_the_server(guide, role, url):
    client = officer(role)

    response = client.get(url)

    assert response.status_code == 302
    assertNotContains(client.get("/cms/"), SCREEN)


@pytest.mark.parametrize("url", EVERYTHING)
def test_strangers_are_sent_to_sign_in(client, guide, url):
    assert client.get(url)["Location"].startswith("/sign-in/")


def test_years_are_offered_back_to_the_first_of_which_anything_is_known(guide):
    Feedback.objects.create(page=guide, answer="yes", day=datetime.date(2025, 1, 5))

    response = officer(KINSHIP_LEAD).get(SCREEN)

    offered = [str(name) for _start, name in response.context["form"].fields["year"].choices]
    assert offered == ["2026 to 2027", "2025 to 2026", "2024 to 2025"]


def test_another_year_can_be_chosen(guide):
    Feedback.objects.create(page=guide, answer="yes", day=datetime.date(2025, 6, 5))

    response = officer(KINSHIP_LEAD).get(f"{SCREEN}?year=2025")

    assertContains(response, "Yearly report 2025 to 2026")
    assertContains(response, "No reading of a page was counted in this year.")
    assertContains(response, f"{SCREEN}report.pdf?year=2025")


@pytest.mark.parametrize("year", ["soon", "", "-1", "2031", "99999999999999999999", "２０２６", "2026&year=x", "%00"])
def test_a_year_that_is_not_offered_is_said_to_be_wrong(guide, year):
    client = officer(KINSHIP_LEAD)

    shown = client.get(f"{SCREEN}?year={year}")

    assert shown.status_code == 200
    assertContains(shown, "Yearly report 2026 to 2027")
    assertContains(shown, "w-field__errors")
    for name in FILES:
        assert client.get(f"{SCREEN}{name}?year={year}").status_code == 404


def test_nobody_sends_anything_to_it(guide):
    assert officer(KINSHIP_LEAD).post(SCREEN).status_code == 405


def test_what_was_counted_a_moment_ago_is_in_it(guide, monkeypatch):
    from pages.visits import tally as counting

    counting.tally.add(Counted.VIEW, datetime.date(2026, 11, 22), guide.pk)

    assertContains(officer(KINSHIP_LEAD).get(SCREEN), "1,235")
