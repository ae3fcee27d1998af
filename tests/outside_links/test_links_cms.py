"""Dead links in the CMS: on the desk, in the report, on the page's and the entry's own edit screen."""

import datetime
from functools import partial

import pytest
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import ModelLogEntry

from pages import outside_links as links
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.outside_links.answer import answer_of
from pages.outside_links.model import OutsideLink
from tests import factories
from tests.cms import make_officer

REPORT = "/cms/reports/dead-links/"
GONE = "https://www.example.org/gone"
SAID = "The page is not there (404)."
WARNING = "A link here does not work any more."


@pytest.fixture
def sign_in(client):
    def as_role(role):
        client.force_login(make_officer(role))

    return as_role


@pytest.fixture
def dead(home, section):
    """A dead link in a page and in a contact."""
    body = [("text", {"text": f'<p><a href="{GONE}">Read this</a></p>'})]
    factories.make_guide(section, title="Allowances", body=body)
    factories.make_contact(name="Citizens Advice", website=GONE)
    day = datetime.date(2026, 11, 20)
    return OutsideLink.objects.create(
        url=GONE, answer="The page is not there (404).", status=404, failures=1, gone=2, dead_since=day
    )


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_the_desk_and_the_report_name_it_with_its_places(client, dead, sign_in, role):
    sign_in(role)

    for url in ("/cms/", REPORT):
        response = client.get(url)
        for words in (
            "www.example.org/gone",
            "The page is not there (404).",
            "20 November 2026",
            "Allowances",
            "Citizens Advice",
        ):
            assertContains(response, words)


@pytest.mark.parametrize("role", [NAVIGATORS, None])
def test_nobody_else_sees_the_report(client, dead, sign_in, role):
    if role:
        sign_in(role)
        assertNotContains(client.get("/cms/"), "Dead links")

    assert client.get(REPORT).status_code == 302


def test_the_pages_editor_says_it(client, dead, sign_in):
    sign_in(SECTION_EDITORS)
    page, other = (factories.make_guide(factories.Page.objects.get(slug="money").specific) for _ in range(2))
    page.body = [("text", {"text": f'<p><a href="{GONE}">Read this</a></p>'})]
    page.save()

    assertContains(client.get(f"/cms/pages/{page.pk}/edit/"), WARNING)
    assertNotContains(client.get(f"/cms/pages/{other.pk}/edit/"), "does not work any more")


def test_the_screens_of_shared_facts_say_it(client, dead, sign_in):
    sign_in(KINSHIP_LEAD)
    entries = {
        "contact": factories.make_contact(website=GONE),
        "policy": factories.make_policy(url=GONE),
        "datedfact": factories.make_fact(source_url=GONE),
    }

    for kind, entry in entries.items():
        assertContains(
            client.get(f"/cms/snippets/pages/{kind}/edit/{entry.pk}/"), "A link here does not work any more."
        )


def test_the_lead_tries_a_link_again(client, dead, sign_in, monkeypatch):
    monkeypatch.setattr(links, "try_again", partial(links.try_again, ask=lambda url: answer_of(200)))
    sign_in(KINSHIP_LEAD)

    response = client.post(f"/cms/links/{dead.pk}/try/", follow=True)

    assertContains(response, "It works.")
    dead.refresh_from_db()
    assert dead.dead_since is None
    assert ModelLogEntry.objects.get(action="pages.outside_link.tried").data == {"answer": "It works."}


def test_the_lead_leaves_a_link_with_a_reason(client, dead, sign_in):
    sign_in(KINSHIP_LEAD)
    url = f"/cms/links/{dead.pk}/leave/"

    assertContains(client.get(url), "keep out robots")
    assertContains(client.post(url, {"left_because": " "}), "This field is required")
    assertContains(client.post(url, {"left_because": "It opens on my phone."}, follow=True), "is left as it is")

    dead.refresh_from_db()
    assert (dead.left_because, dead.dead_since) == ("It opens on my phone.", None)
    assert ModelLogEntry.objects.get(action="pages.outside_link.left").data == {"reason": "It opens on my phone."}
    assertContains(client.get(f"{REPORT}?state=left"), "It opens on my phone.")


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
@pytest.mark.parametrize("act", ["try", "leave"])
def test_others_can_do_neither(client, dead, sign_in, role, act):
    sign_in(role)

    client.post(f"/cms/links/{dead.pk}/{act}/", {"left_because": "Because."})

    dead.refresh_from_db()
    assert dead.dead_since
    assertNotContains(client.get(REPORT, follow=True), "Try again now")


def test_trying_is_never_done_by_opening_an_address(client, dead, sign_in):
    sign_in(KINSHIP_LEAD)

    assert client.get(f"/cms/links/{dead.pk}/try/").status_code == 405


@pytest.mark.parametrize("state", ["dead", "failing", "left", "working", "nonsense", ""])
def test_the_report_can_be_narrowed(client, dead, sign_in, state):
    sign_in(KINSHIP_LEAD)

    assert client.get(REPORT, {"state": state}).status_code == 200


def test_the_report_can_be_taken_away_as_a_sheet(client, dead, sign_in):
    sign_in(KINSHIP_LEAD)

    sheet = b"".join(client.get(f"{REPORT}?export=csv").streaming_content).decode()

    assert GONE in sheet
