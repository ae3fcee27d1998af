"""The screen before every publishing: it asks once, writes down what was open, and loses nothing."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from pages.content.section import SectionPage
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.publishing.before_publishing_form import stamp_of
from pages.publishing.going_live import OPEN_WARNINGS
from tests import factories
from tests.cms import confirm, draft_of, make_officer, send_page
from tests.cms import screen_before_publishing as screen

PUBLISH = "action-publish"
HARD = "The aforementioned provision shall be administered in accordance with the applicable statutory framework."


@pytest.fixture(autouse=True)
def on_a_sunday_in_november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def lead(client, home):
    lead = make_officer(KINSHIP_LEAD)
    client.force_login(lead)
    return lead


def test_publishing_from_the_editor_leads_to_the_screen_and_changes_nothing_yet(client, lead, section):
    response = send_page(client, section, PUBLISH, title="Money and jobs")

    assertRedirects(response, screen(section))
    assertNotContains(client.get("/money/"), "Money and jobs")
    assertContains(client.get(f"/cms/pages/{section.pk}/edit/"), "Money and jobs")


def test_confirming_publishes(client, lead, section):
    send_page(client, section, PUBLISH, title="Money and jobs")

    response = confirm(client, section)

    assertRedirects(response, f"/cms/pages/{section.get_parent().pk}/", fetch_redirect_response=False)
    assertContains(client.get("/money/"), "Money and jobs")


def test_a_new_page_is_a_draft_until_it_is_confirmed(client, lead, home):
    address = f"/cms/pages/add/pages/sectionpage/{home.pk}/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    words = {"title": "Health", "slug": "health", "search_description": "How to keep well.", "kept_by": "The team"}
    data.update(words | {"body-count": "0", "needs_met-count": "0", PUBLISH: PUBLISH})

    response = client.post(address, data)

    page = SectionPage.objects.get(slug="health")
    assertRedirects(response, screen(page))
    assert not page.live
    assert client.get("/health/").status_code == 404
    confirm(client, page)
    assertContains(client.get("/health/"), "How to keep well.")


def test_open_hints_are_shown_and_publishing_with_them_goes_into_history(client, lead, section):
    send_page(client, section, PUBLISH, search_description=HARD)
    assertContains(client.get(screen(section)), "Publish all the same")

    confirm(client, section)

    assertContains(client.get("/money/"), HARD)
    entry = PageLogEntry.objects.get(action=OPEN_WARNINGS)
    assert entry.user == lead
    assert entry.data["count"] >= 1
    assertContains(client.get(f"/cms/pages/{section.pk}/history/"), "Published with")


def test_a_page_in_plain_words_is_published_without_an_entry(client, lead, section):
    send_page(client, section, PUBLISH, search_description="We can help you with money.")
    assertNotContains(client.get(screen(section)), "Publish all the same")

    confirm(client, section)

    assert not PageLogEntry.objects.filter(action=OPEN_WARNINGS).exists()


@pytest.mark.parametrize(("fields", "day"), [({}, datetime.date(2026, 3, 1)), ({"checked": "on"}, None)])
def test_only_saying_so_counts_as_checking(client, lead, section, fields, day):
    SectionPage.objects.update(last_checked=datetime.date(2026, 3, 1))
    send_page(client, section, PUBLISH, title="Money and jobs")

    confirm(client, section, **fields)

    section.refresh_from_db()
    assert section.title == "Money and jobs"
    assert section.last_checked == (day or timezone.localdate())


def test_a_draft_that_was_changed_meanwhile_is_looked_at_again_first(client, lead, section):
    send_page(client, section, PUBLISH, title="Money and jobs")
    old = stamp_of(draft_of(section))
    send_page(client, section, title="Money and more")

    response = client.post(screen(section), {"revision": old, "kind": "small"})

    assertContains(response, "The draft was changed meanwhile.")
    assertNotContains(client.get("/money/"), "Money and more")
    assertContains(response, f'value="{stamp_of(draft_of(section))}"')


def test_a_page_with_a_day_of_its_own_waits_for_it(client, lead, section):
    section.save_revision().publish()
    later = {"go_live_at": "2026-12-01 09:00"}
    send_page(client, section, PUBLISH, title="Money and jobs", **later)
    assertContains(client.get(screen(section)), "Set it to go live on Tuesday 1 December 2026, 09:00")

    confirm(client, section)

    assertNotContains(client.get("/money/"), "Money and jobs")
    assert Page.objects.get(pk=section.pk).approved_schedule
    with time_machine.travel(datetime.datetime(2026, 12, 1, 9, 5, tzinfo=datetime.UTC), tick=False):
        call_command("publish_scheduled")
        assertContains(client.get("/money/"), "Money and jobs")


def test_a_day_is_shown_and_understood_the_british_way(client, lead, section):
    send_page(client, section, go_live_at="26/11/2026 09:00", expire_at="5/12/2026 17:30")

    draft, editor = draft_of(section).as_object(), client.get(f"/cms/pages/{section.pk}/edit/")
    assert draft.go_live_at == datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)
    assert draft.expire_at == datetime.datetime(2026, 12, 5, 17, 30, tzinfo=datetime.UTC)
    assertContains(editor, 'value="26/11/2026 09:00"')
    assertContains(editor, 'value="05/12/2026 17:30"')


@pytest.mark.parametrize("typed", ["11/26/2026 09:00", "26 November", "noon", "31/11/2026 09:00"])
def test_a_day_that_cannot_be_read_is_kept_as_it_was_typed_and_refused(client, lead, section, typed):
    response = send_page(client, section, go_live_at=typed)

    assertContains(response, f'value="{typed}"')
    assertContains(response, "Enter a valid date/time.")
    assert draft_of(section) is None


def test_a_draft_for_a_later_day_does_not_make_the_live_page_checked(client, lead, section):
    section.save_revision().publish()
    SectionPage.objects.update(last_checked=datetime.date(2026, 3, 1))
    send_page(client, section, PUBLISH, title="Money and jobs", go_live_at="2026-12-01 09:00")
    assertNotContains(client.get(screen(section)), "I have checked the whole page")

    confirm(client, section, checked="on")

    assert SectionPage.objects.get(pk=section.pk).last_checked == datetime.date(2026, 3, 1)


def test_a_new_version_gets_its_number_and_stands_in_the_public_list(client, lead, home, section):
    report = factories.make_report(factories.make_have_your_say(home), title="What families said in October")
    send_page(client, section, PUBLISH, title="Money and jobs")

    confirm(client, section, kind="new-version", what_changed="You can now get help with fares.", report=report.pk)

    say = client.get("/have-your-say/")
    for words in ("Version 2", "22 November 2026", "You can now get help with fares.", "What families said in October"):
        assertContains(say, words)


def bulk_publish(*pages):
    return "/cms/bulk/wagtailcore/page/publish/?" + "&".join(f"id={page.pk}" for page in pages)


def test_publishing_one_page_from_the_list_leads_to_the_screen(client, lead, section):
    send_page(client, section, title="Money and jobs")

    assertRedirects(client.post(bulk_publish(section)), screen(section))
    assertNotContains(client.get("/money/"), "Money and jobs")


def test_several_pages_are_published_one_at_a_time(client, lead, home, section):
    other = factories.make_section(home, title="Health", slug="health")
    for page in (section, other):
        send_page(client, page, title=f"{page.title} now")

    response = client.post(bulk_publish(section, other), follow=True)

    assertContains(response, "Publish one page at a time.")
    assertNotContains(client.get("/money/"), "Money and work now")
    assertNotContains(client.get("/health/"), "Health now")


@pytest.mark.parametrize("action", ["publish", "copy", "create_alias"])
def test_the_interface_for_programs_lets_nothing_go_live(client, lead, section, action):
    send_page(client, section, title="Money and jobs")

    response = client.post(f"/cms/api/main/pages/{section.pk}/action/{action}/", {"recursive": False, "slug": "again"})

    assert response.status_code == 404
    assertNotContains(client.get("/money/"), "Money and jobs")


def test_a_copy_is_a_draft(client, lead, home, section):
    copy = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": home.pk, "publish_copies": "on"}
    assertNotContains(client.get(f"/cms/pages/{section.pk}/copy/"), "publish_copies")

    client.post(f"/cms/pages/{section.pk}/copy/", copy)

    assert not SectionPage.objects.get(slug="copy").live


def test_a_new_version_without_a_report_is_refused_and_nothing_typed_is_lost(client, lead, section):
    send_page(client, section, PUBLISH, title="Money and jobs")

    response = confirm(client, section, kind="new-version", what_changed="You can now get help with fares.")

    assertContains(response, "There is no published report yet.")
    assertContains(response, "You can now get help with fares.")
    assertNotContains(client.get("/money/"), "Money and jobs")


def test_there_is_nothing_to_confirm_for_a_page_without_a_draft(client, lead, section):
    section.save_revision().publish()

    assertRedirects(client.get(screen(section)), f"/cms/pages/{section.pk}/edit/")


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_nobody_else_may_confirm(client, section, role):
    section.title = "Money and jobs"
    section.save_revision()
    client.force_login(make_officer(role))

    for response in (client.get(screen(section)), confirm(client, section)):
        assert response.status_code == 302
    assertNotContains(client.get("/money/"), "Money and jobs")


def test_pages_that_are_not_ours_and_pages_that_are_not_there_are_told_apart_from_errors(client, lead):
    root = Page.get_first_root_node()

    assert client.get(screen(root)).status_code == 302
    assert client.get("/cms/pages/99999/before-publishing/").status_code == 404


def test_a_draft_that_autosave_wrote_over_is_looked_at_again_first(client, lead, section):
    send_page(client, section, PUBLISH, title="Seen")
    seen = draft_of(section)
    stamp = stamp_of(seen)
    page = seen.as_object()
    page.title = "Unseen"
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, 1, tzinfo=datetime.UTC), tick=False):
        page.save_revision(user=lead, overwrite_revision=seen)

    response = confirm(client, section, revision=stamp)

    assert draft_of(section).pk == seen.pk
    assertContains(response, "The draft was changed meanwhile.")
    assertNotContains(client.get("/money/"), "Unseen")


def test_a_draft_that_autosave_only_saved_once_more_is_published(client, lead, section):
    send_page(client, section, PUBLISH, title="Seen")
    seen = draft_of(section)
    stamp = stamp_of(seen)
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, 1, tzinfo=datetime.UTC), tick=False):
        seen.as_object().save_revision(user=lead, overwrite_revision=seen)
        section.refresh_from_db()
        section.specific.get_latest_revision_as_object().save_revision(user=lead)

    response = confirm(client, section, revision=stamp)

    assert response.status_code == 302
    assertContains(client.get("/money/"), "Seen")


def test_a_locked_page_cannot_be_published_here_either(client, lead, section):
    send_page(client, section, PUBLISH, title="Money and jobs")
    admin = make_officer(ADMINISTRATORS)
    Page.objects.filter(pk=section.pk).update(locked=True, locked_by=admin, locked_at=timezone.now())

    assertRedirects(confirm(client, section), f"/cms/pages/{section.pk}/edit/")
    assertNotContains(client.get("/money/"), "Money and jobs")


def test_a_draft_with_an_amount_that_was_deleted_meanwhile_is_not_published(client, lead, section):
    amount = factories.make_fact()
    guide = factories.make_guide(section, title="Allowance")
    text = f'<p>You get <embed embedtype="fact" id="{amount.pk}"/> now.</p>'
    guide.body = [("text", {"text": text})]
    guide.save_revision()
    amount.delete()

    assertContains(client.get(screen(guide), follow=True), "A dated fact in this page was deleted.")
