"""Names and notes in the letters of the families who read them."""

import datetime
import string
import subprocess

import pytest

from pages.content.short_code import ShortCode
from pages.council.council import current_council
from pages.my_list import my_list as lists
from pages.my_list.pack import make_pack
from pages.paper import booklet, letters, pdf
from pages.site.checks import letters_on_paper
from tests import factories
from tests.paper.pdfs import text_of, words_on

DAY = datetime.date(2026, 11, 22)
PAGE = '<!doctype html><html lang="en-GB"><head><title>Help</title></head><body>{}</body></html>'
# For each script a name in it, the typeface that has it, and whether the PDF gives its letters back in their order.
NAMES = {
    "Arabic": ("فاطمة الزهراء", "Amiri", True),
    "Urdu": ("محمد عثمان ٹھیک", "Amiri", True),
    "Gurmukhi": ("ਗੁਰਨਾਮ ਕੌਰ", "Gurmukhi", True),
    "Bengali": ("রহিমা খাতুন", "Bengali", False),
    "Chinese": ("王小明", "Droid", True),
    "Polish": ("Łucja Wąż-Święć", "Atkinson", True),
    "Romanian": ("Ștefăniță Țurcanu", "Atkinson", True),
}
RIGHT_TO_LEFT = {"Arabic", "Urdu"}
UNPRINTABLE = "\U0001f98a\U0001faab"


@pytest.fixture
def pack(home, section, tmp_path):
    page = factories.make_support(section, title="Allowances")
    code = ShortCode.objects.get(page=page.pk).code

    def write(navigator, length=booklet.PackLength.SHORT, size=booklet.PrintSize.ORDINARY):
        path = tmp_path / "pack.pdf"
        chosen = lists.gather([code], current_council().sections)
        path.write_bytes(make_pack(chosen, DAY, size, navigator, "192.0.2.1", length))
        return path

    return write


def fonts_in(path):
    return subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout


def without_marks(text):
    """Without the marks of direction that poppler puts around words."""
    return "".join(letter for letter in text if letter not in "\u202a\u202b\u202c\u200e\u200f")


@pytest.mark.parametrize("script", NAMES)
def test_a_name_and_a_note_print_in_their_own_letters(script, pack, faults_of):
    name, typeface, is_in_order = NAMES[script]
    path = pack(booklet.Navigator(name, "01632 960 555", f"{name}\n{name}"))
    fonts, text = fonts_in(path), without_marks(text_of(path))

    assert typeface in fonts
    assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:]), "embedded"
    assert (text.count(name) == 3) == is_in_order
    assert faults_of(path) == []


@pytest.mark.parametrize("script", NAMES)
def test_a_note_begins_on_the_side_that_its_letters_do(script, pack):
    name, _typeface, _is_in_order = NAMES[script]
    letters = set(name) - set(string.ascii_letters)
    words = words_on(pack(booklet.Navigator(note=name)), 1)
    ends = [right for _left, _top, right, _bottom, word in words if letters & set(word)]

    assert (max(ends) > 180) == (script in RIGHT_TO_LEFT)


def test_a_word_without_letters_is_named_and_nothing_is_printed():
    with pytest.raises(pdf.UnprintableError, match=UNPRINTABLE) as refused:
        pdf.render(PAGE.format(f"<p>Ring {UNPRINTABLE} now.</p>"))

    assert refused.value.words == [UNPRINTABLE]


def test_what_is_not_printed_is_in_no_log(caplog):
    with caplog.at_level(0), pytest.raises(pdf.UnprintableError):
        pdf.render(PAGE.format(f"<p>Ring {UNPRINTABLE}.</p>"))

    assert not set(UNPRINTABLE) & set(caplog.text)
    assert "U+1F98A" not in caplog.text


@pytest.mark.parametrize("size", booklet.PrintSize)
def test_a_word_of_sixty_letters_stays_on_its_page(size, pack):
    long = "W" * 60
    path = pack(booklet.Navigator(long, "01632 960 555", long), size=size)

    for left, top, right, bottom, word in words_on(path, 1) + words_on(path, 2):
        assert left >= 10 and right <= 200 and top >= 0 and bottom <= 292, word
    assert text_of(path).replace(" ", "").count("W") >= 120


def test_the_machine_is_told_which_packages_of_letters_it_has_not(monkeypatch, tmp_path):
    assert letters_on_paper(None) == []
    monkeypatch.setitem(letters.FACES, "fonts-noto-core", tmp_path / "none.ttf")

    assert "fonts-noto-core." in letters_on_paper(None)[0].hint
