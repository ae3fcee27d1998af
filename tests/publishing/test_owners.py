"""Owning pages: given in the editor or to many at once, never shown to a reader."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from pytest_django.asserts import assertContains
from wagtail.models import Page, PageLogEntry

from pages.content.section import SectionPage
from pages.content.support import SupportPage
from pages.core.owners import candidates
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.offer_files.export import export_offer
from pages.publishing import owners
from pages.site import demonstration
from tests import factories
from tests.cms import confirm, editor_of, make_officer, send_page

MAY = [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS]
REPORT = "/cms/reports/checks/"
LATE = datetime.date(2026, 3, 3)
COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")


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


def give(client, pages, **data):
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"/cms/bulk/wagtailcore/page/give_owner/?{query}&next=/cms/", data)


def test_who_makes_a_page_owns_it(client, sign_in, home):
    lead = sign_in(KINSHIP_LEAD)
    address = reverse("wagtailadmin_pages:add", args=["pages", "sectionpage", home.pk])
    fields = {"title": "Health", "slug": "health", "search_description": "Keeping well.", "kept_by": "Kinship team"}
    rows = {
        f"{name}-{count}": "0" for name in ("sources", "questions", "duties", "related", "comments") for count in COUNTS
    }
    data = fields | rows | {"icon": "people", "audience": "everyone", "check_every": "6", "owner": str(lead.pk)}

    assert f'<option value="{lead.pk}" selected>' in client.get(address).content.decode()
    client.post(address, data | {f"{name}-count": "0" for name in ("body", "here", "needs_met", "lines")})

    assert SectionPage.objects.get(slug="health").owner == lead


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_an_owner_given_in_the_editor_counts_at_once_and_no_old_version_undoes_it(client, sign_in, section, action):
    lead = sign_in(KINSHIP_LEAD)
    old = section.save_revision()

    send_page(client, section, action, title="Money", owner=str(lead.pk))

    assert SectionPage.objects.get(pk=section.pk).owner == lead
    old.publish()
    assert SectionPage.objects.get(pk=section.pk).owner == lead
    assert PageLogEntry.objects.filter(action=owners.GIVEN, page=section.pk).count() == 1


def test_an_owner_without_a_log_in_has_both_a_name_and_an_e_mail(client, sign_in, section):
    sign_in(KINSHIP_LEAD)

    response = send_page(client, section, owner_name="Pat Example")
    assertContains(response, "needs both a name and an e-mail")

    send_page(client, section, owner_name="Pat Example", owner_email="pat@charity.example.org")
    page = SectionPage.objects.get(pk=section.pk)
    assert (page.owner_name, page.owner_email) == ("Pat Example", "pat@charity.example.org")
    assertContains(client.get(REPORT), "Pat Example")


def test_readers_and_packs_never_learn_who_owns_a_page(client, sign_in, section, tmp_path):
    lead = sign_in(KINSHIP_LEAD)
    send_page(client, section, "action-publish", owner_name="Pat Example", owner_email="pat@charity.example.org")
    confirm(client, section)
    Page.objects.filter(pk=section.get_parent().pk).update(owner=lead)
    client.logout()

    export_offer(tmp_path / "pack")
    packed = "".join(file.read_text() for file in (tmp_path / "pack").rglob("*.yaml"))

    for text in (client.get("/money/").content.decode(), client.get("/").content.decode(), packed):
        for secret in ("Pat Example", "pat@charity", "Kinship lead Person", lead.email):
            assert secret not in text


def test_the_history_does_not_name_an_owner(client, sign_in, section):
    sign_in(KINSHIP_LEAD)
    send_page(client, section, owner_name="Pat Example", owner_email="pat@charity.example.org")

    assertContains(client.get(f"/cms/pages/{section.pk}/history/"), "Gave the page another owner")
    assert "Pat" not in str(list(PageLogEntry.objects.values_list("data", flat=True)))


@pytest.mark.parametrize("role", MAY)
def test_many_pages_get_an_owner_at_once(client, sign_in, section, late, role):
    officer = sign_in(role)
    SectionPage.objects.update(owner_name="Pat Example", owner_email="pat@charity.example.org")

    response = give(client, [section, late], owner=officer.pk)

    assert response.url == "/cms/"
    assertContains(client.get("/cms/"), f"2 pages now belong to {officer.get_full_name()}.")
    assert list(Page.objects.filter(owner=officer)) == [section.page_ptr, late.page_ptr]
    assert SectionPage.objects.get().owner_email == ""


def test_who_may_not_edit_gives_no_owner(client, sign_in, late):
    editor = make_officer(SECTION_EDITORS)
    sign_in(NAVIGATORS)

    give(client, [late], owner=editor.pk)

    assert SupportPage.objects.get().owner is None


def test_only_those_who_edit_and_are_still_here_can_own_a_page(home):
    editor, lead = make_officer(SECTION_EDITORS), make_officer(KINSHIP_LEAD)
    make_officer(NAVIGATORS)
    make_officer(SECTION_EDITORS, name="gone", is_active=False)

    assert set(candidates()) == {editor, lead}


def test_the_owner_of_a_page_who_has_left_is_still_shown_in_its_editor(client, sign_in, section):
    gone = make_officer(SECTION_EDITORS, name="gone", is_active=False)
    Page.objects.filter(pk=section.pk).update(owner=gone)
    sign_in(KINSHIP_LEAD)

    assertContains(client.get(editor_of(section)), f'<option value="{gone.pk}" selected>')
    assertContains(client.get(f"{REPORT}?whose=nobody"), "Money and work")


def test_a_fresh_demonstration_has_owners(home, section):
    demonstration.make_log_ins("only-for-tests")
    demonstration.give_pages_an_owner()

    editor = get_user_model().objects.get(username="demo-editor")
    assert Page.objects.get(pk=section.pk).owner == editor
