"""What somebody meets who has a paper read to them."""

import datetime
import subprocess

import pypdf
import pytest

from pages.content.short_code import ShortCode
from pages.council.council import current_council
from pages.my_list import my_list as lists
from pages.my_list.pack import MOST_PAGES, make_pack
from pages.paper import booklet, pdf, structure
from pages.paper.model import Paper
from tests.paper.pdfs import read_aloud

DAY = datetime.date(2026, 11, 22)
PAGE = '<!doctype html><html lang="en-GB"><head><title>Help</title><style>{}</style></head><body>{}</body></html>'
CONTENTS = 'a { display: block } a::after { content: leader(" . ") target-counter(attr(href), page) }'
ITEM = "<li>Ring us. <div>We <b>listen</b>.</div><ul><li>By day</li></ul></li>"
LIST = f"<ol>{ITEM}<li><div>Say what you need.</div></li></ol>"
WORDS = "the rules that a <b>court</b> has made"
LINK = f'<p style="inline-size: 40mm">Read <a href="https://example.org/rules">{WORDS}</a> now.'


@pytest.fixture
def drawn(tmp_path):
    def draw(body, style=""):
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf.render(PAGE.format(style, body)))
        return path

    return draw


def structure_of(path):
    """The structure as poppler shows it, without white space at the ends of its lines."""
    shown = subprocess.run(["pdfinfo", "-struct-text", path], check=True, capture_output=True, text=True).stdout
    return [line.strip() for line in shown.splitlines()]


def links_on(path):
    return [link.get_object() for link in pypdf.PdfReader(path).pages[0]["/Annots"]]


def decorations_on(path):
    return pypdf.PdfReader(path).pages[0].get_contents().get_data().count(b"/Artifact")


def test_the_judges_find_what_is_not_mended(drawn, monkeypatch, faults_of):
    monkeypatch.setattr(structure, "mend", lambda *_parts, **_options: None)
    broken = [failure.split(",")[0] for failure in faults_of(drawn(LIST + LINK))]

    assert {"7.2-20", "7.18.5-1"} <= set(broken)


def test_words_over_the_edge_and_over_other_words_are_found(drawn, faults_of):
    out = faults_of(drawn('<p style="position: absolute; left: -21mm">Outside</p>'))
    crossed = faults_of(drawn('<p>Below</p><p style="position: absolute; top: 0">Above</p>', "p { margin: 0 }"))

    assert any("utside" in fault for fault in out)
    assert [fault for fault in crossed if "Below" in fault and "Above" in fault]


@pytest.mark.parametrize("body", [LIST, LINK, f'<h1 id="one">One</h1><ul><li><a href="#one">One</a></li></ul>{LINK}'])
def test_lists_and_links_are_as_the_standard_has_them(body, drawn, faults_of):
    assert faults_of(drawn(body, CONTENTS)) == []


def test_a_list_item_has_its_number_and_one_body_that_holds_all_else(drawn):
    lines = structure_of(drawn(LIST))

    assert lines.count("Lbl (block)") == lines.count("LBody (block)") == lines.count("LI (block)") == 3
    assert read_aloud(drawn(LIST)) == "1. Ring us. We listen . ◦ By day 2. Say what you need."


def test_a_link_on_several_lines_is_one_link_that_says_its_words(drawn):
    path = drawn(LINK)
    links = links_on(path)

    assert structure_of(path).count("Link (inline)") == 1
    assert len(links) > 1
    assert {link["/Contents"] for link in links} == {"the rules that a court has made"}
    assert read_aloud(path) == "Read the rules that a court has made now."


def test_a_link_that_holds_other_boxes_is_marked_once(drawn):
    assert len(links_on(drawn('<p><a href="#one"><b>One</b> <i>and</i> all</a></p><h1 id="one">One</h1>'))) == 1


def test_the_dots_of_a_contents_list_are_not_read(drawn):
    path = drawn('<a href="#one">One</a><h1 id="one">One</h1>', CONTENTS)

    assert read_aloud(path) == "One 1 One"
    assert decorations_on(path) > 5


def test_what_stands_at_the_foot_of_each_page_is_not_read(drawn, faults_of):
    path = drawn("<p>Ring us.</p>", '@page { @bottom-left { content: "Page 1" } }')

    assert read_aloud(path) == "Ring us."
    assert decorations_on(path) == 1
    assert faults_of(path) == []


@pytest.mark.parametrize("state", ["rotherham_loaded", "slough_loaded", "newtown_loaded"])
def test_the_leaflets_of_all_councils_are_pdf_ua(state, request, tmp_path, faults_of):
    request.getfixturevalue(state)
    for paper in Paper.objects.filter(pdf__isnull=False):
        path = tmp_path / f"{paper.format}.pdf"
        path.write_bytes(paper.pdf)
        assert faults_of(path) == [], paper


def test_the_fullest_pack_is_pdf_ua(rotherham_loaded, tmp_path, faults_of):
    codes = list(ShortCode.objects.filter(page__live=True).order_by("page__path").values_list("code", flat=True))
    chosen = lists.gather(codes[:MOST_PAGES], current_council().sections)
    navigator = booklet.Navigator("Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Ng", "01632 960 555")
    path = tmp_path / "pack.pdf"
    path.write_bytes(make_pack(chosen, DAY, booklet.PrintSize.LARGE, navigator, "192.0.2.1"))

    assert len(chosen) == MOST_PAGES
    assert faults_of(path) == []
