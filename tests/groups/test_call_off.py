"""Officers call a meeting off, each with their own role's permissions only."""

import datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from wagtail.models import PageLogEntry

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.groups.meeting_dates import CancelledMeeting
from pages.site.set_up_roles import ensure_roles
from tests import factories

DAY = datetime.date
NEXT = DAY(2026, 12, 3)


@pytest.fixture(autouse=True)
def on_a_sunday_in_november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def group(home):
    return factories.make_group(factories.make_section(home, slug="groups"), title="Coffee morning", slug="coffee")


@pytest.fixture
def sign_in(client, db):
    """Signs in as somebody with one role."""
    ensure_roles()

    def act(role):
        user = get_user_model().objects.create_user(role, password="only-for-tests")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return user

    return act


def form_of(group, day=NEXT):
    return f"/cms/groups/{group.pk}/call-off/{day}/"


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_who_may_publish_calls_the_next_meeting_off_at_once(client, group, sign_in, role):
    user = sign_in(role)

    assertRedirects(client.get(f"/cms/groups/{group.pk}/call-off/"), form_of(group))
    assertContains(client.get(form_of(group)), "Thursday 3 December 2026")
    assertRedirects(client.post(form_of(group), {"reason": " The worker  is ill "}), f"/cms/pages/{group.pk}/edit/")

    client.logout()
    assertContains(client.get(group.url), "The worker is ill")
    assertContains(client.get("/calendar/groups.ics"), "STATUS:CANCELLED", count=1)
    (entry,) = PageLogEntry.objects.filter(page=group.pk, action="pages.meeting.cancel")
    assert (entry.user, entry.data["day"], entry.data["reason"]) == (user, "3 December 2026", "The worker is ill")


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_who_may_not_publish_is_refused(client, group, sign_in, role):
    sign_in(role)

    assertRedirects(client.get(form_of(group)), "/cms/", fetch_redirect_response=False)
    assertRedirects(client.post(form_of(group), {"reason": "Snow"}), "/cms/", fetch_redirect_response=False)
    assertRedirects(client.post(form_of(group), {"put_back": "1"}), "/cms/", fetch_redirect_response=False)
    assert not CancelledMeeting.objects.exists()


def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(client, group):
    response = client.post(form_of(group), {"reason": "Snow"})

    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")
    assert not CancelledMeeting.objects.exists()


def test_a_reason_is_needed_and_may_not_be_a_novel(client, group, sign_in):
    sign_in(KINSHIP_LEAD)

    for reason in ["", "   ", "x" * 121]:
        response = client.post(form_of(group), {"reason": reason})
        assert response.status_code == 200
        assertContains(response, "error-message")
    assert not CancelledMeeting.objects.exists()


def test_sending_the_form_twice_calls_off_one_meeting(client, group, sign_in):
    sign_in(KINSHIP_LEAD)

    client.post(form_of(group), {"reason": "Snow"})
    client.post(form_of(group), {"reason": "Ice"})

    assert list(CancelledMeeting.objects.values_list("date", "reason")) == [(NEXT, "Snow")]
    assert PageLogEntry.objects.filter(action="pages.meeting.cancel").count() == 1
    assertRedirects(client.get(f"/cms/groups/{group.pk}/call-off/"), form_of(group, DAY(2026, 12, 17)))


def test_a_meeting_is_put_back_on(client, group, sign_in):
    sign_in(KINSHIP_LEAD)
    client.post(form_of(group), {"reason": "Snow"})

    assertContains(client.get(form_of(group)), "Put this meeting back on?")
    client.post(form_of(group), {"put_back": "1"})
    assertNotContains(client.get(group.url), "Snow")
    assertContains(client.get(f"/cms/pages/{group.pk}/history/"), "Put the meeting on 3 December 2026 back on")
    assertContains(client.get(f"/cms/pages/{group.pk}/history/"), "Called off the meeting on 3 December 2026: Snow")


@pytest.mark.parametrize("day", ["2026-11-19", "2026-12-04", "soon", "2026-13-99"])
def test_only_a_meeting_that_is_to_come_can_be_called_off(client, group, sign_in, day):
    sign_in(KINSHIP_LEAD)

    assert client.post(form_of(group, day), {"reason": "Snow"}).status_code == 404


def test_a_draft_written_before_neither_goes_out_nor_brings_the_meeting_back(client, group, sign_in):
    group.save_revision().publish()
    group.title = "Half a thought"
    draft = group.save_revision()
    sign_in(KINSHIP_LEAD)

    client.post(form_of(group), {"reason": "Snow"})
    assertNotContains(client.get(group.url), "Half a thought")
    draft.publish()
    page = client.get(group.url)
    assertContains(page, "Half a thought")
    assertContains(page, "Snow")


def test_a_group_without_dates_has_nothing_to_call_off(client, home, sign_in):
    group = factories.make_group(factories.make_section(home), last_date=DAY(2026, 11, 20))
    sign_in(KINSHIP_LEAD)

    assertRedirects(client.get(f"/cms/groups/{group.pk}/call-off/"), f"/cms/pages/{group.pk}/edit/")


def test_the_button_is_there_for_whom_it_works(client, group, sign_in):
    editor, list_of_pages = f"/cms/pages/{group.pk}/edit/", f"/cms/pages/{group.get_parent().pk}/"
    sign_in(KINSHIP_LEAD)
    assertContains(client.get(editor), f"/cms/groups/{group.pk}/call-off/")
    assertContains(client.get(list_of_pages), f"/cms/groups/{group.pk}/call-off/")
    sign_in(SECTION_EDITORS)
    assertNotContains(client.get(editor), f"/cms/groups/{group.pk}/call-off/")
    assertNotContains(client.get(list_of_pages), f"/cms/groups/{group.pk}/call-off/")


def test_officers_see_which_groups_have_no_dates_left_or_soon_will_not(client, group, sign_in):
    section = group.get_parent().specific
    factories.make_group(section, title="Forgotten tea", last_date=DAY(2026, 11, 20))
    factories.make_group(section, title="Last chance", last_date=DAY(2026, 12, 4))
    sign_in(SECTION_EDITORS)

    home = client.get("/cms/").content.decode()
    assert "No dates left. Its page asks readers to ring." in home
    assert home.index("Forgotten tea") < home.index("Coffee morning")
    assert "Its dates end soon." in home
    listing = client.get("/cms/support_groups/")
    assertContains(listing, "No dates left", count=1)
    assertContains(listing, "3 December 2026. Dates end soon", count=1)
    assertContains(listing, "Every second Thursday, 10am to noon", count=3)


def test_the_editor_shows_what_the_rule_comes_to(client, group, sign_in):
    sign_in(KINSHIP_LEAD)

    response = client.get(f"/cms/pages/{group.pk}/edit/")
    assertContains(response, "Every second Thursday, 10am to noon")
    assertContains(response, "Thursday 17 December 2026, 10:00")
    assertContains(response, form_of(group, DAY(2026, 12, 17)))


@pytest.mark.parametrize("number", ["9" * 31, "999999"])
def test_a_group_that_cannot_be_is_not_found(client, group, sign_in, number):
    sign_in(KINSHIP_LEAD)

    assert client.get(f"/cms/groups/{number}/call-off/").status_code == 404
