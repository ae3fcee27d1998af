"""Versions of the offer: what publishing means for it, its number and day, and what readers see of it."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import PageLogEntry, Revision

from pages.core.content_version import ContentVersion
from pages.core.law_change import LawChange
from pages.core.offer_version import OfferVersion, VersionChange
from pages.core.open_pages import shown_as_open
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.publishing import versions
from pages.publishing.change_form import ChangeForm
from tests import factories
from tests.cms import make_officer

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z", tick=False)
    return time_machine


@pytest.fixture
def have_your_say(home):
    return factories.make_have_your_say(home)


@pytest.fixture
def report(have_your_say):
    return factories.make_report(have_your_say, title="Asked in autumn")


@pytest.fixture
def guide(section):
    return factories.make_guide(section, title="Beds and basics")


def new_version(page, report, sentence="Beds come within a week."):
    """A draft of the page about which it is decided that it makes a new version."""
    draft = page.get_latest_revision_as_object() if page.latest_revision_id else page
    return decided(draft.save_revision(), report, sentence)


def decided(revision, report, sentence="Beds come within a week."):
    versions.decide(revision, {"kind": "new-version", "what_changed": sentence, "report": report}, None)
    return revision


def filled(day=TODAY, **fields):
    return ChangeForm(fields, day=day)


def test_publishing_a_draft_that_was_decided_about_makes_the_next_version(guide, report):
    new_version(guide, report).publish()

    version = OfferVersion.objects.get()
    assert (version.number, version.day, version.consultation_report) == (2, TODAY, report)
    change = version.changes.get()
    assert (change.page_id, change.title, change.sentence) == (guide.pk, "Beds and basics", "Beds come within a week.")


def test_a_small_correction_makes_none(guide, report):
    revision = guide.save_revision()
    versions.decide(revision, {"kind": "small", "what_changed": "", "report": None}, None)
    revision.publish()

    assert not OfferVersion.objects.exists()


def test_pages_of_one_day_and_one_report_are_one_version(section, guide, report):
    new_version(guide, report).publish()
    new_version(factories.make_guide(section), report, "Ring us on Saturdays.").publish()

    assert [change.sentence for change in OfferVersion.objects.get().changes.all()] == [
        "Beds come within a week.",
        "Ring us on Saturdays.",
    ]


def test_another_day_or_another_report_is_the_next_version(section, guide, report, have_your_say, today):
    new_version(guide, report).publish()
    new_version(guide, factories.make_report(have_your_say)).publish()
    today.move_to("2026-11-23T12:00:00Z", tick=False)
    new_version(factories.make_guide(section), report).publish()

    found = OfferVersion.objects.order_by("number").values_list("number", "day")
    assert list(found) == [(2, TODAY), (3, TODAY), (4, TODAY + datetime.timedelta(days=1))]


def test_a_change_without_a_decision_is_a_small_correction(guide):
    guide.save_revision().publish()

    assert not OfferVersion.objects.exists()


def test_a_decision_is_taken_once(guide, report):
    revision = new_version(guide, report)
    revision.publish()
    guide.refresh_from_db()
    guide.unpublish()
    guide.refresh_from_db()
    guide.get_latest_revision().publish()

    assert VersionChange.objects.count() == 1


def test_a_draft_that_is_decided_about_again_counts_again(guide, report):
    revision = new_version(guide, report)
    revision.publish()
    decided(revision, report, "Beds come within a day.").publish()

    assert [change.sentence for change in VersionChange.objects.all()] == [
        "Beds come within a week.",
        "Beds come within a day.",
    ]


def test_the_next_draft_begins_without_a_decision(guide, report):
    new_version(guide, report).publish()
    guide.refresh_from_db()
    guide.get_latest_revision_as_object().save_revision().publish()

    assert VersionChange.objects.count() == 1


def test_publishing_writes_no_revision_again(guide, report):
    before = guide.save_revision()
    revision = new_version(guide, report)
    contents = {row.pk: row.content for row in Revision.objects.for_instance(guide)}

    revision.publish()

    assert {row.pk: row.content for row in Revision.objects.for_instance(guide)} == contents
    assert before.pk in contents


def test_a_draft_begun_while_another_waits_does_not_bring_its_change_again(guide, report, today):
    revision = new_version(guide, report)
    later = guide.get_latest_revision_as_object()
    later.title = "Beds, basics and more"
    newer = later.save_revision()

    revision.publish()
    newer.refresh_from_db()
    newer.publish()

    assert VersionChange.objects.count() == 1


def test_a_scheduled_draft_comes_into_the_version_of_its_own_day(guide, report, today):
    guide.go_live_at = timezone.now() + datetime.timedelta(days=3)
    new_version(guide, report).publish()
    assert not OfferVersion.objects.exists()

    today.move_to("2026-11-25T13:00:00Z", tick=False)
    call_command("publish_scheduled")

    assert OfferVersion.objects.get().day == datetime.date(2026, 11, 25)


def test_an_approval_in_the_workflow_records_it_too(guide, report):
    lead = get_user_model().objects.create_user("lead", is_superuser=True)
    revision = new_version(guide, report)
    workflow_state = guide.get_workflow().start(guide, lead)
    assert workflow_state.current_task_state.revision == revision
    workflow_state.current_task_state.approve(user=lead)

    assert OfferVersion.objects.get().changes.get().page_id == guide.pk


def test_recording_stands_in_the_history_of_the_page(guide, report, client):
    user = get_user_model().objects.create_user("lead", is_superuser=True)
    revision = new_version(guide, report)
    revision.user = user
    revision.save()
    revision.publish(user=user)

    entry = PageLogEntry.objects.get(action=versions.RECORDED)
    assert (entry.page_id, entry.user, entry.data["number"]) == (guide.pk, user, 2)
    client.force_login(user)
    assertContains(client.get(f"/cms/pages/{guide.pk}/history/"), "Part of version 2 of the offer")


def test_without_its_published_report_no_version_is_made_and_the_history_says_so(guide, report):
    revision = new_version(guide, report)
    report.unpublish()
    revision.publish()

    assert not OfferVersion.objects.exists()
    assert PageLogEntry.objects.filter(action=versions.NOT_RECORDED, page_id=guide.pk).exists()
    report.save_revision().publish()
    revision.publish()
    assert not OfferVersion.objects.exists()


def test_a_change_of_the_law_is_listed_and_makes_no_version(client, guide, have_your_say):
    revision = guide.save_revision()
    versions.decide(revision, {"kind": "law", "what_changed": "The age went up.", "report": None}, None)
    revision.publish()
    revision.publish()

    assert not OfferVersion.objects.exists()
    change = LawChange.objects.get()
    assert (change.page_id, change.title, change.sentence, change.day) == (
        guide.pk,
        "Beds and basics",
        "The age went up.",
        TODAY,
    )
    say = client.get(have_your_say.url)
    assertContains(say, "What the law changed")
    assertContains(say, f'<a href="{guide.url}">Beds and basics</a>: The age went up.')
    assert PageLogEntry.objects.filter(action=versions.LAW_CHANGED, page_id=guide.pk).count() == 1


def test_a_change_of_the_law_stays_listed_when_its_page_goes(client, guide, have_your_say):
    revision = guide.save_revision()
    versions.decide(revision, {"kind": "law", "what_changed": "The age went up.", "report": None}, None)
    revision.publish()
    guide.unpublish()

    assertContains(client.get(have_your_say.url), "Beds and basics: The age went up.")


def test_a_change_of_the_law_needs_a_sentence_and_no_report(report):
    assert filled(kind="law", what_changed=" ").errors == {
        "what_changed": ["Say in one sentence what changed for families."]
    }
    for typed in ({}, {"report": "999"}, {"version": "todays"}):
        form = filled(kind="law", what_changed="The age went up.", **typed)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["report"] is None


def test_a_new_version_needs_a_sentence_and_a_published_report(report, have_your_say):
    draft = factories.make_report(have_your_say, live=False)

    form = filled(kind="new-version", what_changed=" ", report=draft.pk)

    assert form.errors == {
        "what_changed": ["Say in one sentence what changed for families."],
        "report": ["Choose a report that is published."],
    }


def test_without_any_report_the_form_says_how_to_come_by_one(have_your_say):
    form = filled(kind="new-version", what_changed="Beds come sooner.")

    assert "publish the report, under “Have your say”, first" in str(form.errors["report"])


def test_a_small_correction_needs_neither_and_keeps_none(report):
    form = filled(kind="small", what_changed="Beds.", report=report.pk)

    assert form.is_valid()
    assert (form.cleaned_data["what_changed"], form.cleaned_data["report"]) == ("", None)


def test_a_change_can_be_added_to_the_version_of_today_without_choosing_its_report(guide, report):
    new_version(guide, report).publish()

    form = filled(kind="new-version", what_changed="Ring us on Saturdays.", version="todays")

    assert form.is_valid()
    assert form.cleaned_data["report"] == report
    words = form.fields["version"].choices[0][1]
    assert str(words) == "Add it to version 2, of today"


def test_the_next_version_of_a_day_needs_another_report(guide, report, have_your_say):
    new_version(guide, report).publish()
    other = factories.make_report(have_your_say)
    fields = {"kind": "new-version", "what_changed": "Ring us on Saturdays.", "version": "next"}

    assert "belongs to version 2" in str(filled(**fields, report=report.pk).errors["report"])
    assert filled(**fields, report=other.pk).is_valid()


def test_the_version_of_yesterday_is_not_offered(guide, report):
    new_version(guide, report).publish()

    assert "version" not in filled(day=TODAY + datetime.timedelta(days=1), kind="small").fields


def test_readers_see_each_version_with_its_day_report_and_pages(client, guide, report, have_your_say):
    new_version(guide, report).publish()
    OfferVersion.objects.get().save()

    response = client.get(have_your_say.url)

    for words in ('id="version-2"', "Version 2, 22 November 2026", "Beds come within a week.", f'href="{guide.url}"'):
        assertContains(response, words)
    assertContains(response, f'href="{report.url}"')


def test_every_page_leads_to_the_newest_version(client, guide, report):
    assertNotContains(client.get(guide.url), "#version-")
    new_version(guide, report).publish()

    footer = client.get(guide.url)

    assertContains(footer, '<a href="/have-your-say/#version-2">Version 2, 22 November 2026</a>')


def test_the_report_says_in_which_version_a_page_changed(client, guide, report):
    from pages.heard.consultation_report import ReportAnswer

    ReportAnswer.objects.create(page=report, asked_for="Beds.", answer="They come sooner.", about=guide)
    new_version(guide, report).publish()

    assertContains(client.get(report.url), '<a href="/have-your-say/#version-2">In version 2 of the offer</a>')


def test_a_change_outlives_its_page(client, guide, report, have_your_say):
    new_version(guide, report).publish()
    guide.delete()

    response = client.get(have_your_say.url)
    assertContains(response, "Beds and basics: Beds come within a week.")


def test_a_copy_of_a_page_does_not_bring_its_change(guide, report):
    new_version(guide, report)
    copy = guide.copy(update_attrs={"slug": "copy"}, copy_revisions=True)

    copy.get_latest_revision().publish()

    assert not OfferVersion.objects.exists()


def test_who_decided_stands_in_the_history_not_who_wrote(guide, report):
    writer, lead = (get_user_model().objects.create_user(name) for name in ("writer", "lead"))
    revision = guide.save_revision(user=writer)
    versions.decide(revision, {"kind": "new-version", "what_changed": "Beds.", "report": report}, lead)

    revision.publish()

    assert PageLogEntry.objects.get(action=versions.RECORDED).user == lead


@pytest.fixture
def sign_in(client, guide, report):
    new_version(guide, report).publish()

    def as_role(role):
        user = get_user_model().objects.create_user("officer")
        user.groups.set([Group.objects.get(name=role)])
        client.force_login(user)

    return as_role


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_the_lead_writes_the_words_above_a_version_and_nothing_else(client, sign_in, role, have_your_say):
    sign_in(role)
    version = OfferVersion.objects.get()

    assertContains(client.get("/cms/offerversion/"), "Version 2, 22 November 2026")
    client.post(
        f"/cms/offerversion/edit/{version.pk}/", {"note": "You asked for beds.", "number": 9, "day": "2020-01-01"}
    )

    version.refresh_from_db()
    assert (version.note, version.number, version.day) == ("You asked for beds.", 2, TODAY)
    assertContains(client.get(have_your_say.url), "You asked for beds.")


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_others_do_not(client, sign_in, role):
    sign_in(role)
    version = OfferVersion.objects.get()

    client.post(f"/cms/offerversion/edit/{version.pk}/", {"note": "Mine."})

    version.refresh_from_db()
    assert version.note == ""


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_nobody_makes_or_deletes_a_version(client, sign_in, role):
    sign_in(role)
    version = OfferVersion.objects.get()

    client.post("/cms/offerversion/new/", {"note": "Made up."})
    client.post(f"/cms/offerversion/delete/{version.pk}/")

    assert list(OfferVersion.objects.all()) == [version]


@pytest.mark.parametrize("what", ["report", "have_your_say"])
def test_a_report_that_a_version_rests_on_cannot_be_deleted(client, sign_in, report, have_your_say, what):
    sign_in(ADMINISTRATORS)
    page = {"report": report, "have_your_say": have_your_say}[what]

    client.post(f"/cms/pages/{page.pk}/delete/", {"confirm": "yes"})
    client.post(f"/cms/bulk/wagtailcore/page/delete/?id={page.pk}", {"confirm": "yes"})

    report.refresh_from_db()
    assert report.versions.exists()
    assert ContentVersion.current()


def a_version_of(report, page):
    version = OfferVersion.objects.create(number=2, day=datetime.date(2026, 11, 22), consultation_report=report)
    VersionChange.objects.create(version=version, page=page, title="Old title", sentence="More help.", sort_order=1)


def test_what_a_signer_sees_is_not_remembered_for_readers(home):
    report = factories.make_report(factories.make_have_your_say(home))
    draft = factories.make_section(home, title="Secret title", live=False)
    a_version_of(report, draft)
    ContentVersion.bump()

    with shown_as_open([draft]):
        assert versions.published()[0].changes[0].page == draft

    assert versions.published()[0].changes[0].page is None


def test_the_interface_for_programs_keeps_a_report_that_a_version_rests_on(client, home):
    report = factories.make_report(factories.make_have_your_say(home))
    a_version_of(report, home)
    client.force_login(make_officer(ADMINISTRATORS))

    assert client.post(f"/cms/api/main/pages/{report.pk}/action/delete/").status_code == 400
    assert OfferVersion.objects.filter(consultation_report=report).exists()
