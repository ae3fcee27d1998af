"""Consultations as files: loaded, written again just the same, and refused with their place. Nobody's words are in them."""

# ruff: noqa: E501 (a table of mistakes reads best with one on each line)

import shutil

import pytest
from django.core.management import CommandError, call_command

from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.model import Consultation
from tests.consultation.making import make_answer
from tests.offer_files.test_pack import edit, files, load
from tests.states import TOYLAND, TOYTON

pytestmark = pytest.mark.django_db

CONSULTATIONS = """- title: Help in the first weeks
  slug: first-weeks
  opens: 2026-09-07
  closes: 2026-10-02
  about: We want to change the first weeks.
  about_for_children: What helps you?
  post_to: |-
    Kinship team
    1 Test Street
  example: true
  asked:
  - role: kinship-carers
    elsewhere: 6
  groups:
  - title: Beds
    you_said: A bed on the first night.
    we_did: We say where to get one.
    about: /money/allowances/
    day: 2026-10-19
  questions:
  - asks: carers
    words: Did you find help?
    kind: yes-no
  - asks: carers
    words: When should we open?
    kind: choices
    choices: |-
      Mornings
      Evenings
  - asks: children
    words: What would help?
    kind: open
  answers:
  - asks: carers
    role: kinship-carers
    on_paper: true
    day: 2026-09-08
    said:
    - question: Did you find help?
      words: No
  - asks: children
    role: children
    day: 2026-09-09
    said:
    - question: What would help?
      words: A bed.
      groups: [Beds]
"""


@pytest.fixture
def town(tmp_path):
    folder = shutil.copytree(TOYTON, tmp_path / "town")
    (folder / "consultations.yaml").write_text(CONSULTATIONS, encoding="utf-8")
    return folder


def export(folder):
    call_command("export_offer", folder, verbosity=0)
    return files(folder)


def test_an_example_comes_back_with_its_made_up_answers(toyton_loaded, town, tmp_path):
    load(town)

    assert ConsultationAnswer.objects.filter(state="read").count() == 2
    assert export(tmp_path / "out") == files(town)


def test_loading_again_changes_nothing(toyton_loaded, town):
    load(town)
    before = list(AnswerPart.objects.values())

    load(town)

    assert list(AnswerPart.objects.values()) == before


def test_what_people_answered_is_never_in_a_file(toyton_loaded, town, tmp_path):
    load(town)
    Consultation.objects.update(example=False)

    assert b"answers" not in export(tmp_path / "out")["consultations.yaml"]


def test_a_real_answer_to_an_example_is_in_no_file_and_outlives_a_load(toyton_loaded, town, tmp_path):
    load(town)
    make_answer(Consultation.objects.get(), "A real one.", asks="children", state="read")

    assert export(tmp_path / "out") == files(town)
    load(town, overwrite=True)
    assert AnswerPart.objects.filter(words="A real one.").exists()


def test_answers_that_an_officer_changed_are_left_alone(toyton_loaded, town):
    load(town)
    AnswerPart.objects.filter(words="A bed.").update(words="[…]")
    edit(town / "consultations.yaml", "words: A bed.", "words: A lamp.")

    load(town)
    assert AnswerPart.objects.filter(words="[…]").exists()

    load(town, overwrite=True)
    assert AnswerPart.objects.filter(words="A lamp.").exists()


# what stands there, what stands there instead, and what is said
MISTAKES = {
    "no name": ("  slug: first-weeks\n", "", "line 1, slug: is missing"),
    "an unknown name": ("closes:", "close:", "line 4, close: is not known here: do you mean closes?"),
    "the last day first": ("2026-10-02", "2026-09-01", "line 4, closes: The last day must not be before the first."),
    "an unknown role": ("- role: kinship-carers\n    elsewhere", "- role: strangers\n    elsewhere", "line 12, asked.role: “strangers” is not one of"),
    "one choice": ("      Evenings\n", "", "questions.choices: Give two to eight choices"),
    "an unknown page": ("/money/allowances/", "/money/allowance/", "line 18, groups.about: there is no page /money/allowance/"),
    "people’s own answers": ("  example: true\n", "", "answers: are people’s own: only an example has them in a file"),
    "answers that are no list": ("  answers:\n  - asks: carers\n    role: kinship-carers\n    on_paper: true\n    day: 2026-09-08\n    said:\n    - question: Did you find help?\n      words: No\n", "  answers: None\n  other:\n", "other: is not known here"),
    "an answer without its day": ("    day: 2026-09-09\n", "", "answers.day: is missing"),
    "an answer to nothing": ("question: What would help?", "question: What else?", "answers.said.question: “What else?” is not in this consultation"),
    "an answer to the others’ question": ("question: What would help?", "question: Did you find help?", "“Did you find help?” is not in this consultation"),
    "an unknown group": ("groups: [Beds]", "groups: [Bread]", "answers.said.groups: “Bread” is not in this consultation"),
    "an answer of nothing": ("      words: A bed.\n", "", "answers.said.words: is missing"),
    "an answer that says nothing": ("    said:\n    - question: What would help?\n      words: A bed.\n      groups: [Beds]\n", "", "answers.said: is missing"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_place(toyton_loaded, town, mistake):
    old, new, said = MISTAKES[mistake]
    edit(town / "consultations.yaml", old, new)

    with pytest.raises(CommandError) as caught:
        load(town)

    assert "consultations.yaml" in str(caught.value)
    assert said in str(caught.value)
    assert not Consultation.objects.exists()


def test_a_layer_has_no_consultations(toyton_loaded, tmp_path):
    land = shutil.copytree(TOYLAND, tmp_path / "land")
    (land / "consultations.yaml").write_text(CONSULTATIONS, encoding="utf-8")

    with pytest.raises(CommandError, match=r"consultations.yaml: is a council’s: a national layer has none"):
        load(land)
