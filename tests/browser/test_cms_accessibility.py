"""axe finds nothing to mend where officers work: as the role that works there, by day and by night."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_accessibility import RULES
from tests.browser.test_cms import sign_in

pytestmark = pytest.mark.xdist_group("browser")

# Wagtail's own list of a long form's parts: its links can't be reached by keyboard while it is folded, and need not be.
WAGTAILS_OWN = [".w-minimap__list"]
EDITORS = {
    "HomePage": "/",
    "SectionPage": "/money/",
    "SupportPage": "/money/allowances/",
    "GroupPage": "/groups/fortnightly-groups/",
    "GuidePage": "/start-here/getting-started/",
    "InformationPage": "/urgent-help/",
    "ContactsPage": "/contact-us/",
    "GlossaryPage": "/glossary/",
    "LeafletPage": "/leaflet/",
    "HaveYourSayPage": "/have-your-say/",
}
LISTS = re.compile(r"^/cms/(?:snippets|callback|signoff|offerversion)/")
FORMS = re.compile(r"^/cms/.+/(?:add|new|edit|inspect)/")


def found_on(page, path):
    """What axe finds on one screen, by day and by night."""
    assert page.goto(path).status == 200, path
    page.wait_for_load_state("networkidle")
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(250)  # colours fade into one another
        rules = Axe().run(page, context={"exclude": WAGTAILS_OWN}, options={"runOnly": RULES}).response["violations"]
        for rule in rules:
            found[path, scheme, rule["id"]] = [node["target"] for node in rule["nodes"]]
    return found


def menu(page):
    """Every screen that the menu of whoever is signed in leads to."""
    page.goto("/cms/")
    props = json.loads(page.locator("#wagtail-sidebar-props").text_content())
    return list(dict.fromkeys(re.findall(r'"url": "(/cms/[^"]*)"', json.dumps(props))))


def editor_of(page, path):
    """The address of a page's editor, as the bar on the page itself gives it to officers."""
    return re.search(r"/cms/pages/\d+/edit/", page.request.get(path).text())[0]


def links(page, pattern):
    """Where the links in the main part of the screen lead, if that is of this kind."""
    hrefs = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))")
    return list(dict.fromkeys(href.partition("?")[0] for href in hrefs if pattern.match(href)))


@pytest.mark.parametrize("role", ["lead", "editor", "navigator", "admin"])
def test_axe_finds_nothing_on_the_desk(page, role):
    sign_in(page, f"demo-{role}")

    assert found_on(page, "/cms/") == {}


def test_axe_finds_nothing_on_any_screen_of_the_leads_menu(page):
    sign_in(page, "demo-lead")
    paths = menu(page)
    assert len([path for path in paths if path.startswith("/cms/reports/")]) > 5

    assert {key: value for path in paths for key, value in found_on(page, path).items()} == {}


def test_axe_finds_nothing_on_the_forms_behind_the_lists(page):
    sign_in(page, "demo-lead")
    forms = []
    for path in filter(LISTS.match, menu(page)):
        page.goto(path)
        by_kind = {FORMS.match(form)[0]: form for form in reversed(links(page, FORMS))}
        forms += by_kind.values()
    assert len(forms) > 8

    assert {key: value for path in forms for key, value in found_on(page, path).items()} == {}


def test_axe_finds_nothing_in_the_help(page):
    sign_in(page, "demo-lead")
    page.goto("/cms/help/")
    paths = links(page, re.compile("^/cms/help/.+"))
    assert len(paths) > 5

    assert {key: value for path in paths for key, value in found_on(page, path).items()} == {}


@pytest.mark.parametrize("path", EDITORS.values(), ids=EDITORS)
def test_axe_finds_nothing_in_the_editor_of_any_kind_of_page(page, path):
    sign_in(page, "demo-editor")

    assert found_on(page, editor_of(page, path)) == {}


def test_axe_finds_nothing_on_the_way_to_a_sign_off(page):
    sign_in(page, "demo-editor")
    send = editor_of(page, "/legal/").replace("/pages/", "/sign-offs/send/").replace("edit/", "")
    found = found_on(page, send)
    page.get_by_role("textbox", name="Role").fill("Solicitor")
    page.get_by_role("button", name="Make the link").click()
    page.get_by_role("link", name="See this sign-off").click()
    pk = re.search(r"/(\d+)/$", page.url)[1]
    for path in (page.url, f"/cms/sign-offs/{pk}/new-link/", f"/cms/sign-offs/{pk}/withdraw/"):
        found |= found_on(page, path)

    assert found == {}
