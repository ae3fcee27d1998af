"""The kinship lead makes the yearly report; an editor may not."""

import csv

import pdfua
import pytest
from playwright.sync_api import expect

from tests.browser.test_cms import sign_in

pytestmark = pytest.mark.xdist_group("browser")


def test_the_lead_makes_the_yearly_report_and_takes_it_away(page, tmp_path):
    sign_in(page, "demo-lead")
    page.get_by_role("button", name="Reports").click()
    page.get_by_role("link", name="Yearly report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Yearly report")
    expect(page.get_by_role("heading", name="What the law and the guidance ask")).to_be_visible()
    expect(page.get_by_role("img", name="Duties met and not met")).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download PDF").click()
    waiting.value.save_as(tmp_path / "report.pdf")
    assert pdfua.validate(tmp_path / "report.pdf").findings == ()

    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download CSV").click()
    waiting.value.save_as(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as file:
        assert any("duties met" in row[3] for row in csv.reader(file))


def test_an_editor_is_refused_the_yearly_report(page):
    sign_in(page, "demo-editor")
    expect(page.get_by_role("link", name="Yearly report")).to_have_count(0)

    page.goto("/cms/reports/yearly/")

    expect(page.locator("body")).to_contain_text("you do not have permission")
    assert page.request.get("/cms/reports/yearly/report.pdf").headers["content-type"].startswith("text/html")
