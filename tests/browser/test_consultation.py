"""A consultation from its first day to its report, as officers, a carer and a child meet it, and nobody named in it.

The tests are the steps of one consultation: each goes on where the one before it ended.
"""

import datetime
import io
import re
import subprocess
import sys

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.server import PROJECT

pytestmark = pytest.mark.xdist_group("browser")

TITLE, SLUG = "Groups in the evening", "groups-in-the-evening"
ASKED = f"/have-your-say/asked/{SLUG}/"
REPORT = f"/have-your-say/report-{SLUG}/"
TODAY = datetime.datetime.now(datetime.UTC).astimezone().date()
CARER = "A group after work, please. I am Marjorie Thistlewood, 14 Quince Avenue, S61 3QX, ring me on 07700 900461."
CHILD = "I want to play football. My name is Zebedee and I go to Larkspur Primary School."
PAPER = "Mrs Featherstonehaugh drives us. A bus would help. Our number is 01709 555018."
# What was typed above and says who somebody is.
DETAILS = (
    "marjorie", "thistlewood", "quince", "s61 3qx", "s613qx", "900461", "zebedee", "larkspur",
    "featherstonehaugh", "555018",
)  # fmt: skip


def day(days):
    return str(TODAY + datetime.timedelta(days=days))


@pytest.fixture
def phone(new_context):
    """A phone's browser that runs no scripts."""
    return new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()


def save(page):
    page.get_by_role("button", name=re.compile("^(Save|Create)$")).click()
    page.wait_for_load_state("networkidle")


def open_answers(page):
    page.goto("/cms/consultation/")
    page.get_by_role("row").filter(has_text=TITLE).get_by_role("link", name=re.compile("to read$")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)


def draft_the_report_and_publish(lead):
    open_answers(lead)
    lead.get_by_role("link", name="Draft the report").click()
    lead.get_by_role("button", name="Make the draft").click()
    lead.wait_for_load_state("networkidle")
    lead.get_by_role("button", name="More actions").last.click()
    lead.get_by_role("button", name="Publish", exact=True).last.click()


def test_the_lead_opens_it(lead, phone):
    lead.goto("/cms/consultation/new/")
    lead.wait_for_load_state("networkidle")
    assert violations_everywhere(lead, widths=(1280,)) == {}
    lead.get_by_role("textbox", name="Title").fill(TITLE)
    lead.get_by_role("textbox", name="Opens on").focus()
    expect(lead.get_by_role("textbox", name="In its address")).to_have_value(SLUG)
    lead.get_by_role("textbox", name="Opens on").fill(day(-3))
    lead.get_by_role("textbox", name="Last day").fill(day(14))
    lead.get_by_role("textbox", name="What it is about, for carers").fill(
        "We want to hold a group in the evening. Would you come?"
    )
    lead.get_by_role("textbox", name="What it is about, for children").fill(
        "There may be a group in the evening. Tell us what you like."
    )
    lead.locator("#id_asked-0-role").select_option("kinship-carers")
    lead.get_by_role("textbox", name="Address for answers on paper").fill("Kinship team\nRiverside House")
    save(lead)
    expect(lead.get_by_text("created")).to_be_visible()

    phone.goto("/have-your-say/")
    phone.get_by_role("link", name="Answer the questions").filter(has_text=TITLE).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_a_carer_answers_on_a_phone_without_javascript(phone):
    phone.goto(ASKED)
    phone.get_by_role("button", name="Send your answers").click()
    expect(phone.get_by_role("alert")).to_contain_text("Answer one question at least")

    phone.get_by_role("group", name="Did you find the help you needed?").get_by_label("No", exact=True).check()
    phone.get_by_label("What should we change first?").fill(CARER)
    phone.get_by_label("Which of these are you?").select_option("Kinship carers")
    phone.get_by_role("button", name="Send your answers").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you for your answers")
    assert phone.context.cookies() == []


def test_a_child_answers_on_a_page_of_its_own(phone):
    phone.goto(ASKED)
    phone.get_by_role("link", name="Questions for children and young people").click()
    phone.get_by_label("What would make things better?").fill(CHILD)
    phone.get_by_role("button", name="Send your answers").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you for your answers")


def test_axe_finds_nothing_where_people_answer(tab):
    for address in (ASKED, f"{ASKED}children/", f"{ASKED}thanks/", "/have-your-say/"):
        tab.goto(address)
        assert violations_everywhere(tab) == {}, address


def test_a_navigator_types_in_what_came_on_paper(navigator):
    open_answers(navigator)
    expect(navigator.get_by_text("Not read yet")).to_have_count(0)  # what people said is not a Navigator's to read
    navigator.get_by_role("link", name="Type in an answer on paper: For carers").click()
    navigator.get_by_label("What helps you most?").fill(PAPER)
    navigator.get_by_label("Who they are").select_option("Kinship carers")
    assert violations_everywhere(navigator, widths=(1280,)) == {}
    navigator.get_by_role("button", name="Keep this answer").click()

    expect(navigator.get_by_text("Kept, without names.")).to_be_visible()


def test_it_closes_on_its_last_day(lead, phone):
    lead.goto("/cms/consultation/")
    lead.get_by_role("link", name=TITLE, exact=True).click()
    lead.wait_for_load_state("networkidle")
    lead.get_by_role("textbox", name="Last day").fill(day(-1))
    for number, (title, said) in enumerate(
        [("A time after work", "Meet after work."), ("A way there", "Bring us there.")]
    ):
        lead.get_by_role("button", name="Add group", exact=True).click()
        lead.locator(f"#id_groups-{number}-title").fill(title)
        lead.locator(f"#id_groups-{number}-you_said").fill(said)
    lead.locator("#id_groups-0-we_did").fill("There is a group at seven in the evening.")
    lead.locator("#id_groups-0-day").fill(day(0))
    save(lead)
    expect(lead.get_by_text("updated")).to_be_visible()

    phone.goto(ASKED)
    expect(phone.get_by_text("This is over.")).to_be_visible()
    expect(phone.get_by_role("button", name="Send your answers")).to_have_count(0)


def test_the_lead_reads_takes_out_and_groups(lead):
    open_answers(lead)
    assert violations_everywhere(lead, widths=(800, 1280)) == {}
    lead.get_by_role("link", name="Read the next answer").click()
    for name, takes_out in (("A time after work", "after work"), ("A time after work", ""), ("A way there", "")):
        parts = lead.locator(".consultation__part").filter(has=lead.get_by_label("Take out"))
        parts.get_by_label("Take out").fill(takes_out)
        parts.get_by_label(name).check()
        lead.get_by_role("button", name=re.compile("^I have read this")).click()
        expect(lead.get_by_text("Read.", exact=True).first).to_be_visible()

    expect(lead.get_by_role("link", name="Draft the report")).to_be_visible()
    expect(lead.locator(".consultation__answers")).to_contain_text("A group […], please.")


def test_the_report_is_not_published_before_each_group_has_an_answer(lead):
    draft_the_report_and_publish(lead)

    expect(lead.locator("body")).to_contain_text("for: A way there.")


def test_the_lead_publishes_the_report(lead, phone):
    lead.goto("/cms/consultation/")
    lead.get_by_role("link", name=TITLE, exact=True).click()
    lead.wait_for_load_state("networkidle")
    lead.locator("#id_groups-1-why_not").fill("No bus goes there in the evening.")
    save(lead)
    draft_the_report_and_publish(lead)
    expect(lead.get_by_role("heading", name="Before it goes live")).to_be_visible()
    lead.get_by_role("button", name="Publish").last.click()
    expect(lead.get_by_text("Readers see it now")).to_be_visible()

    phone.goto(ASKED)
    phone.get_by_role("link", name=f"What families told us: {TITLE}").click()
    expect(phone.get_by_role("table")).to_contain_text("3 people took part")
    expect(phone.locator("main")).to_contain_text("There is a group at seven in the evening.")
    expect(phone.locator("main")).to_contain_text("No bus goes there in the evening.")


def test_nobody_who_was_named_stands_in_the_database_the_export_or_the_report(lead, phone, environment, tmp_path):
    def run(*command):
        done = subprocess.run([sys.executable, *command], cwd=PROJECT, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    phone.goto(REPORT)
    open_answers(lead)
    address = lead.get_by_role("link", name="Spreadsheet").get_attribute("href")
    book = openpyxl.load_workbook(io.BytesIO(lead.request.get(address).body()))
    run("manage.py", "export_offer", str(tmp_path / "offer"), "-v0")
    kept = {
        "the database": run("-m", "tests.browser.dump"),
        "the report": phone.content(),
        "the spreadsheet": str(list(book.active.values)),
        "the files": "".join(file.read_text() for file in (tmp_path / "offer").rglob("*.yaml")),
    }

    for where, words in kept.items():
        assert TITLE in words or "A group […], please." in words, where
        assert [detail for detail in DETAILS if detail in words.casefold()] == [], where
