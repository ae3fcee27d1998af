"""Officers read, take out, group and report; each role may do what it may, and nothing that was taken out is kept."""

import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.test.utils.form_data import querydict_from_html

from pages.consultation import moderation, report, tally
from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.forget import forget_answers
from pages.consultation.model import AnswerGroup, Consultation
from pages.core.inline import finished
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from tests import cms
from tests.consultation.making import group, make_answer, make_consultation

pytestmark = pytest.mark.usefixtures("after_it_closed")


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
