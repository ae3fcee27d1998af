"""Half a page of a short pack has the tables of its page, and what it says from the register of dated facts."""

import datetime

import pypdf
import pytest

from pages.content.short_code import ShortCode
from pages.council.council import current_council
from pages.dated_facts.model import DatedFact
from pages.my_list import my_list as lists
from pages.my_list.pack import make_pack
from pages.paper import booklet
from tests import factories
from tests.paper.pdfs import read_aloud, words_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 22)
SIZES = booklet.PrintSize
COMPARED = {
    "caption": "Who may decide what",
    "kinds": [],
    "rows": [
        {
            "question": "Can we go on holiday abroad?",
            "informal": "Only with consent. Everyone must write that they agree.",
            "child_arrangements_order": "Yes, for up to 28 days.",
            "kinship_foster_care": "Only if the council agrees first.",
            "adoption": "Yes, as any parent can.",
        },
        {
            "question": "Can I name a guardian in my will?",
            "informal": "No. But you can write down your wishes.",
            "special_guardianship_order": "Yes. It works even if a parent is alive.",
        },
    ],
}


@pytest.fixture
def short(tmp_path):
    def write(page, size=SIZES.ORDINARY, **typed):
        chosen = lists.gather([ShortCode.objects.get(page=page.pk).code], current_council().sections)
        path = tmp_path / "short.pdf"
        navigator = booklet.Navigator(**typed)
        path.write_bytes(make_pack(chosen, DAY, size, navigator, "192.0.2.1", booklet.PackLength.SHORT))
        return path

    return write


@pytest.fixture
def compared(section):
    return factories.make_guide(section, title="What you may decide", body=[("comparison", COMPARED)])


def make_fact(slug, label, **row):
    fact = DatedFact(slug=slug, label=label)
    values = {"valid_from": datetime.date(2026, 4, 6), "valid_until": datetime.date(2027, 4, 5), "source": "GOV.UK"}
    fact.rows = [fact.rows.model(**values | row)]
    fact.save()
    return fact


@pytest.mark.parametrize("size", SIZES)
def test_a_table_by_arrangement_has_every_answer(size, compared, short, faults_of):
    path = short(compared, size)
    text = read_aloud(path)

    for words in ("Who may decide what", "Only if the council agrees first.", "It works even if a parent is alive."):
        assert words in text
    assert faults_of(path) == []


def test_a_table_in_ordinary_letters_is_one_and_says_what_each_header_is_for(compared, short):
    made = pypdf.PdfReader(short(compared))
    parts = [made.get_object(number) for number in range(1, made.trailer["/Size"])]
    heads = [part["/A"]["/Scope"] for part in parts if isinstance(part, dict) and part.get("/S") == "/TH"]

    assert set(heads) == {"/Column", "/Row"}


def test_a_family_whose_arrangement_is_known_reads_only_what_holds_for_it(compared, short):
    text = read_aloud(short(compared, arrangement="special-guardianship-order"))

    assert "Can we go on holiday abroad? Yes, for up to 28 days." in text
    assert "It works even if a parent is alive." in text
    assert "Only if the council agrees first." not in text


def test_a_family_that_is_not_sure_reads_the_whole_table(compared, short):
    assert "Only if the council agrees first." in read_aloud(short(compared, arrangement="not-sure"))


def test_a_table_of_facts_has_its_amounts(section, short):
    fact = make_fact("child-benefit-eldest", "Child Benefit", amount="27.05", per="week", period="2026 to 2027")
    rows = [{"label": "Only or eldest child", "value": "", "amount": fact, "note": ""}]
    page = factories.make_guide(section, body=[("facts", {"caption": "The weekly rates", "rows": rows})])

    text = words_of(short(page))
    assert "The weekly rates" in text
    assert text.count("£27.05 a week (2026 to 2027)") == 1


def test_an_amount_that_only_running_text_names_is_said_with_what_it_is(section, short):
    fact = make_fact("guardian", "Naming a guardian", amount="175", bound="up-to", example=True)
    text = f'<p>First.</p><h2>Later</h2><p>We pay <embed embedtype="fact" id="{fact.pk}"/>.</p>'
    page = factories.make_guide(section, body=[("text", {"text": text})])

    said = words_of(short(page))
    assert "Naming a guardian: up to £175 (example)" in said
    assert "We pay" not in said


def test_steps_stand_under_what_their_page_says_of_them(section, short):
    steps = {"heading": "Before you travel", "steps": [{"lead": "Carry copies.", "text": ""}]}
    page = factories.make_guide(section, body=[("steps", steps)])

    text = read_aloud(short(page))
    assert "Before you travel" in text
    assert "How to get it" not in text
