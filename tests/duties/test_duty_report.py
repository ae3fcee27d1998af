"""The report for officers and for scrutiny, with the evidence and the gaps."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.vocabulary import Duty
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from tests import factories
from tests.cms import confirm, rows, send_page, text_body
from tests.duties.making import LAW, LEGAL, officer, part, published
from tests.paper.pdfs import text_of

REPORT = "/cms/reports/duties/"
PAPER = "/cms/reports/duties/duties.pdf"


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_officers_see_the_evidence_the_sign_off_and_what_to_do_next(legal, role):
    response = officer(role).get(REPORT)

    assertContains(response, "Legal help")
    assertContains(response, "Signed off by: Kinship lead")
    assertContains(response, 'class="button button-small button-secondary" href="/cms/duties/')
    assertContains(response, "Say how far you do this, and what proves it")


def test_what_is_not_met_stands_first_for_officers(legal):
    html = officer(KINSHIP_LEAD).get(REPORT).text

    assert html.rindex('id="guidance-') == html.index(f'id="{LEGAL}"')


def test_officers_are_told_why_it_fell_back(legal):
    legal.specific.unpublish()

    response = officer(KINSHIP_LEAD).get(REPORT)

    assertContains(response, "Something that should prove it does not")
    assertContains(response, "Publish “Legal help” for all readers")


@pytest.mark.parametrize("url", [REPORT, f"{REPORT}results/", PAPER, f"{REPORT}?export=csv"])
def test_navigators_and_strangers_are_refused_the_report(client, legal, url):
    assert client.get(url).status_code == 302
    navigator = officer(NAVIGATORS).get(url)
    assert navigator.status_code == 302 or b"Legal help" not in navigator.content
    assert navigator.status_code != 200


def test_the_spreadsheet_has_a_line_for_each_proof_and_each_gap(legal):
    response = officer(KINSHIP_LEAD).get(f"{REPORT}?export=csv")
    lines = list(csv.DictReader(io.StringIO(response.getvalue().decode())))

    (met,) = [line for line in lines if line["State"] == "Met"]
    assert (met["Duty"], met["Proof"], met["Kept by"], met["Last checked"], met["Does it hold?"]) == (
        "Legal support",
        "Legal help",
        "Legal team",
        "2026-11-02",
        "Yes",
    )
    assert (met["Signed off by"], met["Signed off on"], met["Look again on"]) == (
        "Kinship lead",
        "2026-11-02",
        "2027-11-02",
    )
    assert len(lines) == len(Duty)


def test_the_spreadsheet_can_be_had_for_office_programs(legal):
    response = officer(KINSHIP_LEAD).get(f"{REPORT}?export=xlsx")

    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    assert "Legal help" in [cell.value for line in sheet.iter_rows() for cell in line]


def test_the_paper_for_scrutiny_is_tagged_and_has_the_evidence_and_the_gaps(legal, tmp_path, faults_of):
    factories.make_checklist()
    response = officer(KINSHIP_LEAD).get(PAPER)
    path = tmp_path / "duties.pdf"
    path.write_bytes(response.content)

    assert response["Content-Type"] == "application/pdf"
    assert faults_of(path) == []
    words = " ".join(text_of(path).split())
    for said in ("Testham Borough Council", "Legal help", "Of 37 things.", "Not met", "Signed off by: Kinship lead"):
        assert said in words


def test_the_desk_says_what_would_move_each_forward(legal):
    legal.specific.unpublish()
    editors_desk = officer(SECTION_EDITORS).get("/cms/")

    assertContains(editors_desk, "Duties not met")
    assertContains(editors_desk, "desk__part--serious")
    assertNotContains(officer(NAVIGATORS).get("/cms/"), "Duties not met")


def test_one_publish_moves_public_page_report_and_desk(client, legal, section):
    lead = officer(KINSHIP_LEAD)

    def said():
        exported = csv.DictReader(io.StringIO(lead.get(f"{REPORT}?export=csv").getvalue().decode()))
        desk = re.search(r'id="desk-duties-not-met".*?</section>', lead.get("/cms/").text, re.DOTALL)[0]
        return {
            "public": "We do this" in part(client.get(LAW).text),
            "report": [line["State"] for line in exported if line["Duty"] == "Legal support"],
            "desk": int(re.search(r'desk__number">(\d+)', desk)[1]),
        }

    before = said()
    tags = rows("duties", {"duty": LEGAL})
    words = text_body("A solicitor helps.")
    assert send_page(lead, legal, "action-publish", **words, **tags).status_code == 302
    confirm(lead, legal)
    assert said() == before == {"public": True, "report": ["Met"], "desk": len(Duty) - 1}

    published(legal, body=[("text", {"text": "<p>Ring <mark>Sam</mark>.</p>"})])
    assert said() == {"public": False, "report": ["Not met"], "desk": len(Duty)}
