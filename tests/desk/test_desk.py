"""The CMS home: what waits for the officer who is signed in, and nothing that is not theirs."""

import datetime

import pytest
import time_machine as clock
from django.contrib.auth.models import Permission
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.admin.menu import SubmenuMenuItem, admin_menu

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.paper import leaflet
from pages.ring_back.model import Callback
from tests import factories
from tests.cms import make_officer, send_page

GROUPS = "/cms/support_groups/"
EVERYBODY = [SECTION_EDITORS, KINSHIP_LEAD, NAVIGATORS, ADMINISTRATORS]


def somebody_waits(**fields):
    values = {"name": "Gran Testperson", "phone": "01632 960 555", "topic": "allowances", "request_key": "one"}
    return Callback.objects.create(**values | fields)


@pytest.mark.parametrize("role", [NAVIGATORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_those_who_ring_see_that_somebody_waits_but_not_who(client, home, role):
    asked = somebody_waits()
    client.force_login(make_officer(role))

    desk = client.get("/cms/")

    assertContains(desk, "Allowances and money")
    assertContains(desk, f"/cms/callback/edit/{asked.pk}/")
    assertNotContains(desk, "Testperson")
    assertNotContains(desk, "960 555")


def test_editors_do_not_see_who_is_to_be_rung(client, home):
    somebody_waits()
    client.force_login(make_officer(SECTION_EDITORS))

    assertNotContains(client.get("/cms/"), "People to ring")


def test_somebody_who_waits_for_three_days_is_serious_and_an_answered_request_is_gone(client, home):
    somebody_waits(asked_at=timezone.now() - datetime.timedelta(days=3))
    somebody_waits(request_key="two", topic="respite", status="answered")
    client.force_login(make_officer(NAVIGATORS))

    desk = client.get("/cms/").content.decode()

    assert desk.count("/cms/callback/edit/") == 1
    assert "desk__line--serious" in desk


@pytest.mark.parametrize(
    ("today", "says", "serious"),
    [
        ("2028-07-03", False, False),
        ("2028-07-04", True, False),
        ("2028-12-31", True, False),
        ("2029-01-01", True, True),
    ],
)
def test_the_desk_says_half_a_year_before_bank_holidays_run_out(client, home, monkeypatch, today, says, serious):
    monkeypatch.setattr("pages.desk.bank_holidays.bank_holidays_known_until", lambda: datetime.date(2028, 12, 31))
    officer = make_officer(KINSHIP_LEAD)
    with clock.travel(f"{today} 12:00", tick=False):
        client.force_login(officer)
        _before, _heading, part = client.get("/cms/").text.partition('id="desk-bank-holidays"')

    assert ("known until 31 December 2028 only" in part) is says
    assert ("desk__line--serious" in part.partition("</section>")[0]) is serious


@pytest.mark.parametrize("role", EVERYBODY)
def test_everybody_can_print_for_a_family(client, home, role):
    factories.make_leaflet_page(home)
    leaflet.remake()
    client.force_login(make_officer(role))

    desk = client.get("/cms/")

    for address in ("/leaflet.pdf", "/leaflet-large-print.pdf", "/my-list/"):
        assertContains(desk, f'href="{address}"')


def test_an_officer_goes_on_with_what_they_changed_last(client, section):
    client.force_login(make_officer(SECTION_EDITORS))
    send_page(client, section, title="Money and jobs")

    desk = client.get("/cms/")

    assertContains(desk, "Money and jobs")
    assertContains(desk, "Not published yet.")


@pytest.mark.parametrize("role", EVERYBODY)
def test_the_desk_speaks_of_the_offer_and_not_of_the_framework(client, home, role):
    client.force_login(make_officer(role))

    text = client.get("/cms/").content.decode()

    for words in ("editor guide", "Snippets", "Aging pages", "Page types usage", "Workflow tasks", "Locked pages"):
        assert words not in text


def test_only_those_who_work_on_pages_can_search_them(client, home):
    client.force_login(make_officer(SECTION_EDITORS))
    assertContains(client.get("/cms/"), "Search all pages")

    client.force_login(make_officer(NAVIGATORS))
    assertNotContains(client.get("/cms/"), "Search all pages")


def test_what_is_typed_once_stands_under_one_heading_of_the_menu(client, home):
    client.force_login(make_officer(KINSHIP_LEAD))

    assertContains(client.get("/cms/"), "Facts we share")


def addresses_of(menu, request):
    """Of every item that the CMS shows in this menu and in those inside it."""
    for item in menu.menu_items_for_request(request):
        if isinstance(item, SubmenuMenuItem):
            yield from addresses_of(item.menu, request)
        elif str(item.url).startswith("/"):
            yield str(item.url)


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_item_of_the_menu_opens_for_whoever_sees_it(client, section, rf, role):
    factories.make_group(section)
    request = rf.get("/cms/")
    request.user = make_officer(role)
    client.force_login(request.user)
    client.get("/cms/")  # the CMS fills its menu with its first page

    shown = set(addresses_of(admin_menu, request)) - {"/cms/"}

    refused = [address for address in shown if client.get(address, follow=True).request["PATH_INFO"] == "/cms/"]
    assert refused == []
    assert (GROUPS in shown) is (role != NAVIGATORS)


@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("reads_answers", [True, False])
def test_the_desk_leads_to_the_list_of_groups_whoever_may_open_it(client, section, role, reads_answers):
    factories.make_group(section)
    user = make_officer(role)
    if not reads_answers:
        for group in user.groups.all():
            group.permissions.remove(Permission.objects.get(codename="view_feedback"))
    client.force_login(user)

    listing, desk = client.get(GROUPS), client.get("/cms/")

    assert (f'href="{GROUPS}"' in desk.text.partition('id="desk-groups"')[2]) is (listing.status_code == 200)
