"""A page that proves something: it goes only with a reason, and the whole site says at once that it is gone."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page, PageLogEntry

from pages.core.ties import PageDuty
from pages.core.vocabulary import Duty
from pages.council.roles import ADMINISTRATORS
from pages.duties.duty_map import rows_on
from pages.duties.log import NO_LONGER_PROVES, TAKEN_AWAY
from pages.duties.standing import Claim, Standing
from tests import factories
from tests.cms import make_officer

LAW = "/how-we-meet-the-law/"
WARNING = "A duty will not be met"
REASON = {"duty_reason": "The solicitor has left. A new page comes in May."}


@pytest.fixture
def legal(section):
    page = factories.make_guide(section, title="Legal help")
    factories.make_standing("guidance-legal", [page])
    return page


@pytest.fixture
def admin(client, legal):
    user = make_officer(ADMINISTRATORS)
    client.force_login(user)
    return user


def state(name="guidance-legal"):
    return next(row.state for row in rows_on(timezone.localdate()) if row.item.name == name)


def routes(page):
    """Every way in the CMS to take a page, or the section it is in, from readers."""
    section = page.get_parent()
    bulk = "/cms/bulk/wagtailcore/page/{}/?id={}"
    return {
        "unpublish": (f"/cms/pages/{page.pk}/unpublish/", {}),
        "unpublish the section": (f"/cms/pages/{section.pk}/unpublish/", {"include_descendants": "on"}),
        "delete": (f"/cms/pages/{page.pk}/delete/", {}),
        "delete the section": (f"/cms/pages/{section.pk}/delete/", {}),
        "unpublish several": (bulk.format("unpublish", page.pk), {}),
        "unpublish several sections": (bulk.format("unpublish", section.pk), {"include_descendants": "on"}),
        "delete several": (bulk.format("delete", page.pk), {}),
        "delete several sections": (bulk.format("delete", section.pk), {}),
    }


ROUTES = pytest.mark.parametrize(
    "route",
    [
        "unpublish",
        "unpublish the section",
        "delete",
        "delete the section",
        "unpublish several",
        "unpublish several sections",
        "delete several",
        "delete several sections",
    ],
)


@ROUTES
def test_the_last_page_of_a_duty_goes_only_with_a_reason(client, admin, legal, route):
    url, data = routes(legal)[route]

    asked = client.post(url, data)

    assertContains(asked, WARNING)
    assertContains(asked, "Legal support")
    assert Page.objects.live().filter(pk=legal.pk).exists()

    client.post(url, data | REASON)

    assert not Page.objects.live().filter(pk=legal.pk).exists()
    assert state() == Claim.NOT
    entry = PageLogEntry.objects.get(action=TAKEN_AWAY)
    assert (entry.page_id, entry.user, entry.data["duties"]) == (legal.pk, admin, ["guidance-legal"])
    assert entry.comment == REASON["duty_reason"]
    assert "Legal support" in entry.message


@ROUTES
def test_spaces_are_no_reason(client, admin, legal, route):
    url, data = routes(legal)[route]

    assertContains(client.post(url, data | {"duty_reason": "  \n"}), "This field is required")
    assert Page.objects.live().filter(pk=legal.pk).exists()


@ROUTES
def test_nothing_is_asked_of_a_page_that_is_only_tagged(client, admin, home, legal, route):
    Standing.objects.all().delete()
    PageDuty.objects.create(page=legal, duty=Duty.GUIDANCE_LEGAL)
    url, data = routes(legal)[route]

    client.post(url, data)

    assert not Page.objects.live().filter(pk=legal.pk).exists()
    assert not PageLogEntry.objects.filter(action=TAKEN_AWAY).exists()


def test_what_was_chosen_before_is_sent_again_with_the_reason(client, admin, legal):
    url, data = routes(legal)["unpublish the section"]

    asked = client.post(url, data | {"next": "/cms/pages/"})

    assertContains(asked, '<input type="hidden" name="include_descendants" value="on">')
    assertContains(asked, '<input type="hidden" name="next" value="/cms/pages/">')


def test_a_section_without_its_pages_takes_nothing_away(client, admin, legal, section):
    client.post(f"/cms/pages/{section.pk}/unpublish/", {})

    section.refresh_from_db()
    assert not section.live
    assert not PageLogEntry.objects.filter(action=TAKEN_AWAY).exists()


def test_two_proofs_that_go_together_both_keep_the_reason(client, admin, legal, section):
    other = factories.make_guide(section)
    factories.make_standing("guidance-work", [other])
    url, data = routes(legal)["delete several sections"]

    client.post(url, data | REASON)

    assert set(PageLogEntry.objects.filter(action=TAKEN_AWAY).values_list("page_id", flat=True)) == {legal.pk, other.pk}


def test_a_delete_that_was_not_confirmed_leaves_nothing_in_the_history(client, admin, legal, settings):
    settings.WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 1
    url, data = routes(legal)["delete"]

    client.post(url, data | REASON | {"confirm_site_name": "wrong"})

    assert Page.objects.filter(pk=legal.pk).exists()
    assert not PageLogEntry.objects.filter(action=TAKEN_AWAY).exists()


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_programs_cannot_take_it_either(client, admin, legal, section, action):
    for page, data in ((legal, {}), (section, {"recursive": True})):
        answer = client.post(f"/cms/api/main/pages/{page.pk}/action/{action}/", data, content_type="application/json")
        assert answer.status_code == 400
        assert "Legal support" in answer.content.decode()

    assert Page.objects.live().filter(pk=legal.pk).exists()


def test_public_list_report_and_desk_turn_red_at_once(client, admin, legal):
    lists = (LAW, "/cms/reports/duties/", "/cms/")
    before = [client.get(url).content.decode() for url in lists]
    client.post(*routes(legal)["unpublish"][:1], REASON)
    after = [client.get(url).content.decode() for url in lists]

    gap = '<li class="duty duty--not" id="guidance-legal">'
    assert gap not in before[0] and gap in after[0]
    red = '<td class="duty-cell duty-cell--not" id="guidance-legal">'
    assert red not in before[1] and red in after[1]
    words = "<strong>{}</strong> Duties not met"
    assert words.format(35) in before[2] and words.format(36) in after[2]


def test_moving_a_page_asks_nothing(client, admin, home, legal):
    other = factories.make_section(home)

    client.post(f"/cms/pages/{legal.pk}/move/{other.pk}/confirm/")

    assert Page.objects.get(pk=legal.pk).get_parent().pk == other.pk
    assert state() == Claim.MET


def test_publishing_an_example_is_not_stopped_but_written_down(admin, legal, django_capture_on_commit_callbacks):
    page = legal.specific
    page.body = [("text", {"text": "<p>Ring <mark>Sam</mark>.</p>"})]
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision(user=admin).publish(user=admin)

    assert state() == Claim.NOT
    entry = PageLogEntry.objects.get(action=NO_LONGER_PROVES)
    assert entry.page_id == legal.pk
    assert "Legal support" in entry.message


def test_publishing_what_still_proves_it_is_not_worth_a_word(admin, legal, django_capture_on_commit_callbacks):
    page = legal.specific
    page.duties = []
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision(user=admin).publish(user=admin)

    assert state() == Claim.MET
    assert not PageLogEntry.objects.filter(action=NO_LONGER_PROVES).exists()


def test_what_was_deleted_is_still_named_where_it_proved_something(client, admin, legal):
    client.post(routes(legal)["delete the section"][0], REASON)

    assertContains(client.get("/cms/duties/guidance-legal/"), "Legal help")
    assertContains(client.get("/cms/duties/guidance-legal/"), "The page is no longer there")


def test_a_page_that_goes_on_its_own_day_says_what_it_took_with_it(legal):
    from django.core.management import call_command

    legal.expire_at = timezone.now() - timezone.timedelta(minutes=1)
    legal.save()

    call_command("publish_scheduled", verbosity=0)

    assert PageLogEntry.objects.get(action=NO_LONGER_PROVES).page_id == legal.pk


def test_a_page_that_is_closed_to_some_readers_says_what_it_took_with_it(client, admin, legal, section):
    data = {"restriction_type": "login", "password": "", "groups": []}
    client.post(f"/cms/pages/{section.pk}/privacy/", data)

    assert state() == Claim.NOT
    assert PageLogEntry.objects.get(action=NO_LONGER_PROVES).page_id == legal.pk


def test_the_history_shows_the_reason(client, admin, legal):
    client.post(*routes(legal)["unpublish"][:1], REASON)

    history = client.get(f"/cms/pages/{legal.pk}/history/")
    assertContains(history, "Took away what proves: Legal support")
    assertNotContains(client.get(LAW), REASON["duty_reason"])
    assert get_user_model().objects.filter(pk=admin.pk).exists()
