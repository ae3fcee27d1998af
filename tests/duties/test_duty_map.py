"""Which page meets which duty: for readers, for officers and for scrutiny."""

import csv
import io
import re

import pdfua
import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import PageViewRestriction

from pages.core.ties import PageDuty
from pages.core.vocabulary import Duty
from pages.core.vocabulary.duty_source import ACT, SOURCES
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.duties.duty_map import duty_map, gaps
from tests import factories
from tests.cms import confirm, make_officer, rows, send_page, text_body
from tests.html import headings, parse
from tests.paper.pdfs import text_of

LAW = "/how-we-meet-the-law/"
REPORT = "/cms/reports/duties/"
PAPER = "/cms/reports/duties/duties.pdf"


@pytest.fixture
def legal(section):
    """The only page for legal help."""
    page = factories.make_guide(section, title="Legal help", kept_by="Legal team")
    PageDuty.objects.create(page=page, duty=Duty.GUIDANCE_LEGAL)
    return page


def officer(role):
    client = Client()
    client.force_login(make_officer(role))
    return client


def part(html, duty):
    """What the public page says of one duty."""
    return re.search(rf'<li class="duty[^"]*" id="{duty.value}">.*?(?=<li class="duty[ "]|</ol>)', html, re.DOTALL)[0]


def test_every_duty_has_its_place_and_plain_words():
    assert set(SOURCES) == set(Duty.values)
    assert all(duty.source.reference and duty.source.plain for duty in Duty)


def test_what_nobody_has_read_in_the_text_is_to_be_checked():
    to_be_checked = {duty for duty in Duty if duty.source.is_to_be_checked}

    not_seen = re.compile(r"s\.22H\((7|8|9)\)")
    assert {duty for duty in Duty if duty.is_law and not_seen.match(duty.source.reference)} == {
        duty for duty in to_be_checked if duty.is_law
    }
    assert {duty for duty in Duty if not duty.is_law} <= to_be_checked


def test_the_checklists_are_whole():
    assert len([duty for duty in Duty if duty.source.text == ACT]) == 17
    assert len([duty for duty in Duty if not duty.is_law]) == 19


def test_only_what_every_reader_can_open_meets_a_duty(section, legal):
    draft = factories.make_guide(section, live=False)
    hidden = factories.make_guide(section)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    for page in (draft, hidden):
        PageDuty.objects.create(page=page, duty=Duty.GUIDANCE_WORK)

    rows = {row.duty: row for row in duty_map()}

    assert [page.title for page in rows[Duty.GUIDANCE_LEGAL].pages] == ["Legal help"]
    assert Duty.GUIDANCE_WORK in gaps()


def test_a_page_whose_editors_named_the_duty_first_stands_before_one_that_has_it_among_others(home, legal):
    for order, duty in enumerate((Duty.GUIDANCE_WORK, Duty.GUIDANCE_MONEY, Duty.GUIDANCE_LEGAL)):
        PageDuty.objects.create(page=home, duty=duty, sort_order=order)

    row = next(row for row in duty_map() if row.duty == Duty.GUIDANCE_LEGAL)

    assert [page.pk for page in row.pages] == [legal.pk, home.pk]


def test_readers_see_which_page_meets_a_duty_who_keeps_it_and_when_it_was_checked(client, legal):
    words = part(client.get(LAW).content.decode(), Duty.GUIDANCE_LEGAL)

    for said in ("Legal help", legal.url, "Legal team", "checked 2 November 2026", "to be checked by our legal team"):
        assert said in words


def test_readers_are_told_what_is_not_published_yet(client, legal):
    response = client.get(LAW)

    assert "We have not published this yet." in part(response.content.decode(), Duty.GUIDANCE_WORK)
    assert "We have not published" not in part(response.content.decode(), Duty.GUIDANCE_LEGAL)
    assertContains(response, "We do <strong>1</strong> of <strong>36</strong> things.")


@pytest.mark.parametrize(("day", "says"), [("2027-05-02", False), ("2027-05-03", True)])
def test_readers_and_scrutiny_are_told_when_a_check_is_overdue(client, legal, time_machine, tmp_path, day, says):
    time_machine.move_to(f"{day}T12:00:00Z")
    paper = tmp_path / "duties.pdf"
    paper.write_bytes(officer(KINSHIP_LEAD).get(PAPER).content)

    assert ("check overdue" in part(client.get(LAW).text, Duty.GUIDANCE_LEGAL)) is says
    assert ("(overdue)" in text_of(paper)) is says


def test_the_page_about_the_law_is_well_made(client, legal):
    tree = parse(client.get(LAW))

    assert headings(tree)[0] == 1
    assert headings(tree).count(1) == 1


def test_readers_find_the_page_about_the_law(client, legal):
    assertContains(client.get("/"), f'href="{LAW}"')
    assertContains(client.get("/sitemap.xml"), f"<loc>http://localhost:8000{LAW}</loc>")
    assertContains(client.get("/sitemap.xml"), legal.url)


def test_the_page_about_the_law_costs_the_same_however_many_pages(section, legal, count_queries):
    few = count_queries(LAW)
    for _ in range(9):
        PageDuty.objects.create(page=factories.make_guide(section), duty=Duty.GUIDANCE_LEGAL)

    assert count_queries(LAW) == few <= 4


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_officers_see_the_owner_too(legal, role):
    legal.owner_name, legal.owner_email = "A solicitor", "solicitor@example.gov.uk"
    legal.save()

    response = officer(role).get(REPORT)

    assertContains(response, "A solicitor")
    assertContains(response, "Legal help")
    assertContains(response, "Not met: no page that readers can open.")


def test_what_is_not_met_stands_first_for_officers(legal):
    html = officer(KINSHIP_LEAD).get(REPORT).content.decode()

    assert html.rindex('id="guidance-') == html.index('id="guidance-legal"')


@pytest.mark.parametrize("url", [REPORT, f"{REPORT}results/", PAPER, f"{REPORT}?export=csv"])
def test_navigators_and_strangers_are_refused_the_report(client, legal, url):
    assert client.get(url).status_code == 302
    navigator = officer(NAVIGATORS).get(url)
    assert navigator.status_code == 302 or b"Legal help" not in navigator.content
    assert navigator.status_code != 200


def test_the_spreadsheet_has_a_line_for_each_page_and_each_gap(legal):
    response = officer(KINSHIP_LEAD).get(f"{REPORT}?export=csv")
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))

    met = [row for row in rows if row["Met"] == "Met"]
    assert [(row["Duty"], row["Page"], row["Kept by"], row["Last checked"]) for row in met] == [
        ("Legal support", "Legal help", "Legal team", "2026-11-02")
    ]
    assert len(rows) == len(Duty)


def test_the_spreadsheet_can_be_had_for_office_programs(legal):
    response = officer(KINSHIP_LEAD).get(f"{REPORT}?export=xlsx")

    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    assert "Legal help" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_paper_for_scrutiny_is_tagged_and_names_the_council_and_the_gaps(legal, tmp_path):
    response = officer(KINSHIP_LEAD).get(PAPER)
    path = tmp_path / "duties.pdf"
    path.write_bytes(response.content)

    assert response["Content-Type"] == "application/pdf"
    assert pdfua.validate(path).findings == ()
    words = text_of(path)
    for said in ("Testham Borough Council", "Legal help", "of 36 met", "Not met"):
        assert said in words


def test_the_desk_names_what_is_not_met(legal):
    editors_desk = officer(SECTION_EDITORS).get("/cms/")

    assertContains(editors_desk, "Duties not met")
    assertContains(editors_desk, "desk__part--serious")
    assertNotContains(officer(NAVIGATORS).get("/cms/"), "Duties not met")


def test_a_lead_who_ties_a_duty_to_a_page_closes_its_gap_everywhere_with_that_publish(client, section):
    page = factories.make_guide(section, title="Legal help")
    lead = officer(KINSHIP_LEAD)

    def gaps_said():
        exported = csv.DictReader(io.StringIO(lead.get(f"{REPORT}?export=csv").getvalue().decode()))
        desk = re.search(r'id="desk-duties-not-met".*?</section>', lead.get("/cms/").text, re.DOTALL)[0]
        return {
            "map": "We have not published this yet." in part(client.get(LAW).text, Duty.GUIDANCE_LEGAL),
            "report": [row["Met"] for row in exported if row["Duty"] == Duty.GUIDANCE_LEGAL.label] == ["Not met"],
            "desk": int(re.search(r'desk__number">(\d+)', desk)[1]),
        }

    before = gaps_said()
    duties = rows("duties", {"duty": Duty.GUIDANCE_LEGAL.value})
    assert send_page(lead, page, "action-publish", **text_body("A solicitor helps."), **duties).status_code == 302
    confirm(lead, page)

    assert before == {"map": True, "report": True, "desk": len(Duty)}
    assert gaps_said() == {"map": False, "report": False, "desk": len(Duty) - 1}
