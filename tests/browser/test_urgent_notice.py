"""The urgent notice: put up by an officer, closed by a reader for these words only, and there without script too."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.test_small_screens import DOUBLE, TOO_WIDE

pytestmark = pytest.mark.xdist_group("browser")

LONGEST = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
TEXT = f"Our phone line is down today, at {LONGEST} too."
CLOSE = "Close this notice"


@pytest.fixture
def notice(lead):
    """Put up in the CMS, and taken down from the desk."""
    until = timezone.localtime() + datetime.timedelta(hours=5)
    lead.goto("/cms/urgentnotice/new/")
    lead.get_by_role("textbox", name="What readers must know").fill(TEXT)
    lead.locator("#id_shown_until").fill(f"{until:%d/%m/%Y %H:%M}")
    lead.keyboard.press("Escape")
    lead.get_by_role("button", name="Create").click()
    expect(lead.get_by_role("link", name=TEXT).first).to_be_visible()
    yield lead
    lead.goto("/cms/")
    lead.get_by_role("link", name=re.compile("^Take it down")).click()
    expect(lead.get_by_role("heading", name="Take this notice down?")).to_be_visible()
    assert violations(lead) == {}
    lead.get_by_role("button", name="Yes, take it down").click()
    expect(lead.get_by_text("The notice is down.")).to_be_visible()
    lead.goto("/")
    expect(lead.locator(".urgent-notice")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_sees_it_on_every_page_and_can_close_it(notice, browser, base_url, scripts):
    for colours in ("light", "dark"):
        context = browser.new_context(
            base_url=base_url,
            java_script_enabled=scripts,
            color_scheme=colours,
            viewport={"width": 360, "height": 640},
        )
        page = context.new_page()
        page.goto("/")
        expect(page.get_by_role("region", name="Urgent notice")).to_contain_text(TEXT)
        if not scripts:
            expect(page.get_by_role("button", name=CLOSE)).to_be_hidden()
            page.get_by_role("link", name=CLOSE).click()
            expect(page.get_by_role("region", name="Urgent notice")).to_be_hidden()
            page.goto("/search/?q=money")
            expect(page.get_by_role("region", name="Urgent notice")).to_contain_text(TEXT)
            context.close()
            continue
        assert violations(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.evaluate(DOUBLE)
        assert page.evaluate(TOO_WIDE) == []
        page.reload()
        page.emulate_media(media="print")
        expect(page.locator(".urgent-notice")).to_be_hidden()
        page.emulate_media(media="screen")
        page.get_by_role("button", name=CLOSE).press("Enter")
        expect(page.locator(".urgent-notice")).to_be_hidden()
        expect(page.locator("main")).to_be_focused()
        page.goto("/money/")
        expect(page.locator(".urgent-notice")).to_be_hidden()
        page.evaluate("sessionStorage.setItem('notice-closed', 'other words')")
        page.reload()
        expect(page.locator(".urgent-notice")).to_be_visible()
        assert context.cookies() == []
        context.close()
