"""A letter stands in the offer's files as text that can be read, and is read again as it was."""

import pytest

from pages.content.section import SectionPage
from pages.letters.model import LetterPage
from pages.offer_files.export import export_offer
from pages.offer_files.load import load_offer
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(testham_loaded, tmp_path):
    """A council's files, with a letter."""
    factories.make_letter(SectionPage.objects.first(), title="A letter", slug="a-letter")
    export_offer(tmp_path)
    return tmp_path


def test_the_letter_is_text_with_a_line_for_each_of_its_lines(folder):
    text = next(folder.rglob("a-letter.yaml")).read_text()

    assert "letter: |-\n  Dear head teacher,\n\n  The child lives with me since [since].\n" in text
    assert "  - key: my-name\n    label: Your name\n    needed: true\n" in text


def test_the_letter_comes_back_as_it_was(folder):
    before = LetterPage.objects.get(slug="a-letter")
    said = {name: getattr(before, name) for name in LetterPage.TEXTS}
    blanks = before.all_blanks()
    LetterPage.objects.filter(slug="a-letter").update(letter="Gone [my-name] [since] [helps]")

    load_offer(folder, overwrite=True)

    after = LetterPage.objects.get(slug="a-letter")
    assert {name: getattr(after, name) for name in LetterPage.TEXTS} == said
    assert after.all_blanks() == blanks
