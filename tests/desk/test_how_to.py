"""The help in the CMS: each role finds what it can do, and nothing it can't."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.desk.how_to import TOPICS
from tests.cms import make_officer
from tests.html import addresses, parse

FOR_EVERYBODY = {"change-a-number", "desk-is-red", "make-a-pack"}
FOR_EDITORS = {
    "check-a-page", "approve-and-publish", "say-what-changed", "easier-to-read", "mark-an-example", "add-a-group",
    "cancel-a-group", "leaflet", "mend-a-dead-link", "readers-told-us",
    "words-in-braces", "what-holds-here", "new-national-text", "prove-a-duty",
}  # fmt: skip
ASKED = FOR_EDITORS | {"change-a-number", "get-sign-off", "desk-is-red", "ask-families"}
SEEN = {
    SECTION_EDITORS: FOR_EVERYBODY | FOR_EDITORS | {"get-sign-off"},
    KINSHIP_LEAD: {topic.slug for topic in TOPICS},
    NAVIGATORS: FOR_EVERYBODY | {"ring-back", "answer-on-paper"},
    ADMINISTRATORS: {topic.slug for topic in TOPICS},
}


@pytest.fixture(params=SEEN)
def role(request, client, home):
    client.force_login(make_officer(request.param))
    return request.param


def test_the_questions_officers_ask_all_have_a_page():
    assert {topic.slug for topic in TOPICS} >= ASKED


def test_each_role_finds_what_it_can_do_and_nothing_else(client, role):
    listed = client.get("/cms/help/").content.decode()

    for topic in TOPICS:
        is_seen = topic.slug in SEEN[role]
        assert (f"/cms/help/{topic.slug}/" in listed) == is_seen, topic.slug
        assert client.get(f"/cms/help/{topic.slug}/").status_code == (200 if is_seen else 404), topic.slug


def test_the_menu_leads_there_and_to_no_guide_of_the_framework(client, role):
    menu = client.get("/cms/")

    assertContains(menu, "/cms/help/")
    assertNotContains(menu, "guide.wagtail.org")
    assertNotContains(menu, "docs.wagtail.org")


def test_every_link_leads_to_a_screen_that_the_role_may_open(client, role):
    for slug in sorted(SEEN[role]):
        text = client.get(f"/cms/help/{slug}/").content.decode()
        start = text.index('<div class="how-to">')
        steps = text[start : text.index("<nav class", start)]
        assert "<li>" in steps or "<dt>" in steps, slug
        for address in addresses(parse_part(steps)):
            opened = client.get(address, follow=True)
            assert opened.status_code == 200, (slug, address)
            assertNotContains(opened, "you do not have permission", msg_prefix=address)


def parse_part(html):
    class Response:
        content = f"<!doctype html><html><head><title>x</title></head><body>{html}</body></html>".encode()

    return parse(Response)


def test_nobody_without_a_log_in_reads_it(client, home):
    assert client.get("/cms/help/").status_code == 302
    assert client.get("/cms/help/check-a-page/").status_code == 302
