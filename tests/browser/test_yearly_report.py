"""The kinship lead makes the yearly report; an editor may not."""

import csv

import pdfua
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser")


def test_the_lead_makes_the_yearly_report_and_takes_it_away(lead, tmp_path):
    lead.goto("/cms/")
    lead.get_by_role("button", name="Reports").click()
    lead.get_by_role("link", name="Yearly report").click()
    expect(lead.get_by_role("heading", level=1)).to_contain_text("Yearly report")
    expect(lead.get_by_role("heading", name="What the law and the guidance ask")).to_be_visible()
    expect(lead.get_by_role("img", name="Duties met and not met")).to_be_visible()

    with lead.expect_download() as waiting:
        lead.get_by_role("link", name="Download PDF").click()
    waiting.value.save_as(tmp_path / "report.pdf")
    assert pdfua.validate(tmp_path / "report.pdf").findings == ()

    with lead.expect_download() as waiting:
        lead.get_by_role("link", name="Download CSV").click()
    waiting.value.save_as(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as file:
        assert any("duties met" in row[3] for row in csv.reader(file))


def test_an_editor_is_refused_the_yearly_report(editor):
    editor.goto("/cms/")
    expect(editor.get_by_role("link", name="Yearly report")).to_have_count(0)

    editor.goto("/cms/reports/yearly/")

    expect(editor.locator("body")).to_contain_text("you do not have permission")
    assert editor.request.get("/cms/reports/yearly/report.pdf").headers["content-type"].startswith("text/html")
