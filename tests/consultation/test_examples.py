"""An example of a consultation: marked wherever readers see it, counted nowhere, gone before the offer opens."""

import datetime

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from pages.before_we_open import what_blocks
from pages.before_we_open.loose_ends import current_settings
from pages.consultation import report
from pages.consultation.answer import ConsultationAnswer
from pages.consultation.model import Consultation
from pages.core.vocabulary import ChangeKind
from pages.council.roles import KINSHIP_LEAD, SECTION_EDITORS
from pages.heard.consultation_report import ConsultationReportPage
from pages.publishing.change_form import ChangeForm
from pages.yearly_report import changes
from pages.yearly_report.year import CouncilYear
from tests import cms, factories
from tests.consultation.making import make_answer, make_consultation

NOW = datetime.datetime(2026, 12, 5, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def after_it_closed(time_machine):
    time_machine.move_to(NOW)


@pytest.fixture
def example(home):
    """An example with an answer and its published report."""
    factories.make_have_your_say(home)
    consultation = make_consultation(example=True)
    make_answer(consultation, state="read", key="made-up/first-weeks/0")
    report.draft(consultation, None).get_latest_revision().publish()
    return Consultation.objects.get()


def test_readers_see_the_mark_on_the_page_the_report_and_its_card(client, example):
    page = ConsultationReportPage.objects.get()

    assertContains(client.get(page.url), "Example: made up, answers and all.")
    assertContains(client.get(page.get_parent().url), '<span class="example">Example</span>')
    assertContains(client.get("/have-your-say/asked/first-weeks/"), "Example: made up, answers and all.")


def test_nobody_answers_an_example_online_or_from_paper(client, example, time_machine):
    time_machine.move_to("2026-11-10T12:00:00Z")
    url = "/have-your-say/asked/first-weeks/"

    assertContains(client.get(url), "This is an example. Nobody can answer it.")
    assertNotContains(client.get("/have-your-say/"), "Answer the questions")
    client.post(url, {f"question-{example.questions.get(words='What helps you most?').pk}": "Hours."})
    client.force_login(cms.make_officer(KINSHIP_LEAD))
    paper = f"/cms/consultation/answers/{example.pk}/paper/carers/"
    assert client.get(paper).status_code == 302
    assertNotContains(client.get(f"/cms/consultation/answers/{example.pk}/"), "Type in an answer on paper")
    assert ConsultationAnswer.objects.count() == 1


def test_it_is_no_report_for_a_new_version(example):
    form = ChangeForm(
        {"kind": ChangeKind.NEW_VERSION, "what_changed": "More.", "report": example.report_id}, day=NOW.date()
    )

    assert not form.is_valid()
    assert "report" in form.errors


def test_the_yearly_report_does_not_count_it(example):
    year = CouncilYear.of(NOW.date())

    assert changes.part(year, NOW.date()).nothing


def test_it_keeps_the_offer_from_opening(example):
    ends = what_blocks(current_settings(), NOW)

    assert {"Help in the first weeks", example.report.title} <= {end.entry for end in ends}


def test_whoever_may_deletes_it_with_its_answers_and_its_report(client, example):
    url = f"/cms/consultation/delete/{example.pk}/"
    client.force_login(cms.make_officer(SECTION_EDITORS))
    client.post(url)
    assert Consultation.objects.exists()

    client.force_login(cms.make_officer(KINSHIP_LEAD))
    assertContains(client.get(url), "with its made-up answers and its report")
    client.post(url)

    assert not (Consultation.objects.exists() or ConsultationAnswer.objects.exists())
    assert not ConsultationReportPage.objects.exists()


def test_an_example_that_somebody_really_answered_stays(client, example):
    make_answer(example)
    client.force_login(cms.make_officer(KINSHIP_LEAD))

    response = client.post(f"/cms/consultation/delete/{example.pk}/", follow=True)

    assertContains(response, "People have answered this consultation.")
    assert Consultation.objects.exists()


def test_what_people_answered_cannot_be_deleted(client, example):
    real = make_consultation(slug="real", title="Real")
    make_answer(real)
    client.force_login(cms.make_officer(KINSHIP_LEAD))

    response = client.post(f"/cms/consultation/delete/{real.pk}/", follow=True)

    assertContains(response, "People have answered this consultation.")
    assert Consultation.objects.filter(pk=real.pk).exists()


def test_one_that_nobody_answered_can_be_deleted_and_one_with_a_published_report_not(client, example):
    nobodys = make_consultation(slug="nobodys")
    client.force_login(cms.make_officer(KINSHIP_LEAD))
    report.draft(nobodys, None).get_latest_revision().publish()
    url = f"/cms/consultation/delete/{nobodys.pk}/"

    assertContains(client.post(url, follow=True), "Take that offline first.")
    ConsultationReportPage.objects.get(consultation=nobodys).unpublish()
    client.post(url)

    assert not Consultation.objects.filter(pk=nobodys.pk).exists()


@pytest.mark.parametrize("was", [True, False])
def test_the_mark_stays_as_it_is_once_there_are_answers(home, was):
    consultation = make_consultation(example=was)
    make_answer(consultation)
    consultation.example = not was

    with pytest.raises(Exception, match="made up" if was else "no example"):
        consultation.clean()


def test_a_real_report_has_no_mark(client, home):
    factories.make_have_your_say(home)
    consultation = make_consultation()
    page = report.draft(consultation, None)
    page.get_latest_revision().publish()

    assertNotContains(client.get(page.url), "Example")
