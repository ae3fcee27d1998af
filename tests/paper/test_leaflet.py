import datetime
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from PIL import Image

from pages.council.model import CouncilSettings
from pages.paper import leaflet
from pages.paper.leaflet import check, make, remake
from pages.paper.model import LEAFLETS, Paper, PaperFormat
from pages.paper.tags import house_number, last_word_apart
from tests import factories
from tests.paper.pdfs import (
    STEPS,
    add_entry,
    add_urgent_help,
    make_full_leaflet,
    overfill,
    read_aloud,
    text_of,
    words_on,
)

DAY = datetime.date(2026, 11, 16)
PANELS_FROM_THE_LEFT = {1: (97, 197, 297), 2: (100, 200, 297)}


@pytest.fixture
def council(home):
    council = CouncilSettings.objects.get()
    council.web_address = "testham.gov.uk/kinship"
    council.other_formats = "Do you want this in large print? Ring us."
    council.demonstration_notice = False
    council.save()
    add_urgent_help(council)
    return council


@pytest.fixture
def sheet(home, council):
    return make_full_leaflet(home)


@pytest.fixture
def written(sheet, tmp_path):
    """Writes the leaflet as it is now and says where."""

    def write(paper_format=PaperFormat.FOLDED):
        path = tmp_path / f"{paper_format}.pdf"
        path.write_bytes(make(sheet, paper_format, DAY))
        return path

    return write


@pytest.fixture
def usual(written, once, tmp_path_factory):
    """The leaflet as `sheet` has it, drawn once for all tests that only read it."""

    def path(paper_format=PaperFormat.FOLDED):
        return once(paper_format, lambda: written(paper_format).rename(tmp_path_factory.mktemp("paper") / "paper.pdf"))

    return path


def problem(panel, sheet):
    return next(fit for fit in check(sheet).panels if fit.panel == panel)


def test_the_folded_leaflet_is_two_landscape_pages(usual):
    pages = pypdf.PdfReader(usual()).pages

    assert len(pages) == 2
    assert [[round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] for page in pages] == [[297, 210]] * 2


@pytest.mark.parametrize("side", PANELS_FROM_THE_LEFT)
def test_no_word_crosses_a_fold_or_comes_near_the_edge(side, usual):
    starts = (0, *PANELS_FROM_THE_LEFT[side][:-1])

    for left, top, right, bottom, word in words_on(usual(), side):
        panel = max(at for at, start in enumerate(starts) if start <= left)
        assert left >= starts[panel] + 7, word
        assert right <= PANELS_FROM_THE_LEFT[side][panel] - 7, word
        assert top >= 7, word
        assert bottom <= 210 - 7, word


def test_a_print_shop_gets_the_same_sheet_with_colour_over_the_cut(usual, faults_of):
    path = usual(PaperFormat.PRINT_SHOP)

    for side in pypdf.PdfReader(path).pages:
        trim, bleed, media = (
            [float(edge) * 25.4 / 72 for edge in box] for box in (side.trimbox, side.bleedbox, side.mediabox)
        )
        assert [round(edge) for edge in trim] == [0, 0, 297, 210]
        assert bleed[0] <= -3 and bleed[1] <= -3 and bleed[2] >= 300 and bleed[3] >= 213
        assert media[0] < bleed[0] - 5
    assert read_aloud(path) == read_aloud(usual())
    assert faults_of(path) == []


def test_the_grounds_reach_over_the_cut_and_the_marks_do_not_reach_into_it(usual, tmp_path):
    inside = drawn(usual(PaperFormat.PRINT_SHOP), 2, tmp_path)
    trim_and_margin, brand, paper = 12, (75, 42, 99), (255, 255, 255)

    assert inside(trim_and_margin - 3, trim_and_margin + 10) == brand  # left of the cut, beside the band
    assert inside(trim_and_margin + 50, trim_and_margin - 3) == brand  # above it
    assert inside(trim_and_margin + 250, trim_and_margin + 213) == (253, 238, 203)  # below, under the right panel
    assert inside(trim_and_margin - 5, trim_and_margin + 10) == paper
    for fold in (100, 200):
        column = {inside(trim_and_margin + fold + off, y / 10) for y in range(12, 70) for off in (-0.2, 0, 0.2, 0.4)}
        assert min(sum(colour) for colour in column) < 200, fold


def test_the_strip_has_no_hair_at_a_fold_or_a_cut(usual, tmp_path):
    trim, brand = 12, (75, 42, 99)
    inside = drawn(usual(PaperFormat.PRINT_SHOP), 2, tmp_path)

    for edge in (0, 100, 200, 297):
        assert {inside(trim + edge + off / 10, trim + 3) for off in range(-5, 6)} == {brand}, edge


def test_the_sample_band_leaves_room_above_the_words(council, written):
    council.demonstration_notice = True
    council.save()
    tops = [top for _left, top, *_sides, word in words_on(written(), 1) if word in {"Bringing", "Talk", "The"}]

    assert min(tops) >= 14


def test_a_house_number_and_a_number_to_ring_stay_with_their_names():
    assert (
        house_number("Kinship team, 1 Test Street, S60 1AE") == "Kinship team, 1\N{NO-BREAK SPACE}Test Street, S60 1AE"
    )
    assert last_word_apart("NSPCC Helpline") == ("NSPCC", "Helpline")
    assert last_word_apart("Samaritans") == ("", "Samaritans")


def test_large_print_does_not_offer_large_print(council, usual):
    assert council.other_formats in text_of(usual())
    assert council.other_formats not in text_of(usual(PaperFormat.LARGE_PRINT))


@pytest.mark.parametrize("page", [1, 2])
def test_the_sample_band_reaches_over_the_cut_and_no_further(page, council, written, tmp_path):
    council.demonstration_notice = True
    council.save()
    inside = drawn(written(PaperFormat.PRINT_SHOP), page, tmp_path)
    lamp, paper, trim = (247, 189, 75), (255, 255, 255), 12

    assert inside(trim - 3, trim - 3) == inside(trim + 297 + 3, trim - 3) == lamp
    assert inside(trim - 5, trim + 3) == inside(trim + 297 + 5, trim + 3) == paper
    assert inside(trim + 297 / 2 + 5, 3) == inside(trim + 297 / 2 - 5, 3) == paper


def test_a_web_address_goes_on_to_the_next_line_behind_a_dot_or_a_slash_only(council, written):
    council.web_address = "example.gov.uk/kinship"
    council.save()

    assert {"example.gov.uk/", "kinship"} <= {word for *_sides, word in words_on(written(), 1)}


def drawn(path, number, folder):
    """The colour of a page at a place in mm from its edges."""
    command = ["pdftoppm", "-r", "254", "-f", str(number), "-l", str(number), "-png", "-singlefile"]
    subprocess.run([*command, str(path), str(folder / "page")], check=True)
    picture = Image.open(folder / "page.png").convert("RGB")
    return lambda across, down: picture.getpixel((round(across * 10), round(down * 10)))


def test_words_stand_on_the_panel_they_were_put_on(usual):
    outside, inside = words_on(usual(), 1), words_on(usual(), 2)

    def lefts(words, wanted):
        return [left for left, *_place, word in words if word == wanted]

    assert all(left < 97 for left in lefts(outside, "Claim"))
    assert all(97 < left < 197 for left in lefts(outside, "testham.gov.uk/"))
    assert all(left > 197 for left in lefts(outside, "Bringing"))
    assert all(left < 100 for left in lefts(inside, "Groups"))
    assert all(100 < left < 200 for left in lefts(inside, "Health"))
    assert all(left > 200 for left in lefts(inside, "Young"))


def test_the_leaflet_is_read_in_the_order_in_which_it_unfolds(usual):
    aloud = read_aloud(usual())
    landmarks = [
        "Bringing up a child", STEPS[0], "Is someone in danger now?", "What help is there?", "Groups",
        "Money", "Health", "Young people", "Do you want this in large print?", "Printed 16 November 2026",
    ]  # fmt: skip

    places = [aloud.find(landmark) for landmark in landmarks]

    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("paper_format", LEAFLETS)
def test_pdf_ua_checks_find_nothing(paper_format, usual, faults_of):
    assert faults_of(usual(paper_format)) == []


@pytest.mark.parametrize("paper_format", LEAFLETS)
def test_every_picture_has_words_and_headings_are_bookmarked(paper_format, usual):
    made = pypdf.PdfReader(usual(paper_format))
    objects = [made.get_object(number) for number in range(1, made.trailer["/Size"])]
    figures = [entry for entry in objects if isinstance(entry, dict) and entry.get("/S") == "/Figure"]

    assert [figure["/Alt"] for figure in figures] == ["QR code: opens testham.gov.uk/kinship"]
    outline = [item if isinstance(item, list) else item.title for item in made.outline]
    titles = [item.title for item in outline[1] if not isinstance(item, list)]
    assert outline[0] == "Bringing up a child in your family?"
    assert titles == ["The first days", "What help is there?", "Talk to a Navigator"]


@pytest.mark.parametrize("paper_format", LEAFLETS)
def test_it_says_its_title_and_language_and_stays_small(paper_format, usual):
    path = usual(paper_format)
    made = pypdf.PdfReader(path)

    assert made.metadata.title.startswith("Bringing up a child in your family? – Testham Council")
    assert made.root_object["/Lang"] == "en-GB"
    assert path.stat().st_size <= 200 * 1024


def test_the_number_can_be_read_across_a_room(usual):
    large = {(round(float(size)), "01632" in text) for text, size in _sizes(usual(), 0)}

    assert {size for size, is_number in large if is_number} >= {25, 29}


@pytest.mark.parametrize(("paper_format", "smallest"), [(PaperFormat.FOLDED, 12), (PaperFormat.LARGE_PRINT, 18)])
def test_nothing_is_set_smaller_than_clear_print(paper_format, smallest, usual):
    path = usual(paper_format)

    for number in range(len(pypdf.PdfReader(path).pages)):
        assert min(size for text, size in _sizes(path, number) if text.strip()) >= smallest


def _sizes(path, number):
    """The texts of a page, each with its size in points."""
    found = []

    def visit(text, _matrix, text_matrix, _font, size):
        found.append((text, size * abs(text_matrix[3]) * abs(_matrix[3])))

    pypdf.PdfReader(path).pages[number].extract_text(visitor_text=visit)
    return found


def test_large_print_has_the_same_words_and_the_number_on_every_page(usual):
    path = usual(PaperFormat.LARGE_PRINT)
    pages = [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in pypdf.PdfReader(path).pages]

    assert all("01632 960 123" in text for text in pages)
    assert f"1 / {len(pages)}" in pages[0]
    for words in [*STEPS, "What there is about groups.", "Doctors and keeping well.", "Young people", "Ring 999."]:
        assert words in text_of(path)


def test_details_that_are_examples_say_so(home, council, sheet, written):
    council.web_address_example = True
    council.save()
    council.navigators.example = True
    council.navigators.email = "kinship@example.gov.uk"
    council.navigators.save()

    text = read_aloud(written())

    assert "kinship@example.gov.uk (example)" in text
    assert text.count("(example)") >= 4


def test_a_support_page_gives_its_own_steps(home, section, sheet, written):
    support = factories.make_support(section, steps=[("step", {"lead": "Fill in the form.", "text": ""})])
    add_entry(sheet, "inside-right", support, "summary-and-steps")

    assert "Fill in the form." in read_aloud(written())


def test_pages_that_readers_cannot_open_are_left_out(home, sheet, written):
    draft = factories.make_section(home, title="Not yet", live=False)
    add_entry(sheet, "inside-right", draft)

    assert "Not yet" not in read_aloud(written())
    assert check(sheet).left_out == ["Not yet"]


def test_a_panel_that_is_too_full_is_named_with_the_overflow(home, sheet):
    room_before = problem("inside-left", sheet).spare_mm
    overfill(sheet, home)
    fit = problem("inside-left", sheet)

    assert room_before > 0
    assert fit.spare_mm < -10
    assert fit.words.startswith(f"Inside, left: {round(-fit.spare_mm)} mm too long. Shorten")
    assert problem("inside-middle", sheet).fits


def test_a_back_that_is_too_full_is_found_though_it_is_the_last_of_its_side(council, sheet):
    council.other_formats = council.navigator_meaning = "WWWWWWWWW " * 24  # as long and as wide as the fields allow
    council.save()

    assert problem("back", sheet).words.startswith("Back: ")
    assert problem("back", sheet).spare_mm < -50


def test_a_word_that_is_too_wide_is_found(sheet):
    sheet.cover_title = "Verwandtenpflegekinderdienstleistung"

    assert "too wide" in problem("cover", sheet).words


@pytest.mark.parametrize("phone", ["0800 000 0000", "08888 888 888", "020 8888 8888"])
def test_any_telephone_number_fits_however_wide_its_digits_are(phone, council, sheet):
    council.navigators.phone = phone
    council.navigators.save()

    assert {fit.panel for fit in check(sheet).panels if fit.too_wide_mm > 0} == set()


def test_words_that_do_not_fit_are_never_cut(home, sheet):
    overfill(sheet, home)

    with pytest.raises(leaflet.DoesNotFitError, match="Inside, left"):
        make(sheet, PaperFormat.FOLDED, DAY)


def test_remaking_stores_all_forms(sheet):
    remake()

    papers = Paper.objects.order_by("format")
    assert [(paper.format, paper.problem, bytes(paper.pdf[:5])) for paper in papers] == [
        ("leaflet", "", b"%PDF-"),
        ("leaflet-large-print", "", b"%PDF-"),
        ("leaflet-print-shop", "", b"%PDF-"),
    ]


def test_an_unchanged_leaflet_is_not_made_again_on_another_day(sheet):
    with time_machine.travel("2026-11-16 12:00", tick=False):
        remake()
    with time_machine.travel("2026-12-24 12:00", tick=False):
        remake()

    assert {paper.made_at.date() for paper in Paper.objects.all()} == {DAY}


def test_a_changed_leaflet_is_made_again(sheet):
    remake()
    before = dict(Paper.objects.values_list("format", "source_digest"))
    sheet.cover_words = "Help for families in Testham"
    sheet.save()
    remake()

    after = dict(Paper.objects.values_list("format", "source_digest"))
    assert all(before[form] != after[form] for form in LEAFLETS)


def test_when_a_panel_overflows_the_last_good_one_stays_and_the_officer_reads_why(home, sheet):
    remake()
    good = bytes(Paper.objects.get(format="leaflet").pdf)
    overfill(sheet, home)
    remake()

    paper = Paper.objects.get(format="leaflet")
    assert bytes(paper.pdf) == good
    assert re.match(r"Inside, left: \d+ mm too long\. Shorten", paper.problem)


def test_a_problem_goes_when_the_leaflet_fits_again(home, sheet):
    remake()
    overfill(sheet, home)
    remake()
    sheet.entries.filter(page__title__startswith="Section").delete()
    remake()

    assert not Paper.objects.exclude(problem="").exists()


def test_a_first_leaflet_that_does_not_fit_is_not_stored(home, sheet):
    overfill(sheet, home)
    remake()

    paper = Paper.objects.get(format="leaflet")
    assert paper.pdf is None
    assert paper.problem


def test_any_failure_leaves_the_last_good_one(sheet, monkeypatch, caplog):
    remake()
    good = bytes(Paper.objects.get(format="leaflet").pdf)
    monkeypatch.setattr("pages.paper.leaflet.store.Layout", _broken)
    sheet.cover_words = "Something new"
    sheet.save()
    remake()

    paper = Paper.objects.get(format="leaflet")
    assert bytes(paper.pdf) == good
    assert "the printer's ink is out" in paper.problem


def _broken(*args, **kwargs):
    raise RuntimeError("the printer's ink is out")


def test_an_unpublished_leaflet_is_not_handed_out(client, sheet):
    remake()
    sheet.unpublish()
    remake()

    assert client.get("/leaflet.pdf").status_code == 404


@pytest.mark.parametrize("url", ["/leaflet.pdf", "/leaflet-large-print.pdf", "/leaflet-print-shop.pdf"])
def test_readers_get_the_stored_pdf_in_two_queries(url, client, sheet, django_assert_num_queries):
    remake()
    client.get(url)

    with django_assert_num_queries(2):  # the content's version, which says that the site is open, and the stored PDF
        response = client.get(url)

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


def test_serving_the_site_does_not_load_the_pdf_engine():
    code = (
        "import django, sys; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns;"
        "import pages.wagtail_hooks; sys.exit('weasyprint' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=settings.BASE_DIR)


def test_a_number_changed_once_is_changed_on_both_papers(sheet, council, tmp_path, django_capture_on_commit_callbacks):
    remake()
    with django_capture_on_commit_callbacks(execute=True):
        council.navigators.phone = "01632 960 777"
        council.navigators.save()

    for paper in Paper.objects.all():
        path = tmp_path / "stored.pdf"
        path.write_bytes(paper.pdf)
        assert "01632 960 777" in text_of(path)
        assert "01632 960 123" not in text_of(path)


def test_publishing_another_page_works_while_the_leaflet_fails(
    home, section, sheet, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("pages.paper.leaflet.store.live_leaflet", _broken)
    guide = factories.make_guide(section, live=False)
    with django_capture_on_commit_callbacks(execute=True):
        guide.save_revision().publish()

    guide.refresh_from_db()
    assert guide.live


def test_the_command_writes_the_form_that_is_asked_for(sheet, tmp_path, capsys):
    call_command("leaflet", str(tmp_path / "folded.pdf"))
    call_command("leaflet", str(tmp_path / "large.pdf"), format="leaflet-large-print")

    assert len(pypdf.PdfReader(tmp_path / "folded.pdf").pages) == 2
    assert "(large print)" in pypdf.PdfReader(tmp_path / "large.pdf").metadata.title


def test_the_command_says_when_there_is_no_leaflet(home, tmp_path):
    with pytest.raises(CommandError, match="no leaflet page"):
        call_command("leaflet", str(tmp_path / "leaflet.pdf"))


def test_the_command_says_which_panel_does_not_fit_and_writes_nothing(home, sheet, tmp_path):
    overfill(sheet, home)

    with pytest.raises(CommandError, match="Inside, left"):
        call_command("leaflet", str(tmp_path / "leaflet.pdf"))
    assert not (tmp_path / "leaflet.pdf").exists()


def test_the_command_says_when_the_file_cannot_be_written(sheet, tmp_path):
    with pytest.raises(CommandError, match="can't be written"):
        call_command("leaflet", str(tmp_path / "no-such-folder" / "leaflet.pdf"))


def test_paper_has_the_colours_of_the_site():
    css = settings.BASE_DIR / "static" / "css"
    paper = _tokens(css / "pdf" / "paper.css")
    site = _tokens(css / "tokens.css")

    assert paper.pop("--paper") == "#ffffff"
    assert paper.items() <= site.items()


def _tokens(path: Path) -> dict[str, str]:
    light = path.read_text().split("@media")[0]
    return dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", light))


def test_the_page_says_how_to_print_and_fold_with_a_picture_that_has_words(client, sheet):
    remake()
    text = client.get(sheet.url).content.decode()

    assert "flip on short edge" in text and "actual size" in text
    assert re.search(r'<svg class="fold"[^>]*aria-labelledby="fold-title"', text)
    assert 'href="/leaflet-print-shop.pdf"' in text
    assert text.count("Made on") == 2


def test_a_print_shop_s_sheet_is_withdrawn_with_the_folded_one(client, council, home, sheet):
    remake()
    council.navigators.phone = "01632 960 777"
    council.navigators.save()
    overfill(sheet, home)
    remake()

    response = client.get("/leaflet-print-shop.pdf")
    assert response.status_code == 503
    assert "We have taken this leaflet back" in response.content.decode()
