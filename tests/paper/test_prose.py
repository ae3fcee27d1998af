"""The words of web pages on paper: headings below their page's, links that say where they lead."""

import subprocess

import pytest
from django.templatetags.static import static

from pages.core.html.headings import put_under
from pages.core.html.tree import parse
from pages.paper import pdf
from pages.paper.booklet.document import SHEETS
from pages.paper.booklet.prose import link_up


def linked(html, anchors=None):
    tree = parse(html)
    link_up(tree, anchors or {})
    return tree.html


def under(html, level):
    tree = parse(html)
    put_under(tree, level)
    return tree.html


def test_headings_go_below_their_page_s_and_never_deeper_than_the_sixth_level():
    assert under("<h2>A</h2><h3>B</h3><h5>C</h5>", level=3) == "<h4>A</h4><h5>B</h5><h6>C</h6>"


def test_a_link_to_a_page_in_the_book_leads_there_whatever_follows_its_path():
    inside = '<a class="inside" href="#money">Money</a>'

    assert linked('<a href="/money/?a=1#b" title="x">Money</a>', {"/money/": "money"}) == inside


@pytest.mark.parametrize("href", ["#here", ""])
def test_a_link_within_its_text_stays(href):
    assert linked(f'<a href="{href}">Here</a>') == f'<a href="{href}">Here</a>'


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://www.gov.uk/child/", ' data-shown="gov.uk/child"'),
        (f"https://example.org/{'a' * 48}", f' data-shown="example.org/{"a" * 48}"'),
        (f"https://example.org/{'a' * 49}", ""),
        ("tel:01632960123", ""),
        ("mailto:help@example.org", ""),
    ],
)
def test_a_web_address_is_shown_unless_it_is_too_long_to_type(href, shown):
    assert linked(f'<a href="{href}">Forms</a>') == f'<a class="outside" href="{href}"{shown}>Forms</a>'


@pytest.mark.parametrize("href", ["http://[x", "//[x"])
def test_what_is_no_address_at_all_leaves_its_words(href):
    assert linked(f'<a href="{href}">Forms</a>') == "<a>Forms</a>"


def test_a_word_inside_bold_words_is_never_cut_at_the_end_of_a_line(tmp_path):
    """Forty lines, each a little longer than the one before: one ends in every letter of the linked words."""
    said = "You have a special order, or a Child Arrangements Order that says so."
    linked = said.replace("Child Arrangements Order", '<a class="term" href="#child">Child Arrangements Order</a>')
    sheets = "".join(f'<link rel="stylesheet" href="{static(sheet)}">' for sheet in SHEETS)
    lines = "".join(f'<p style="width: {80 + place / 2}mm"><strong>{linked}</strong></p>' for place in range(40))
    path = tmp_path / "lines.pdf"
    path.write_bytes(
        pdf.render(
            f'<!doctype html><html lang="en-GB"><head><title>Lines</title>{sheets}</head>'
            f'<body>{lines}<p id="child">Meaning.</p></body></html>'
        )
    )
    words = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout.split()

    assert len(words) > 400
    assert {word for word in words if "/" not in word} <= {*said.split(), "Meaning."}


def test_a_text_that_just_fits_before_a_link_is_not_broken_behind_its_first_word(tmp_path):
    """A hundred widths, from one that holds the text without the space behind it to one that holds the link as well."""
    text = "If it helps your family to sort things out, it must say so. "
    sheets = "".join(f'<link rel="stylesheet" href="{static(sheet)}">' for sheet in SHEETS)
    lines = "".join(
        f'<p style="width: {100 + place / 5}mm">{text}<a href="#end">Advice</a> is free.</p>' for place in range(100)
    )
    path = tmp_path / "lines.pdf"
    path.write_bytes(
        pdf.render(
            f'<!doctype html><html lang="en-GB"><head><title>Lines</title>{sheets}</head>'
            f'<body>{lines}<p id="end">The end.</p></body></html>'
        )
    )
    printed = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout

    assert printed.count("If it helps") == 100
    assert "If\n" not in printed
