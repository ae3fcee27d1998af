"""Plain words in the CMS: the hints in the editor, the list of plainer words, the report and the desk."""

import csv
import datetime
import io

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.test.utils.form_data import querydict_from_html

from pages import plain_words
from pages.content.support import SupportPage
from pages.core.content_version import ContentVersion
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.plain_words.plain_phrase import PlainPhrase
from tests import factories
from tests.cms import editor_of, make_officer

REPORT = "/cms/reports/plain-words/"
PHRASES = "/cms/snippets/pages/plainphrase/"
MAY_WRITE = [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS]
HARD = (
    "<p>Determination of organisational responsibilities necessitates considerable administrative preparation.</p>" * 6
)


@pytest.fixture
def page(section):
    factories.make_phrase(phrase="prior to", instead="before", why="It is shorter.")
    return factories.make_guide(section, title="Ring us")


@pytest.fixture
def sign_in(client):
    def as_role(role):
        user = make_officer(role)
        client.force_login(user)
        return user

    return as_role


def typed(client, page, **fields):
    """The editor's form as the CMS draws it, with something else typed."""
    data = querydict_from_html(client.get(editor_of(page)).content.decode(), form_id="page-edit-form")
    data.update({"body-count": "0", "needs_met-count": "0"} | fields)
    return data


@pytest.mark.parametrize("role", MAY_WRITE)
def test_what_is_typed_is_read_before_it_is_saved(client, page, sign_in, role):
    sign_in(role)
    data = typed(client, page, search_description="Ring us prior to Monday.")

    response = client.post(f"{editor_of(page)}plain-words/", data)

    assertContains(response, "Plainer: before. It is shorter.")
    assertContains(response, 'data-plain-words-go="search_description"')
    assertContains(response, "1 hint about plain words.")
    page.refresh_from_db()
    assert page.search_description != "Ring us prior to Monday."
    assert page.latest_revision is None


def test_blocks_are_read_and_named_by_their_ids(client, page, sign_in):
    sign_in(SECTION_EDITORS)
    blocks = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "quote",
        "body-0-id": "11111111-1111-4111-8111-111111111111",
        "body-0-value-text": "I rang prior to it.",
        "body-0-value-source": "A carer",
    }

    response = client.post(f"{editor_of(page)}plain-words/", typed(client, page, **blocks))

    assertContains(response, 'data-plain-words-go="body.11111111-1111-4111-8111-111111111111.text"')


def test_a_form_with_a_mistake_is_read_all_the_same(client, page, sign_in):
    sign_in(SECTION_EDITORS)
    data = typed(client, page, title="", search_description="Ring us prior to Monday. " * 9, kept_by="")

    assertContains(client.post(f"{editor_of(page)}plain-words/", data), "Plainer: before.")


def test_rows_are_read(client, section, sign_in):
    factories.make_phrase()
    page = factories.make_support(section)
    sign_in(SECTION_EDITORS)
    data = typed(client, page, **{"eligibility-2-reason": "Ask prior to Monday.", "steps-count": "0"})

    response = client.post(f"{editor_of(page)}plain-words/", data)

    assertContains(response, 'data-plain-words-go="eligibility.2.reason"')
    assert SupportPage.objects.get().eligibility.filter(reason__contains="prior").count() == 0


@pytest.mark.parametrize("role", MAY_WRITE)
def test_a_new_page_is_read_before_its_first_save(client, section, page, sign_in, role):
    sign_in(role)
    address = f"/cms/pages/add/pages/guidepage/{section.pk}/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data.update(
        {"title": "A new one", "search_description": "Ring prior to Monday."}
        | {"body-count": "0", "needs_met-count": "0"}
    )

    assertContains(client.post(f"{address}plain-words/", data), "Plainer: before.")


@pytest.mark.parametrize("role", [NAVIGATORS, None])
def test_nobody_else_has_a_page_read(client, section, page, sign_in, role):
    if role:
        sign_in(role)
    addresses = [f"{editor_of(page)}plain-words/", f"/cms/pages/add/pages/guidepage/{section.pk}/plain-words/"]

    for address in addresses:
        response = client.post(address, {"title": "x", "search_description": "Ring prior to Monday."})
        assert response.status_code in (302, 403)
        assertNotContains(response, "before", status_code=response.status_code)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"title": "x"},
        {"body-count": "x"},
        {"body-count": "1", "body-0-type": "text", "body-0-order": "0", "body-0-value-text": "no JSON"},
        {"body-count": "1", "body-0-type": "text", "body-0-order": "0", "body-0-value-text": "{}"},
        {"body-count": "1"},
        {"contacts-TOTAL_FORMS": "x", "title": "\0"},
    ],
)
def test_a_form_that_is_none_breaks_nothing(client, page, sign_in, data):
    sign_in(SECTION_EDITORS)

    assert client.post(f"{editor_of(page)}plain-words/", data).status_code in (200, 400)


@pytest.mark.parametrize("kind", ["pages/nothing", "auth/user", "wagtailcore/page", "pages/contact"])
def test_only_pages_of_ours_can_be_read(client, section, page, sign_in, kind):
    sign_in(ADMINISTRATORS)

    assert client.post(f"/cms/pages/add/{kind}/{section.pk}/plain-words/").status_code == 404
    assert client.get(f"{editor_of(page)}plain-words/").status_code == 405
    assert client.post("/cms/pages/1/edit/plain-words/").status_code in (302, 404)


def test_the_editor_shows_the_hints_of_the_last_draft_without_a_script(client, page, sign_in):
    sign_in(SECTION_EDITORS)
    page.search_description = "Ring us prior to Monday."
    page.save_revision()

    response = client.get(editor_of(page))

    assertContains(response, "1 hint about plain words.")
    assertContains(response, "Plainer: before. It is shorter.")
    assertContains(response, "data-plain-words-panel")
    assertNotContains(response, "data-content-readability-score")


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_the_lead_keeps_the_list_of_plainer_words(client, page, sign_in, role):
    sign_in(role)

    client.post(f"{PHRASES}add/", {"phrase": "henceforth", "instead": "from now on", "why": ""})

    assert PlainPhrase.objects.get(slug="henceforth").instead == "from now on"
    page.search_description = "We ring you henceforth."
    assert [finding.quote for finding in plain_words.findings(page)] == ["henceforth"]


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_others_cannot_change_it(client, page, sign_in, role):
    sign_in(role)

    client.post(f"{PHRASES}add/", {"phrase": "henceforth", "instead": "from now on"})

    assert not PlainPhrase.objects.filter(phrase="henceforth").exists()


def test_a_changed_list_prints_no_paper(page, monkeypatch, django_capture_on_commit_callbacks):
    printed = []
    monkeypatch.setattr("pages.paper.remake.remake_paper", lambda: printed.append(True))
    before = ContentVersion.current()

    with django_capture_on_commit_callbacks(execute=True):
        factories.make_phrase(phrase="henceforth")

    assert (ContentVersion.current() != before, printed) == (True, [])


@pytest.fixture
def ranked(section):
    factories.make_phrase()
    factories.make_guide(section, title="Plain")
    factories.make_guide(section, title="One word", search_description="Ring us prior to Monday.")
    factories.make_guide(section, title="Hard", body=[("text", {"text": HARD})])
    factories.make_guide(section, title="A draft", live=False, search_description="Ring us prior to Monday.")


@pytest.mark.parametrize("role", MAY_WRITE)
def test_the_report_ranks_the_live_pages(client, ranked, sign_in, role):
    sign_in(role)

    response = client.get(REPORT)

    titles = [standing.title for standing in response.context["object_list"]]
    assert titles[:2] == ["Hard", "One word"]
    assert "Plain" in titles
    assert "A draft" not in titles
    assertContains(response, "Office words: 1")


@pytest.mark.parametrize("ordering", ["title", "-grade", "total", "nonsense"])
def test_the_report_can_be_sorted(client, ranked, sign_in, ordering):
    sign_in(KINSHIP_LEAD)

    found = list(client.get(REPORT, {"ordering": ordering}).context["object_list"])

    if ordering == "title":
        assert [standing.title for standing in found] == sorted(standing.title for standing in found)
    else:
        assert len(found) == 5


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_report_can_be_taken_away(client, ranked, sign_in, form):
    sign_in(KINSHIP_LEAD)

    content = b"".join(client.get(REPORT, {"export": form}).streaming_content)

    assert content
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(content.decode())))
        assert rows[0]["Page"] == "Hard"
        assert float(rows[0]["Reading grade"]) > 7
        assert {row["Page"]: row["Office words"] for row in rows}["One word"] == "1"


@pytest.mark.parametrize("role", [NAVIGATORS, None])
def test_the_report_is_for_who_edits_pages(client, ranked, sign_in, role):
    if role:
        sign_in(role)

    assert client.get(REPORT).status_code == 302
    assert REPORT not in client.get("/cms/", follow=True).content.decode()


@time_machine.travel(datetime.date(2026, 11, 22))
def test_hard_pages_are_on_the_desk(client, ranked, sign_in):
    sign_in(SECTION_EDITORS)

    response = client.get("/cms/")

    assertContains(response, "Hard to read")
    assertContains(response, ">Hard</a>")
    assertNotContains(response, ">One word</a>")


def test_the_ranking_is_remembered_until_something_changes(client, ranked, section, django_assert_max_num_queries):
    plain_words.ranking()

    with django_assert_max_num_queries(1):
        before = plain_words.ranking()
    page = factories.make_guide(section, title="New")

    assert page.pk not in {standing.pk for standing in before}
    assert page.pk in {standing.pk for standing in plain_words.ranking()}
