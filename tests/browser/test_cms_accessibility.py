"""axe finds nothing to mend where officers work: as the role that works there, by day and by night."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.browser.kinds import KINDS, different_looks

pytestmark = pytest.mark.xdist_group("browser")

# Wagtail's own list of a long form's parts: its links can't be reached by keyboard while it is folded, and need not be.
# Neither has its button a name that shows who else has the page open: an officer of another test.
WAGTAILS_OWN = [".w-minimap__list", ".w-editing-sessions__session"]
LISTS = re.compile(r"^/cms/(?:snippets|callback|signoff|offerversion)/")
FORMS = re.compile(r"^/cms/.+/(?:add|new|edit|inspect)/")
HARD = "The aforementioned provision shall be administered in accordance with the applicable statutory framework."


def found_on(page, path, words=""):
    """What axe finds on one screen, by day and by night."""
    assert page.goto(path).status == 200, path
    return found_here(page, path, words)


def found_here(page, path, words):
    """What axe finds on the screen that is open, which says these words."""
    expect(page.locator("main")).to_contain_text(words)
    page.wait_for_load_state("networkidle")
    found = violations_everywhere(page, exclude=WAGTAILS_OWN)
    return {(path, *where): elements for where, elements in found.items()}


def menu(page):
    """Every screen that the menu of whoever is signed in leads to."""
    page.goto("/cms/")
    props = json.loads(page.locator("#wagtail-sidebar-props").text_content())
    return list(dict.fromkeys(re.findall(r'"url": "(/cms/[^"]*)"', json.dumps(props))))


def help_pages(page):
    page.goto("/cms/help/")
    return links(page, re.compile("^/cms/help/.+"))


def editor_of(page, path):
    """The address of a page's editor, as the bar on the page itself gives it to officers."""
    return re.search(r"/cms/pages/\d+/edit/", page.request.get(path).text())[0]


def save_summary(page, editor, words):
    page.goto(editor)
    page.get_by_role("textbox", name="Summary").fill(words)
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state("networkidle")


def links(page, pattern):
    """Where the links in the main part of the screen lead, if that is of this kind."""
    hrefs = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))")
    return list(dict.fromkeys(href.partition("?")[0] for href in hrefs if pattern.match(href)))


@pytest.mark.parametrize("role", ["lead", "editor", "navigator", "administrator"])
def test_axe_finds_nothing_on_the_desk(request, role):
    page = request.getfixturevalue(role)

    assert found_on(page, "/cms/") == {}


def test_axe_finds_nothing_on_any_screen_of_the_leads_menu(lead):
    paths = menu(lead)
    assert len([path for path in paths if path.startswith("/cms/reports/")]) > 5

    assert {key: value for path in paths for key, value in found_on(lead, path).items()} == {}


def test_axe_finds_nothing_on_the_forms_behind_the_lists(lead):
    forms = []
    for path in filter(LISTS.match, menu(lead)):
        lead.goto(path)
        by_kind = {FORMS.match(form)[0]: form for form in reversed(links(lead, FORMS))}
        forms += by_kind.values()
    assert len(forms) > 8

    assert {key: value for path in forms for key, value in found_on(lead, path).items()} == {}


def test_axe_finds_nothing_in_the_help(lead):
    paths = different_looks(lead, help_pages(lead))

    assert {key: value for path in paths for key, value in found_on(lead, path).items()} == {}


@pytest.mark.slow  # the test above looks at one of each look
def test_axe_finds_nothing_on_any_page_of_the_help(lead):
    paths = help_pages(lead)
    assert len(paths) > 5

    assert {key: value for path in paths for key, value in found_on(lead, path).items()} == {}


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_axe_finds_nothing_in_the_editor_of_any_kind_of_page(editor, path):
    assert found_on(editor, editor_of(editor, path)) == {}


def test_axe_finds_nothing_on_the_way_to_a_sign_off(editor):
    send = editor_of(editor, "/legal/").replace("/pages/", "/sign-offs/send/").replace("edit/", "")
    found = found_on(editor, send)
    editor.get_by_role("textbox", name="Role").fill("Solicitor")
    editor.get_by_role("button", name="Make the link").click()
    editor.get_by_role("link", name="See this sign-off").click()
    pk = re.search(r"/(\d+)/$", editor.url)[1]
    for path in (editor.url, f"/cms/sign-offs/{pk}/new-link/", f"/cms/sign-offs/{pk}/withdraw/"):
        found |= found_on(editor, path)

    assert found == {}


def test_axe_finds_nothing_before_publishing_with_open_hints_and_with_errors(lead):
    editor = editor_of(lead, "/feelings/empower/")
    lead.goto(editor)
    before = lead.get_by_role("textbox", name="Summary").input_value()
    save_summary(lead, editor, HARD)
    try:
        found = found_on(lead, editor.replace("/edit/", "/before-publishing/"), "about plain words")
        lead.get_by_role("radio", name="New version").check()
        lead.get_by_role("button", name="Publish all the same").click()
        found |= found_here(lead, "errors", "Nothing is lost, and nothing is published yet.")
    finally:
        save_summary(lead, editor, before)

    assert found == {}


def test_axe_finds_nothing_on_calling_a_meeting_off_and_putting_it_back(lead):
    lead.goto("/cms/")
    lead.get_by_role("link", name="Call off this meeting").first.click()
    found = found_here(lead, "call off", "Call this meeting off?")
    lead.get_by_label("Reason").fill("The worker is ill")
    lead.get_by_role("button", name="Yes, call it off").click()
    lead.get_by_role("link", name="Put it back on").first.click()
    found |= found_here(lead, "put back", "Put this meeting back on?")
    lead.get_by_role("button", name="Yes, it is on").click()
    expect(lead.get_by_text("is on again")).to_be_visible()

    assert found == {}


def test_axe_finds_nothing_where_a_reason_is_asked_because_a_page_proves_a_duty(lead):
    lead.goto(editor_of(lead, "/family/family-time/").replace("/edit/", "/unpublish/"))
    lead.get_by_role("button", name="Yes, unpublish it").click()
    found = found_here(lead, "reason", "This page proves what stands below it.")
    lead.get_by_role("button", name="Yes, take it offline").click()
    found |= found_here(lead, "no reason", "This field is required.")

    assert found == {}
    assert lead.request.get("/family/family-time/").ok


def test_axe_finds_nothing_on_the_screens_of_a_duty(lead):
    duty = "/cms/duties/act-family-time/"
    part = re.search(r"page=\d+", lead.request.get(duty).text())[0]
    screens = {
        "/cms/reports/duties/": "What proves it, and what to do next",
        duty: "How far do you do this?",
        f"{duty}proofs/part/": "step 1 of 2",
        f"{duty}proofs/part/?{part}": "step 2 of 2",
        f"{duty}proofs/decision/": "What was decided",
        f"{duty}proofs/post/": "The job title",
        f"{duty}sign-off/": "Your job title",
    }

    assert {key: value for path, words in screens.items() for key, value in found_on(lead, path, words).items()} == {}


def test_axe_finds_nothing_on_the_questions_asked_before_an_officer_acts(lead):
    pk = re.search(r"\d+", editor_of(lead, "/legal/legal-advice/"))[0]
    lead.goto("/cms/snippets/pages/contact/?q=Navigators")
    contact = links(lead, re.compile(r"/cms/snippets/pages/contact/edit/"))[0].replace("/edit/", "/delete/")
    asked = {
        f"/cms/checking/{pk}/": "Is it all still true?",
        f"/cms/bulk/wagtailcore/page/give_owner/?id={pk}": "Who checks these pages from now on?",
        f"/cms/pages/{pk}/delete/": "lead here, or to a page below.",
        contact: "It cannot be deleted yet",
    }

    assert {key: value for path, words in asked.items() for key, value in found_on(lead, path, words).items()} == {}
