"""Officers read, take out, group and report; each role may do what it may, and nothing that was taken out is kept."""

import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from pages.consultation import moderation, report, tally
from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.forget import forget_answers
from pages.consultation.model import AnswerGroup, Consultation
from pages.core.inline import finished
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.heard.have_your_say import HaveYourSayPage
from tests import cms, factories
from tests.consultation.making import make_answer, make_consultation

NOW = datetime.datetime(2026, 12, 5, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def after_it_closed(time_machine):
    time_machine.move_to(NOW)


@pytest.fixture
def consultation(home):
    factories.make_have_your_say(home)
    return make_consultation()


@pytest.fixture
def lead(client, home):
    user = cms.make_officer(KINSHIP_LEAD)
    client.force_login(user)
    return user


def group(consultation, **fields):
    values = {"title": "Longer hours", "you_said": "Open in the evening.", "we_did": "We open until 7 pm."}
    return AnswerGroup.objects.create(consultation=consultation, **values | fields)


def test_a_new_consultation_begins_with_questions(client, lead):
    assertContains(client.get("/cms/consultation/new/"), "What helps you most?")


@pytest.mark.parametrize("change", [{"words": "What else?"}, {"DELETE": "on"}, {"asks": "children"}])
def test_a_question_that_people_have_answered_stays_as_it_was_asked(client, lead, consultation, change):
    make_answer(consultation)
    url = f"/cms/consultation/edit/{consultation.pk}/"
    data = querydict_from_html(client.get(url).text, form_id="w-editor-form")
    answered = next(name for name, value in data.items() if value == "What helps you most?").removesuffix("words")
    data.update({answered + name: value for name, value in change.items()})

    assertContains(client.post(url, data), "People have answered “What helps you most?”.")
    assert consultation.questions.filter(words="What helps you most?", asks="carers").exists()
    assert AnswerPart.objects.get().question.words == "What helps you most?"


def test_a_question_that_nobody_answered_can_be_changed(client, lead, consultation):
    make_answer(consultation)
    url = f"/cms/consultation/edit/{consultation.pk}/"
    data = querydict_from_html(client.get(url).text, form_id="w-editor-form")
    other = next(name for name, value in data.items() if value == "Did you find help?")
    data.update({other: "Did you find any help?"})

    assert client.post(url, data).status_code == 302
    assert consultation.questions.filter(words="Did you find any help?").exists()


@pytest.mark.parametrize(
    ("role", "opens", "sees", "moderates", "types"),
    [
        (KINSHIP_LEAD, 200, True, True, True),
        (ADMINISTRATORS, 200, True, True, True),
        (SECTION_EDITORS, 302, True, False, False),
        (NAVIGATORS, 302, False, False, True),
    ],
)
def test_each_role_may_do_what_it_may(client, consultation, role, opens, sees, moderates, types):
    answer = make_answer(consultation)
    client.force_login(cms.make_officer(role))

    assert client.get("/cms/consultation/new/").status_code == opens
    page = client.get(f"/cms/consultation/answers/{consultation.pk}/")
    assert page.status_code == 200
    assert ("Longer hours, please." in page.content.decode()) is sees
    refused = {True: 200, False: 302}
    assert client.get(f"/cms/consultation/answers/one/{answer.pk}/").status_code == refused[moderates]
    assert client.get(f"/cms/consultation/answers/{consultation.pk}/paper/carers/").status_code == refused[types]
    assert client.get(f"/cms/consultation/answers/{consultation.pk}/answers.xlsx").status_code == refused[sees]


def test_words_are_taken_out_and_an_answer_goes_into_groups(client, lead, consultation):
    answer, hours = make_answer(consultation, "Bluebell Cottage is cold; BLUEBELL cottage."), group(consultation)
    part = answer.parts.get()

    data = {f"part-{part.pk}-take_out": "bluebell cottage", f"part-{part.pk}-groups": [hours.pk]}
    cms.decide(client, f"/cms/consultation/answers/one/{answer.pk}/", data)

    part.refresh_from_db()
    answer.refresh_from_db()
    assert (part.words, answer.state) == ("[…] is cold; […].", "read")
    assert list(part.groups.all()) == [hours]


@pytest.mark.parametrize(
    ("words", "gone", "left"),
    [
        ("Jo enjoys her job.", "jo", "[…] enjoys her job."),
        ("Die große Straße, Poppy too", "poppy", "Die große Straße, […] too"),
        ("We live in Bank\nTop.", "bank top", "We live in […]."),
        ("Jaydens mum", "jayden", "[…]s mum"),
        ("a.b and axb", "a.b", "[…] and axb"),
    ],
)
def test_whole_words_are_taken_out(words, gone, left):
    assert moderation.without(words, [gone]) == left


def test_what_is_not_in_the_answer_is_asked_again(client, lead, consultation):
    answer = make_answer(consultation)
    data = {f"part-{answer.parts.get().pk}-take_out": "nothing of it"}

    assertContains(cms.decide(client, f"/cms/consultation/answers/one/{answer.pk}/", data), "is not in the answer")
    assert ConsultationAnswer.objects.get().state == "new"


def test_what_is_set_aside_is_deleted_with_a_reason(client, lead, consultation):
    answer = make_answer(consultation)
    screen = cms.decide(client, f"/cms/consultation/answers/one/{answer.pk}/", {"aside": "1"})
    assertContains(screen, "Say why.")
    assertContains(screen, "<title>Error:")
    assertContains(screen, 'aria-describedby="id_why_error"')
    assertContains(screen, 'id="id_why_error"')

    cms.decide(client, f"/cms/consultation/answers/one/{answer.pk}/", {"aside": "1", "why": "abuse"})

    answer.refresh_from_db()
    assert (answer.state, answer.why_aside) == ("aside", "abuse")
    assert not AnswerPart.objects.exists()
    assert tally.answered(consultation) == {}


def test_an_officer_types_in_an_answer_on_paper_without_names(client, lead, consultation):
    name = f"question-{consultation.questions.get(words='What helps you most?').pk}"
    url = f"/cms/consultation/answers/{consultation.pk}/paper/carers/"

    assertContains(client.post(url, {name: "  "}), "Answer one question at least")
    client.post(url, {name: "Mrs Okafor helps me.", "role": "kinship-carers"})

    answer = ConsultationAnswer.objects.get()
    assert (answer.on_paper, answer.role, answer.parts.get().words) == (True, "kinship-carers", "[…] helps me.")


def test_two_sheets_typed_into_the_same_form_are_two_answers(client, lead, consultation):
    name = f"question-{consultation.questions.get(words='What helps you most?').pk}"
    url = f"/cms/consultation/answers/{consultation.pk}/paper/carers/"
    data = querydict_from_html(client.get(url).text).dict()

    for words in ("Longer hours.", "Shorter forms.", "Shorter forms."):
        client.post(url, data | {name: words})
    client.post(url, data | {name: "A bus.", "stamp": "\0"})

    assert [part.words for part in AnswerPart.objects.all()] == ["Longer hours.", "Shorter forms.", "A bus."]


def test_our_words_in_a_choice_are_finished_and_a_reader_s_own_stay(client, lead, home):
    asked = [("carers", "choices", "Who helps, {council}?", "Ask {council}\nNobody"), ("carers", "open", "More?", "")]
    consultation = make_consultation(asked)
    answer = make_answer(consultation, "{council} did.", state="read")
    AnswerPart.objects.create(answer=answer, question=consultation.questions.first(), words="Ask {council}")

    for url in (f"{consultation.pk}/", f"one/{answer.pk}/"):
        page = client.get(f"/cms/consultation/answers/{url}")
        assertContains(page, finished("Ask {council}"))
        assertContains(page, "&#123;council} did.")
    response = client.get(f"/cms/consultation/answers/{consultation.pk}/answers.xlsx")
    rows = list(load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))
    assert [row[4:6] for row in rows[1:]] == [
        ("More?", "{council} did."),
        (finished("Who helps, {council}?"), finished("Ask {council}")),
    ]


@pytest.mark.parametrize(("elsewhere", "status"), [("", 200), ("on", 302)])
def test_nobody_is_asked_nothing(client, lead, consultation, elsewhere, status):
    url = f"/cms/consultation/edit/{consultation.pk}/"
    data = querydict_from_html(client.get(url).text, form_id="w-editor-form")
    gone = {name: "on" for name in data if name.startswith("questions-") and name.endswith("-DELETE")}
    gone |= {f"questions-{number}-DELETE": "on" for number in range(4)}
    data.update(gone | ({"only_elsewhere": elsewhere, "elsewhere": "At three meetings."} if elsewhere else {}))

    response = client.post(url, data)

    assert response.status_code == status
    assert ("Ask one question at least" in response.text) is (status == 200)


@pytest.mark.parametrize("late", [{"aside": "1", "why": "abuse"}, {}])
@pytest.mark.parametrize("first", [{"aside": "1", "why": "abuse"}, {"groups": True}])
def test_what_a_second_officer_has_done_meanwhile_is_not_undone_unseen(client, lead, consultation, first, late):
    hours, answer = group(consultation), make_answer(consultation)
    url, part = f"/cms/consultation/answers/one/{answer.pk}/", answer.parts.get()
    seen = answer.mark
    cms.decide(client, url, {f"part-{part.pk}-groups": hours.pk} if "groups" in first else first)
    before = ConsultationAnswer.objects.get().mark

    response = client.post(url, {"seen": seen} | late)

    assertContains(response, "Somebody has read or changed this meanwhile")
    assert ConsultationAnswer.objects.get().mark == before
    if "groups" in first:
        assertContains(response, "In these groups now:")


def test_a_group_stays_while_answers_are_in_it(client, lead, consultation):
    hours = group(consultation)
    make_answer(consultation).parts.get().groups.add(hours)
    url = f"/cms/consultation/edit/{consultation.pk}/"
    data = querydict_from_html(client.get(url).text, form_id="w-editor-form")
    data["groups-0-DELETE"] = "on"

    assertContains(client.post(url, data), "1 answer is in the group “Longer hours”, so it stays.")

    AnswerPart.objects.get().groups.clear()
    assert client.post(url, data).status_code == 302
    assert not AnswerGroup.objects.exists()


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


def test_no_answer_on_paper_is_typed_for_what_is_held_elsewhere(client, lead, consultation):
    Consultation.objects.update(only_elsewhere=True)

    assert client.get(f"/cms/consultation/answers/{consultation.pk}/paper/carers/").status_code == 302


def test_what_is_set_aside_stays_aside(client, lead, consultation):
    answer = make_answer(consultation)
    moderation.set_aside(answer, "abuse")

    cms.decide(client, f"/cms/consultation/answers/one/{answer.pk}/", {"aside": ""})
    client.post(f"/cms/consultation/answers/one/{answer.pk}/", {"seen": ConsultationAnswer.objects.get().mark})

    assert ConsultationAnswer.objects.get().state == "aside"


def test_the_list_is_narrowed_by_state(client, lead, consultation):
    read = make_answer(consultation, "An old one.", state="read")
    make_answer(consultation, "A new one.")
    page = client.get(f"/cms/consultation/answers/{consultation.pk}/?state=new")

    assertContains(page, "A new one.")
    assertNotContains(page, "An old one.")
    assert read.state == "read"


def test_the_spreadsheet_holds_only_what_was_read(client, lead, consultation):
    make_answer(consultation, "=An old one.", state="read")
    make_answer(consultation, "A new one.")
    response = client.get(f"/cms/consultation/answers/{consultation.pk}/answers.xlsx")
    rows = list(load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))

    assert [row[5] for row in rows[1:]] == ["'=An old one."]


def test_a_character_that_no_spreadsheet_holds_is_left_out_of_it(client, lead, consultation):
    make_answer(consultation, "Longer\x08 hours\x1f.", state="read")
    response = client.get(f"/cms/consultation/answers/{consultation.pk}/answers.xlsx")
    rows = list(load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))

    assert rows[1][5] == "Longer hours."


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


def test_answers_go_a_year_after_the_report_and_their_counts_stay(consultation):
    make_answer(consultation, state="read")
    page = report.draft(consultation, None)
    page.get_latest_revision().publish()

    assert forget_answers(timezone.now() + datetime.timedelta(days=364)) == 0
    assert forget_answers(timezone.now() + datetime.timedelta(days=366)) == 1
    assert not AnswerPart.objects.exists()
    assert tally.answered(Consultation.objects.get()) == {"kinship-carers": 1}


def test_an_officer_opens_a_consultation_with_the_questions_it_begins_with(client, lead):
    url = "/cms/consultation/new/"
    html = client.get(url).content.decode()
    forms = (querydict_from_html(html, form_index=index) for index in range(html.count("<form")))
    data = next(form for form in forms if "title" in form).dict()
    for number in range(int(data["questions-TOTAL_FORMS"])):
        data |= {f"questions-{number}-asks": "carers", f"questions-{number}-kind": "open"}
    data |= {"title": "Groups", "slug": "groups", "opens": "2027-01-04", "closes": "2027-01-31", "about": "Groups."}
    data |= {"about_for_children": "Groups.", "post_to": "Kinship team", "asked-TOTAL_FORMS": "1"}
    data |= {"asked-0-role": "kinship-carers", "asked-0-elsewhere": "0", "asked-0-ORDER": "1", "asked-0-id": ""}

    response = client.post(url, data)

    assert response.status_code == 302, response.context["form"].errors
    assert Consultation.objects.get().questions.count() == 7
