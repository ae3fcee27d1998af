"""The report drafts itself, holds what its answers and groups say, and is published when nothing is left to be read."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from pages.consultation import moderation, report
from pages.consultation.model import AnswerGroup, Consultation
from pages.heard.have_your_say import HaveYourSayPage
from tests import cms, factories
from tests.consultation.making import group, make_answer

pytestmark = pytest.mark.usefixtures("after_it_closed")


def test_everybody_who_took_part_is_counted_also_who_did_not_say(client, lead, consultation):
    for role in ("kinship-carers", "", ""):
        moderation.read(make_answer(consultation, role=role), {}, {})

    page = report.draft(consultation, lead).get_latest_revision_as_object()

    assert [(row.get_role_display(), row.number) for row in page.asked.all()] == [
        ("Kinship carers", 1),
        ("People who did not say who they are", 2),
    ]
    assert page.how_many() == 3


@pytest.mark.parametrize("change", [{"we_did": "We open until 8 pm."}, {"title": "Hours"}])
def test_a_report_that_is_older_than_the_groups_is_not_published(client, lead, consultation, change):
    hours = group(consultation)
    page = report.draft(consultation, lead)
    assert report.why_not_publish(page) == ""

    AnswerGroup.objects.filter(pk=hours.pk).update(**change)
    assert "have changed since this report was drafted" in report.why_not_publish(page)
    report.draft(Consultation.objects.get(), lead)
    assert report.why_not_publish(page) == ""

    moderation.read(make_answer(consultation), {}, {})
    assert "have changed since this report was drafted" in report.why_not_publish(page)


def test_the_numbers_are_made_again_and_own_words_stay(client, lead, consultation):
    group(consultation)
    saved = report.draft(consultation, lead).get_latest_revision_as_object()
    saved.how = "We also asked at the school gate."
    saved.save_revision()
    moderation.read(make_answer(consultation), {}, {})
    AnswerGroup.objects.update(we_did="We open until 8 pm.")
    url = f"/cms/consultation/answers/{consultation.pk}/report/"

    assertContains(client.post(url), "Keep their words, bring the rest up to date")
    client.post(url, {"keep_words": "1"})

    page = Consultation.objects.get().report.get_latest_revision_as_object()
    assert (page.how, page.how_many()) == ("We also asked at the school gate.", 1)
    assert [row.answer for row in page.answers.all()] == ["We open until 8 pm."]
    assert report.why_not_publish(page) == ""
    assertContains(client.post(url), "Keep their words, bring the rest up to date")


def test_a_report_gets_a_free_address_and_its_draft_goes_with_the_consultation(client, lead, consultation):
    factories.make_support(HaveYourSayPage.objects.get(), slug="report-first-weeks")
    page = report.draft(consultation, lead)
    assert page.slug == "report-first-weeks-2"

    url = f"/cms/consultation/delete/{consultation.pk}/"
    assertContains(client.get(url), "with the draft of its report?")
    client.post(url)

    assert not Page.objects.filter(pk=page.pk).exists()


def test_nobody_is_asked_again_once_the_report_is_published(client, lead, consultation):
    report.draft(consultation, lead).get_latest_revision().publish()
    url = f"/cms/consultation/edit/{consultation.pk}/"
    data = querydict_from_html(client.get(url).text, form_id="w-editor-form")
    data["closes"] = "20/12/2026"

    assertContains(client.post(url, data), "no new answer would be in it")
    assert not Consultation.objects.get().is_open(timezone.localdate())


def test_the_report_drafts_itself_with_counts_and_what_was_done(client, lead, consultation):
    hours = group(consultation)
    for answer in (make_answer(consultation, on_paper=True), make_answer(consultation)):
        moderation.read(answer, {}, {})
        answer.parts.get().groups.add(hours)
    consultation.asked.filter(role="kinship-carers").update(elsewhere=5)

    response = client.post(f"/cms/consultation/answers/{consultation.pk}/report/")

    consultation.refresh_from_db()
    page = consultation.report.get_latest_revision_as_object()
    assert response["Location"].endswith(f"/pages/{page.pk}/edit/")
    assert not consultation.report.live
    assert [(row.role, row.number) for row in page.asked.all()] == [("kinship-carers", 7)]
    assert [(row.asked_for, row.answer) for row in page.answers.all()] == [
        ("Open in the evening.", "We open until 7 pm.")
    ]
    assert "Longer hours</b> (2 people)" in str(page.body)


def test_an_officers_own_words_are_not_overwritten_without_asking(client, lead, consultation):
    page = report.draft(consultation, lead)
    report.draft(consultation, lead)  # nobody wrote into it: it is made again
    own = page.get_latest_revision_as_object()
    own.how = "In my own words."
    own.save_revision()

    url = f"/cms/consultation/answers/{consultation.pk}/report/"
    assertContains(client.post(url), "Somebody has changed the draft")
    consultation.refresh_from_db()
    assert consultation.report.get_latest_revision_as_object().how == "In my own words."

    client.post(url, {"overwrite": "1"})
    consultation.refresh_from_db()
    assert consultation.report.get_latest_revision_as_object().how != "In my own words."


def test_a_draft_that_was_only_saved_is_nobodys_own_words(client, lead, consultation):
    group(consultation)
    page = report.draft(consultation, lead)
    saved = page.get_latest_revision_as_object()
    saved.body = [
        ("text", {"text": '<p data-block-key="x1y2z"><b>Longer hours</b> (0 people). Open in the evening.</p>'})
    ]
    saved.save_revision()

    report.draft(Consultation.objects.get(), lead)


def test_the_report_waits_for_the_last_day(client, lead, consultation, time_machine):
    client.post(f"/cms/consultation/answers/{consultation.pk}/report/")
    consultation.refresh_from_db()

    time_machine.move_to("2026-11-30T22:00:00Z")
    assert "until the end of 30 November 2026" in report.why_not_publish(consultation.report)
    time_machine.move_to("2026-12-01T08:00:00Z")
    assert report.why_not_publish(consultation.report) == ""


def test_it_is_not_published_while_something_is_unread_or_unanswered(client, lead, consultation):
    answer = make_answer(consultation)
    hours = group(consultation, we_did="")
    page = report.draft(consultation, lead)
    screen = cms.screen_before_publishing(page)

    assert "not read yet" in report.why_not_publish(page)
    assert client.get(screen).status_code == 302
    moderation.read(answer, {}, {})
    assert "Longer hours" in report.why_not_publish(page)
    hours.why_not = "There is no money for it."
    hours.save()
    report.draft(Consultation.objects.get(), lead)
    assert report.why_not_publish(page) == ""


def test_the_consultations_page_shows_the_report_once_it_is_published(client, consultation):
    page = report.draft(consultation, None)
    url = "/have-your-say/asked/first-weeks/"
    assertNotContains(client.get(url), page.title)

    page.get_latest_revision().publish()
    assertContains(client.get(url), page.title)
    with pytest.raises(report.CannotDraftError):
        report.draft(Consultation.objects.get(), None)
