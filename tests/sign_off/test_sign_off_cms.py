"""Sending drafts for sign-off from the CMS, the list of sign-offs, the desk and the editor: as each role."""

import datetime
import re

import pytest
import time_machine as clock
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Comment, PageLogEntry

from kinship_offer.mail import mailers
from pages import sign_off as sign_offs
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.sign_off.mail import link_to_signer
from pages.sign_off.model import SignOff, SignOffPage
from pages.sign_off.secret import sealed, unsealed
from tests import factories
from tests.cms import editor_of, make_officer
from tests.sign_off.drafts import make_draft, make_new_draft, send

LIST = "/cms/signoff/"
MAY_SEND = [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS]
MAY_NOT = [NAVIGATORS, None]
FIELDS = {"role": "Solicitor", "name": "", "email": "", "note": "", "days": "14", "form_key": "key"}


@pytest.fixture
def guide(section):
    return make_draft(factories.make_guide(section, title="Legal orders"))


@pytest.fixture
def sign_in(client, home):
    def as_role(role):
        if role:
            officer = make_officer(role)
            client.force_login(officer)
            return officer
        return None

    return as_role


def form_of(page):
    return f"/cms/sign-offs/send/{page.pk}/"


def link_in(response):
    """The secret link, as the officer can copy it."""
    return re.search(r">http://localhost:8000(/sign-off/[^<]+)<", response.content.decode())[1]


def answer(client, link, page, verdict, comment=""):
    client.logout()
    client.post(f"{link}{page.pk}/", {"verdict": verdict, "comment": comment})


@pytest.mark.parametrize("role", MAY_SEND)
def test_officers_send_a_page_and_see_the_link_once(client, guide, sign_in, role):
    officer = sign_in(role)

    response = client.post(form_of(guide), FIELDS)

    link = link_in(response)
    sign_off = SignOff.objects.get()
    assert (sign_off.role, sign_off.made_by) == ("Solicitor", officer)
    assert response["Cache-Control"].count("no-store") == 1
    assertNotContains(client.get(f"{LIST}inspect/{sign_off.pk}/"), link.split("/")[2])
    client.logout()
    assertContains(client.get(link), "Legal orders")


@pytest.mark.parametrize("role", MAY_NOT)
def test_nobody_else_sends_or_sees_anything(client, guide, sign_in, role):
    sign_off, _link = send(guide)
    sign_in(role)

    addresses = [form_of(guide), LIST, f"{LIST}results/", f"{LIST}inspect/{sign_off.pk}/"]
    addresses += [f"/cms/sign-offs/{sign_off.pk}/{act}/" for act in ("withdraw", "new-link")]
    for address in addresses:
        assert client.get(address).status_code == 302
        assert client.post(address, FIELDS).status_code in {302, 405}

    sign_off.refresh_from_db()
    assert SignOff.objects.count() == 1
    assert sign_off.withdrawn_at is None


@pytest.mark.parametrize("role", MAY_SEND)
@pytest.mark.parametrize("act", ["new", "edit/{}", "delete/{}"])
def test_nobody_types_in_changes_or_deletes_a_sign_off(client, guide, sign_in, role, act):
    sign_off, _link = send(guide)
    sign_in(role)

    client.post(f"{LIST}{act.format(sign_off.pk)}/", {"role": "Somebody else"})

    assert [kept.role for kept in SignOff.objects.all()] == ["Solicitor"]


def test_an_editor_who_may_not_edit_the_page_cannot_send_it(client, guide, sign_in):
    officer = sign_in(SECTION_EDITORS)
    officer.groups.get().page_permissions.all().delete()

    assert client.post(form_of(guide), FIELDS).status_code == 302
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("role", MAY_SEND)
def test_the_way_there_stands_above_the_editor_and_in_the_list(client, guide, section, sign_in, role):
    sign_in(role)

    assertContains(client.get(editor_of(guide)), form_of(guide))
    assertContains(client.get(f"/cms/pages/{section.pk}/"), form_of(guide))
    assertContains(client.get("/cms/"), LIST)


def test_a_navigators_menu_does_not_lead_there(client, guide, sign_in):
    sign_in(NAVIGATORS)

    assertNotContains(client.get("/cms/"), LIST)


def test_a_whole_section_is_sent_with_what_is_ticked(client, section, sign_in):
    guide = factories.make_guide(section, title="As readers see it")
    changed = make_draft(factories.make_guide(section, title="Changed"), search_description="New words.")
    new = make_new_draft(section, title="Brand new")
    sign_in(SECTION_EDITORS)

    form = client.get(form_of(section))
    for words in (
        "As readers see it (The same as readers see now)",
        "Changed (Changed: readers see the page without these changes)",
        "Brand new (New: readers do not see it yet)",
    ):
        assertContains(form, words)
    client.post(form_of(section), FIELDS | {"scope": "with-pages", "drafts": [section.pk, changed.pk, new.pk]})

    assert [entry.page_id for entry in SignOffPage.objects.all()] == [section.pk, changed.pk, new.pk]
    assert guide.pk not in SignOffPage.objects.values_list("page_id", flat=True)


def test_a_section_can_be_sent_alone(client, section, guide, sign_in):
    sign_in(SECTION_EDITORS)

    client.post(form_of(section), FIELDS | {"scope": "alone", "drafts": [section.pk, guide.pk]})

    assert [entry.page_id for entry in SignOffPage.objects.all()] == [section.pk]


def test_the_first_page_is_sent_without_the_whole_offer(client, home, section, sign_in):
    sign_in(SECTION_EDITORS)

    client.post(form_of(home), FIELDS)

    assert [entry.page_id for entry in SignOffPage.objects.all()] == [home.pk]


def test_a_set_whose_pages_were_deleted_breaks_no_list(client, guide, sign_in):
    sign_off, link = send(guide)
    guide.delete()
    assert client.get(link).status_code == 200
    sign_in(KINSHIP_LEAD)

    for address in (LIST, f"{LIST}inspect/{sign_off.pk}/", "/cms/"):
        assert client.get(address).status_code == 200


def test_no_page_outside_the_section_can_be_smuggled_in(client, home, section, guide, sign_in):
    other = factories.make_guide(factories.make_section(home))
    sign_in(SECTION_EDITORS)

    client.post(form_of(section), FIELDS | {"scope": "with-pages", "drafts": [other.pk]})

    assert not SignOff.objects.exists()


def test_sending_changes_nothing_of_the_page(client, section, sign_in):
    page = factories.make_guide(section)
    sign_in(SECTION_EDITORS)

    client.post(form_of(page), FIELDS)

    page.refresh_from_db()
    assert (page.latest_revision, page.has_unpublished_changes) == (None, False)


@pytest.mark.parametrize(
    "slip", [{"role": ""}, {"days": "0"}, {"days": "61"}, {"days": "x"}, {"email": "not an e-mail"}, {"role": "x" * 61}]
)
def test_a_form_with_a_slip_makes_no_link_and_keeps_what_was_typed(client, guide, sign_in, slip):
    sign_in(SECTION_EDITORS)

    response = client.post(form_of(guide), FIELDS | {"note": "Look at the second part."} | slip)

    assertContains(response, "Not sent yet")
    assertContains(response, "Look at the second part.")
    assert not SignOff.objects.exists()


def test_the_same_form_sent_twice_makes_one_link(client, guide, sign_in):
    sign_in(SECTION_EDITORS)
    client.post(form_of(guide), FIELDS)

    response = client.post(form_of(guide), FIELDS, follow=True)

    assertContains(response, "This was sent before")
    assert SignOff.objects.count() == 1


def test_the_link_is_mailed_when_there_is_an_address(client, guide, sign_in):
    sign_in(SECTION_EDITORS)

    response = client.post(form_of(guide), FIELDS | {"email": "sol@example.gov.uk", "note": "Look at part two."})

    [message] = mail.outbox
    assert message.to == ["sol@example.gov.uk"]
    assert link_in(response) in message.body
    assert "Look at part two." in message.body
    assertContains(response, "The link goes out by e-mail to sol@example.gov.uk now")


@pytest.mark.parametrize("server", ["none", "down"])
def test_without_a_mail_server_the_link_is_shown_and_nobody_says_that_it_was_mailed(
    client, guide, sign_in, settings, server
):
    settings.MAILERS = {} if server == "none" else mailers("MAIL_URL", "smtp://127.0.0.1:9")
    sign_in(SECTION_EDITORS)

    response = client.post(form_of(guide), FIELDS | {"email": "sol@example.gov.uk"})

    assertContains(response, "We could not mail the link" if server == "none" else "should it not arrive")
    assertNotContains(response, "We mailed")
    assert link_in(response)


def test_a_link_that_waits_to_be_mailed_can_be_read_by_nobody_and_is_not_mailed_once_withdrawn(guide):
    sign_off, link = send(guide, email="sol@example.gov.uk")
    secret = link.strip("/").split("/")[-1]
    waiting = sealed(secret)
    assert secret not in waiting and unsealed(waiting) == secret

    sign_offs.withdraw(sign_off, make_officer(KINSHIP_LEAD), timezone.now())
    link_to_signer.enqueue(sign_off.pk, waiting)

    assert mail.outbox == []


@pytest.mark.parametrize("role", MAY_SEND)
def test_officers_withdraw_a_link_after_being_asked(client, guide, sign_in, role):
    sign_off, link = send(guide)
    officer = sign_in(role)
    assertContains(client.get(f"/cms/sign-offs/{sign_off.pk}/withdraw/"), "Withdraw this link?")
    sign_off.refresh_from_db()
    assert sign_off.withdrawn_at is None

    client.post(f"/cms/sign-offs/{sign_off.pk}/withdraw/")

    sign_off.refresh_from_db()
    assert sign_off.withdrawn_by == officer
    assertContains(client.get(LIST), "Withdrawn")
    assert client.get(link).status_code == 404


def test_a_new_link_is_shown_once_and_works_in_place_of_the_old(client, guide, sign_in):
    officer = sign_in(SECTION_EDITORS)
    sign_off, old = send(guide, user=officer)

    new = link_in(client.post(f"/cms/sign-offs/{sign_off.pk}/new-link/", {"days": "3"}))

    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200


def test_a_colleagues_link_is_nobody_elses_to_renew_but_of_those_who_publish(client, guide, sign_in):
    sign_off, link = send(guide)
    address = f"/cms/sign-offs/{sign_off.pk}/new-link/"
    sign_in(SECTION_EDITORS)

    assert client.post(address, {"days": "3"}).status_code == 302
    assert client.get(link).status_code == 200
    sign_in(KINSHIP_LEAD)
    assert client.get(link_in(client.post(address, {"days": "3"}))).status_code == 200


@pytest.mark.parametrize("state", ["finished_at", "withdrawn_at"])
def test_no_new_link_for_what_is_over(client, guide, sign_in, state):
    sign_off, _link = send(guide)
    SignOff.objects.update(**{state: timezone.now()})
    sign_in(KINSHIP_LEAD)

    response = client.post(f"/cms/sign-offs/{sign_off.pk}/new-link/", {"days": "3"}, follow=True)

    assertContains(response, "Send the drafts again instead")


def test_the_history_tells_each_act_in_words_and_by_role(client, guide, sign_in):
    officer = sign_in(KINSHIP_LEAD)
    sign_off, link = send(guide, user=officer)
    answer(client, link, guide, "refused", "Say that an order can be changed.")
    client.force_login(officer)
    client.post(f"/cms/sign-offs/{sign_off.pk}/withdraw/")

    history = client.get(f"/cms/pages/{guide.pk}/history/")

    for words in (
        "Sent this draft for sign-off to: Solicitor",
        "Not approved by Solicitor, who has no account",
        "Say that an order can be changed.",
        "Withdrew the sign-off link from: Solicitor",
    ):
        assertContains(history, words)
    assert PageLogEntry.objects.get(action=sign_offs.WITHDRAWN).user == officer


def test_the_desk_shows_what_was_not_approved_as_serious(client, guide, sign_in):
    officer = sign_in(KINSHIP_LEAD)
    _sign_off, link = send(guide)
    answer(client, link, guide, "refused", "Say that an order can be changed.")
    client.force_login(officer)

    desk = client.get("/cms/")

    assertContains(desk, "Solicitor did not approve “Legal orders”")
    assertContains(desk, "Say that an order can be changed.")
    assertContains(desk, "desk__count--serious")


def test_what_was_put_right_leaves_the_desk(client, guide, sign_in):
    _sign_off, link = send(guide)
    answer(client, link, guide, "refused", "Wrong.")
    make_draft(guide, search_description="Put right.")
    sign_in(KINSHIP_LEAD)

    assertNotContains(client.get("/cms/"), "did not approve")


def test_what_was_sent_again_leaves_the_desk(client, guide, sign_in):
    _sign_off, link = send(guide)
    answer(client, link, guide, "refused", "Wrong.")
    send(guide)
    sign_in(KINSHIP_LEAD)

    assertNotContains(client.get("/cms/"), "did not approve")


def test_the_desk_tells_what_was_finished_and_forgets_it_after_two_weeks(client, guide, sign_in):
    sign_in(SECTION_EDITORS)
    _sign_off, _link = send(guide)
    SignOff.objects.update(expires_at=timezone.now() + datetime.timedelta(days=40))
    SignOffPage.objects.update(verdict="approved")
    SignOff.objects.update(finished_at=timezone.now())

    assertContains(client.get("/cms/"), "Finished. Approved: 1 of 1 page.")
    SignOff.objects.update(finished_at=timezone.now() - datetime.timedelta(days=15))
    assertNotContains(client.get("/cms/"), "Finished. Approved")


@pytest.mark.parametrize(
    ("days", "words"), [(2, "Answered: 0 of 1. The link runs out on"), (-1, "Answered: 0 of 1. The link has run out.")]
)
def test_the_desk_tells_of_links_that_run_out_unanswered(client, guide, sign_in, days, words):
    send(guide, expires_at=timezone.now() + datetime.timedelta(days=days))
    sign_in(SECTION_EDITORS)

    assertContains(client.get("/cms/"), words)


def test_a_link_with_time_left_and_no_answer_is_not_on_the_desk(client, guide, sign_in):
    send(guide)
    sign_in(SECTION_EDITORS)

    assertNotContains(client.get("/cms/"), "Answered: 0")


def test_a_navigators_desk_has_no_sign_offs(client, guide, sign_in):
    _sign_off, link = send(guide)
    answer(client, link, guide, "refused", "Wrong.")
    sign_in(NAVIGATORS)

    assertNotContains(client.get("/cms/"), "did not approve")


def test_the_editor_tells_what_was_said_of_the_draft(client, guide, sign_in):
    _sign_off, link = send(guide)
    answer(client, link, guide, "approved", "Good work.")
    sign_in(KINSHIP_LEAD)

    editor = client.get(editor_of(guide))

    assert re.search(r"<strong>Solicitor:</strong>\s+Approved", editor.text)
    assertContains(editor, "Good work.")
    assertNotContains(editor, "has changed since it was signed")


def test_what_was_said_before_a_link_was_withdrawn_stays_in_the_editor(client, guide, sign_in):
    sign_off, link = send(guide)
    answer(client, link, guide, "approved", "Good work.")
    sign_offs.withdraw(sign_off, None, timezone.now())
    sign_in(KINSHIP_LEAD)

    assertContains(client.get(editor_of(guide)), "Good work.")


def test_editor_and_list_tell_that_the_draft_has_changed_since(client, guide, sign_in):
    sign_off, link = send(guide)
    answer(client, link, guide, "approved")
    make_draft(guide, search_description="Other words.")
    sign_in(KINSHIP_LEAD)

    assertContains(client.get(editor_of(guide)), "The draft has changed since it was signed.")
    assertContains(client.get(f"{LIST}inspect/{sign_off.pk}/"), "The draft has changed since it was signed.")
    assertContains(client.get(LIST), "1 draft has changed since it was signed")


def test_publishing_a_signed_draft_does_not_change_it(client, guide, sign_in):
    _sign_off, link = send(guide)
    answer(client, link, guide, "approved")
    guide.latest_revision.publish()
    make_draft(guide)
    sign_in(KINSHIP_LEAD)

    assertNotContains(client.get(editor_of(guide)), "has changed since it was signed")


def test_a_row_that_points_elsewhere_is_a_change(section):
    page = factories.make_guide(section)
    page.related.create(related_page=factories.make_guide(section))
    before = sign_offs.draft_of(make_draft(page)).content
    row = page.related.get()
    row.related_page = factories.make_guide(section)
    page.related = [row]

    assert sign_offs.fingerprint(before) != sign_offs.fingerprint(sign_offs.draft_of(make_draft(page)).content)


def test_what_officers_say_among_themselves_goes_nowhere(section):
    page = make_draft(factories.make_guide(section), owner_name="Own Testperson", owner_email="own@example.gov.uk")
    send(page)

    assert "Testperson" not in str(SignOffPage.objects.get().content)
    assert "own@example" not in str(SignOffPage.objects.get().content)


def test_what_officers_note_beside_a_draft_goes_nowhere(section, sign_in):
    page = factories.make_guide(section)
    page.wagtail_admin_comments.add(Comment(user=sign_in(KINSHIP_LEAD), text="Ask Own Testperson.", contentpath="body"))
    send(make_draft(page))

    assert "Testperson" not in str(SignOffPage.objects.get().content)


def test_the_list_costs_the_same_however_many(client, section, sign_in, count_queries):
    sign_in(KINSHIP_LEAD)

    def add():
        page = make_draft(factories.make_guide(section))
        send(page, user=None)
        SignOffPage.objects.update(verdict="approved", answered_at=timezone.now())

    add()
    few = count_queries(LIST), count_queries("/cms/")
    for _number in range(9):
        add()

    assert (count_queries(LIST), count_queries("/cms/")) == few


def test_a_year_after_the_link_ended_the_signer_is_forgotten_and_the_verdict_kept(guide):
    sign_off, _link = send(guide, email="sol@example.gov.uk")
    for days in (364, 366):
        with clock.travel(sign_off.expires_at + datetime.timedelta(days=days), tick=False):
            call_command("forget_signers")
        sign_off.refresh_from_db()
        assert (sign_off.name, sign_off.email) == (("Sol Testperson", "sol@example.gov.uk") if days < 365 else ("", ""))

    assert sign_off.role == "Solicitor"
