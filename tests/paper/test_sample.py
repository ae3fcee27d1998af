"""Paper that holds made-up details says so on every page."""

import datetime

import pypdf
import pytest

from pages.council.council import current_council
from pages.council.model import CouncilSettings
from pages.paper import leaflet, pdf
from pages.paper.frame import in_frame
from pages.paper.model import LEAFLETS, PaperFormat
from tests.paper.pdfs import make_full_leaflet, read_aloud

DAY = datetime.date(2026, 11, 22)
SAMPLE = "SAMPLE: some details are examples"


@pytest.fixture
def council(home):
    """A council whose paper is meant."""
    council = CouncilSettings.objects.get()
    council.demonstration_notice = council.web_address_example = False
    council.save()
    council.navigators.example = False
    council.navigators.save()
    return council


def mark(council, what):
    if what == "navigators":
        council.navigators.example = True
        council.navigators.save()
    else:
        setattr(council, what, True)
        council.save()


def page_texts(path):
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


@pytest.mark.parametrize("paper_format", [*LEAFLETS, PaperFormat.PRINT_SHOP])
@pytest.mark.parametrize("what", ["demonstration_notice", "web_address_example", "navigators"])
def test_every_page_of_a_leaflet_with_examples_has_the_band(what, paper_format, council, home, tmp_path):
    sheet, path = make_full_leaflet(home), tmp_path / "leaflet.pdf"
    path.write_bytes(leaflet.make(sheet, paper_format, DAY))
    assert SAMPLE not in " ".join(page_texts(path))

    mark(council, what)
    path.write_bytes(leaflet.make(sheet, paper_format, DAY))
    assert all(SAMPLE in text for text in page_texts(path))


def test_the_band_is_read_aloud_once_and_is_pdf_ua(council, home, tmp_path, faults_of):
    mark(council, "demonstration_notice")
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(leaflet.make(make_full_leaflet(home), PaperFormat.LARGE_PRINT, DAY))

    assert len(page_texts(path)) > 1
    assert read_aloud(path).count(SAMPLE) == 1
    assert faults_of(path) == []


def test_a_paper_that_brings_its_own_styles_gets_no_link_to_a_sheet(council):
    mark(council, "demonstration_notice")
    html = in_frame("paper/frame.html", {}, council=current_council(), language="en-gb", sheets=())

    assert "stylesheet" not in html and SAMPLE in html
    assert pdf.Layout(html).page_count == 1
