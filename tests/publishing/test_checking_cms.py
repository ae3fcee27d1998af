"""Checking pages in the CMS, as each role."""

import csv
import datetime
import io

import pytest
import time_machine
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page, PageLogEntry

from pages.content.support import SupportPage
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.publishing.check_button import url_of_check
from tests import factories
from tests.cms import decide, editor_of, make_officer

MAY = [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS]
REPORT = "/cms/reports/checks/"
WORDS = "Checked, nothing to change"
LATE = datetime.date(2026, 3, 3)


@pytest.fixture(autouse=True)
def in_november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def late(section):
    return factories.make_support(section, title="Weekly allowance", last_checked=LATE)


@pytest.fixture
def sign_in(client, home):
    def as_role(role, **fields):
        officer = make_officer(role, **fields)
        client.force_login(officer)
        return officer

    return as_role


@pytest.mark.parametrize("role", MAY)
def test_whoever_may_edit_a_page_may_check_it(client, sign_in, late, role):
    sign_in(role)

    decide(client, f"/cms/checking/{late.pk}/")

    assert SupportPage.objects.get().last_checked == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("role", [NAVIGATORS, None])
def test_nobody_else_may(client, sign_in, late, role):
    if role:
        sign_in(role)

    assert client.post(url_of_check(late)).status_code == 302
    assert client.get(f"/cms/checking/{late.pk}/").status_code == 302
    assert SupportPage.objects.get().last_checked == LATE
    assert not PageLogEntry.objects.filter(action="pages.check").exists()


def test_a_page_that_is_not_there_is_not_found(client, sign_in):
    sign_in(KINSHIP_LEAD)

    assert client.post("/cms/checking/99999/").status_code == 404
    assert client.post("/cms/checking/1/").status_code == 302


def test_the_button_is_wherever_an_editor_meets_the_page(client, sign_in, late, section):
    sign_in(SECTION_EDITORS)
    url = f'data-w-action-url-value="{url_of_check(late)}"'

    for address in ("/cms/", REPORT, editor_of(late), f"/cms/pages/{section.pk}/"):
        assertContains(client.get(address), url)
        assertContains(client.get(address), WORDS)


def test_the_editor_shows_the_date_and_has_no_field_for_it(client, sign_in, late):
    sign_in(KINSHIP_LEAD)

    editor = client.get(editor_of(late))

    assertContains(editor, "It was due again by 3 September 2026.")
    assertNotContains(editor, 'name="last_checked"')


def test_the_desk_puts_what_is_overdue_first_and_the_officers_own_before_others(client, sign_in, late, section):
    editor = sign_in(SECTION_EDITORS)
    factories.make_support(section, title="Beds", last_checked=datetime.date(2026, 4, 1), owner=editor)
    factories.make_support(section, title="Coats", last_checked=datetime.date(2026, 5, 30), owner=editor)
    factories.make_support(section, title="Dinners", last_checked=datetime.date(2026, 11, 1), owner=editor)

    desk = client.get("/cms/").content.decode()

    assert desk.index(">Beds<") < desk.index(">Weekly allowance<") < desk.index(">Coats<")
    assert "Overdue since 1 October 2026. You own it." in desk
    assert "Due by 30 November 2026. You own it." in desk
    assert "Overdue since 3 September 2026. Nobody owns this page." in desk
    assert "Dinners" not in desk


def test_a_navigator_has_no_such_list(client, sign_in, late):
    sign_in(NAVIGATORS)

    assertNotContains(client.get("/cms/"), "Overdue and due soon")


def test_a_desk_with_nothing_due_says_so(client, sign_in, section):
    sign_in(SECTION_EDITORS)

    assertContains(client.get("/cms/"), "Every page is checked.")


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("", {"Weekly allowance", "Beds", "Coats", "Money and work"}),
        ("?state=overdue", {"Weekly allowance"}),
        ("?state=soon", {"Coats"}),
        ("?whose=mine", {"Beds"}),
        ("?whose=nobody&state=soon", {"Coats"}),
        ("?state=nonsense", {"Weekly allowance", "Beds", "Coats", "Money and work"}),
    ],
)
def test_the_report_lists_every_page_and_can_be_narrowed(client, sign_in, late, section, query, seen):
    editor = sign_in(SECTION_EDITORS)
    factories.make_support(section, title="Beds", owner=editor)
    factories.make_support(section, title="Coats", last_checked=datetime.date(2026, 5, 30))

    report = client.get(REPORT + query).content.decode()

    pages = Page.objects.filter(depth__gt=2)
    assert {page.title for page in pages if f"/cms/pages/{page.pk}/edit/" in report} == seen


def test_the_report_comes_as_csv_and_as_a_spreadsheet(client, sign_in, late):
    sign_in(KINSHIP_LEAD)

    text = b"".join(client.get(f"{REPORT}?export=csv&state=overdue").streaming_content).decode()
    heads, row = csv.reader(io.StringIO(text))
    book = load_workbook(io.BytesIO(b"".join(client.get(f"{REPORT}?export=xlsx").streaming_content)))

    assert heads == ["Page", "Section", "Owner", "Last checked", "Next check", "State"]
    assert row == [
        "Weekly allowance", "Money and work", "Nobody owns this page", "2026-03-03", "2026-09-03", "Overdue",
    ]  # fmt: skip
    assert book.active["A2"].value == "Weekly allowance"


@pytest.mark.parametrize("address", [REPORT, f"{REPORT}results/", f"{REPORT}?export=csv"])
def test_the_report_is_not_for_navigators(client, sign_in, late, address):
    sign_in(NAVIGATORS)

    assert client.get(address).status_code == 302
    assertNotContains(client.get("/cms/"), REPORT)


def test_the_report_asks_no_more_for_more_pages(client, sign_in, section, count_queries):
    editor = sign_in(KINSHIP_LEAD)
    factories.make_support(section, owner=editor)
    few = count_queries(REPORT)
    for _number in range(5):
        factories.make_support(section, owner=editor)

    assert count_queries(REPORT) <= few + 5  # Wagtail asks once a page whether this officer may edit it
