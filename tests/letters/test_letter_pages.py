"""A letter to copy: filled in, shown, printed and copied without JavaScript, and kept nowhere."""

import io

import pypdf
import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as fuzz_settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.core.lease import holding
from pages.council.model import CouncilSettings
from pages.letters.forms import LONGEST_LINE, LONGEST_TEXT
from pages.letters.model import LetterPage
from pages.paper import turn
from tests import factories
from tests.html import parse
from tests.paper.pdfs import words_on

pytestmark = pytest.mark.django_db

UNPRINTABLE = "\U0001f98a\U0001faab"  # drawn in colours, which paper has no letters for
TYPED = {"my-name": "Samantha Onyx", "since": "May", "helps": "A quiet room.\nA story."}
FUZZ = fuzz_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def letter(section):
    return factories.make_letter(section, title="A letter to the school", slug="letter")


@pytest.fixture
def send(client, letter):
    return lambda **typed: client.post(letter.letter_address, typed)


def named_by_hand(response):
    """What the page of a finished letter says is to be written in by hand."""
    section = parse(response).find(".//section[@aria-labelledby='still-needed']")
    return [] if section is None else [point.text for point in section.iter("li")]


def words_of(pdf):
    return " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_the_page_has_a_form_that_needs_no_cookie_and_no_script(client, letter):
    response = client.get(letter.url)

    form = parse(response).find(f".//form[@action='{letter.letter_address}']")
    assert form.get("method") == "post"
    fields = [field for field in form.iter() if field.tag in {"input", "textarea"}]
    assert [field.get("name") for field in fields] == ["my-name", "since", "helps"]
    assert not [field for field in fields if field.get("required") is not None]
    assert not response.cookies


def test_a_telephone_fills_in_its_owner_and_remembers_nothing_of_the_child(client, letter):
    fields = {field.get("name"): field.get("autocomplete") for field in parse(client.get(letter.url)).iter()}

    assert (fields["my-name"], fields["since"], fields["helps"]) == ("name", "off", "off")


def test_what_was_typed_stands_in_the_letter_that_is_shown(send):
    response = send(**TYPED)

    assertContains(response, "The child lives with me since")
    for words in ("Samantha Onyx", "A quiet room.<br>A story.", "The head teacher, Testham"):
        assertContains(response, words)
    assertNotContains(response, "Write these in by hand")


@time_machine.travel("2026-11-27 12:00")
def test_a_letter_has_its_day_and_an_empty_one_a_line_for_it(send):
    assertContains(send(**TYPED), "27 November 2026")
    assertNotContains(send(), "27 November 2026")


def test_what_is_empty_is_a_line_and_each_is_named_what_the_letter_needs_first(send):
    response = send(since="May")

    assertContains(response, '<span class="letter__label">Your name</span>', html=True)
    assert named_by_hand(response) == ["Your name", "What helps"]


def test_a_letter_that_lacks_only_what_it_works_without_says_which_lines_are_empty(send):
    response = send(**{"my-name": "Ann"})

    assertContains(response, "Some lines are empty")
    assertNotContains(response, "before you send it")
    assert named_by_hand(response) == ["Since when", "What helps"]


def test_an_empty_letter_has_its_date_to_write_in_too(send):
    assert named_by_hand(send()) == ["Date", "Your name", "Since when", "What helps"]


def test_the_letter_can_be_copied_as_text_with_our_words_finished_and_theirs_as_typed(send):
    text = parse(send(**TYPED | {"since": "{area} [helps] <b>"})).find(".//textarea").text

    assert "The head teacher, Testham" in text
    assert "since {area} [helps] <b>." in text


def test_braces_and_marks_of_the_reader_stay_theirs(send):
    response = send(since="{area} <script>")

    assertContains(response, "&#123;area} &lt;script&gt;")
    assertNotContains(response, "<script>.")


def test_the_pdf_has_what_was_typed(send):
    response = send(**TYPED, made_as="pdf")

    assert response["Content-Type"] == "application/pdf"
    assert "Samantha Onyx" in words_of(response.content)
    assert "Testham" in words_of(response.content)


@pytest.mark.parametrize("typed", [{}, TYPED], ids=["empty", "filled"])
def test_the_pdf_is_one_sheet_that_can_be_read_aloud(send, tmp_path, faults_of, typed):
    path = tmp_path / "letter.pdf"
    path.write_bytes(send(**typed, made_as="pdf").content)

    assert len(pypdf.PdfReader(path).pages) == 1
    assert faults_of(path) == []


def test_the_band_of_a_sample_leaves_room_above_the_letter(send, home, tmp_path):
    CouncilSettings.objects.update(demonstration_notice=True)
    path = tmp_path / "letter.pdf"
    path.write_bytes(send(**TYPED, made_as="pdf").content)

    words = words_on(path, 1)
    band = max(bottom for *_sides, bottom, word in words if word in {"SAMPLE:", "examples"})
    assert min(top for _left, top, *_rest in words if top > band) - band > 10


def test_going_back_to_the_form_keeps_what_was_typed(send):
    response = send(**TYPED, made_as="form")

    assertContains(response, 'value="Samantha Onyx"')
    assertContains(response, "A quiet room.")


@pytest.mark.parametrize("way", ["", "pdf", "form", "nonsense"])
def test_nothing_is_kept_no_cookie_is_set_and_nothing_is_logged(send, caplog, way):
    response = send(**TYPED, made_as=way)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "Samantha" not in caplog.text


def test_no_token_is_asked_for(letter):
    assert Client(enforce_csrf_checks=True).post(letter.letter_address, TYPED).status_code == 200


def test_who_only_opens_the_address_comes_to_the_page(client, letter):
    assertRedirects(client.get(letter.letter_address), letter.url)


def test_what_is_too_long_is_said_at_its_blank_and_nothing_is_lost(send):
    response = send(since="x" * (LONGEST_LINE + 1), helps="y" * LONGEST_TEXT)

    assertContains(response, f"“Since when” is too long: {LONGEST_LINE} letters at most.", status_code=422)
    assertContains(response, "y" * LONGEST_TEXT, status_code=422)
    assert "no-store" in response["Cache-Control"]


def test_letters_that_paper_has_not_are_named_at_their_blank(send, caplog):
    response = send(**{"my-name": f"Fox {UNPRINTABLE}", "made_as": "pdf"})

    assert response.status_code == 422
    assert UNPRINTABLE in parse(response).find(".//div[@class='errors']//a[@href='#blank-my-name']").text
    assert UNPRINTABLE not in caplog.text


def test_while_other_paper_is_made_the_letter_stays_on_the_screen(send):
    with holding(turn.PLACES[0]), holding(turn.PLACES[1]):
        response = send(**TYPED, made_as="pdf")

    assert response["Retry-After"] == "5"
    assertContains(response, "Try again in a moment", status_code=503)
    assertContains(response, 'value="Samantha Onyx"', status_code=503)


def test_a_letter_that_readers_cannot_open_is_not_found(client, letter, section):
    letter.unpublish()

    assert client.post(letter.letter_address, TYPED).status_code == 404
    assert client.post(f"/letter/{section.pk}/", TYPED).status_code == 404
    assert client.post("/letter/99999999999999999999999999/", TYPED).status_code == 404


def test_what_is_sent_wrong_is_no_fault_of_ours(client, letter):
    wrong = client.post(letter.letter_address, b"\xff\x00=&&%zz", content_type="application/x-www-form-urlencoded")

    assert wrong.status_code == 200
    assert client.put(letter.letter_address).status_code == 405


@FUZZ
@given(typed=st.fixed_dictionaries({name: st.text(max_size=150) for name in TYPED}))
def test_whatever_is_typed_gets_a_clear_answer(client, letter, typed):
    assert client.post(letter.letter_address, typed).status_code in {200, 422}


@pytest.mark.parametrize("strange", ["\x00", "\x0b\x1f", "\u202e", "\ufffe", "\u200d", "\r\n\t", "שלום", "ਪੰਜਾਬੀ"])
def test_strange_signs_are_printed_or_named_and_never_break_the_paper(send, strange):
    response = send(**{"my-name": f"Ann {strange} Bell", "made_as": "pdf"})

    assert response.status_code in {200, 422}


def test_a_letter_is_found_by_its_search_words(client, section):
    factories.make_letter(section, title="A letter to the school", search_words="template for teacher")

    assertContains(client.get("/search/?q=template for teacher"), "A letter to the school")


def test_a_letter_can_be_put_on_a_list_and_printed_in_a_pack(client, letter):
    code = letter.short_code.code
    response = client.get(f"/my-list/pack.pdf?i={code}")

    assert response.status_code == 200
    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    assert "Dear head teacher" in " ".join(page.extract_text() for page in pages)


def test_an_editor_is_told_of_a_blank_that_is_not_there(letter):
    letter.letter += " [nowhere]"

    with pytest.raises(ValidationError, match="no blank of this name: nowhere"):
        letter.full_clean()


def test_an_editor_is_told_of_a_blank_that_has_no_place(letter):
    letter.letter = letter.letter.replace("[since]", "May")

    with pytest.raises(ValidationError, match="has a place for: since"):
        letter.full_clean()


def test_two_blanks_cannot_have_one_name(letter):
    field = LetterPage._meta.get_field("blanks")
    twice = [*[(block.block_type, block.value) for block in letter.blanks], ("blank", letter.blanks[0].value)]

    with pytest.raises(ValidationError):
        field.stream_block.clean(field.to_python(twice))
