"""Addresses as people type them from paper, or as a message mangles them, lead to the page that was meant."""

import pytest
from pytest_django.asserts import assertRedirects

from tests import factories


def get(client, typed):
    """As a server passes it on: the test's own client reads two slashes as the name of another site."""
    return client.get("/", PATH_INFO=typed.encode().decode("latin-1"))


@pytest.fixture
def allowances(section):
    return factories.make_support(section, slug="allowances")


@pytest.mark.parametrize(
    "typed",
    [
        *("/Money/Allowances/", "/MONEY/ALLOWANCES", "/money//allowances/", "//money/allowances"),
        *("/money/allowances//", "/money/allowances.", "/money/allowances/.", "/money/allowances),"),
        *("/money/allowances/)", "/money/allowances ", "/(money/allowances)", "/money/allowances”."),
        *("/money\\allowances", "/money/allowances…", "/money/allowances>"),
    ],
)
def test_an_address_is_forgiven_its_slips(client, allowances, typed):
    assertRedirects(get(client, typed), allowances.url, status_code=301, fetch_redirect_response=False)
    assert client.get(allowances.url).status_code == 200


def test_what_is_asked_comes_along(client, allowances):
    answer = client.get("/Search/?q=Bed&page=2")

    assertRedirects(answer, "/search/?q=Bed&page=2", status_code=301, fetch_redirect_response=False)


@pytest.mark.parametrize("typed", ["/LEAFLET.PDF", "/Leaflet.pdf.", "/leaflet.pdf)"])
def test_a_paper_too(client, home, typed):
    assertRedirects(client.get(typed), "/leaflet.pdf", status_code=301, fetch_redirect_response=False)


def test_a_code_in_capitals_leads_to_its_page(client, allowances):
    code = allowances.short_code.code

    for typed in (f"/K/{code.upper()}.", f"/k/{code.upper()}", f"/K/{code}/"):
        assert client.get(typed, follow=True).request["PATH_INFO"] == "/money/allowances/"


@pytest.mark.parametrize(
    "typed",
    [
        *("/money/allowance/", "/Nowhere/", "//evil.example/", "/\\evil.example", "//evil.example/money/allowances/"),
        *("/money/allowances/x.", "/wp-admin.PHP", "/money/allowances\0.", "/" + "A/" * 2000),
    ],
)
def test_what_leads_nowhere_is_not_found_where_it_was_typed(client, allowances, typed):
    assert get(client, typed).status_code == 404


def test_a_form_is_not_sent_elsewhere(client, allowances):
    assert client.post("/Search/").status_code == 404


@pytest.mark.parametrize("typed", ["/sign-off/SeCret.", "/sign-off/SeCret/"])
def test_the_letters_of_a_secret_stay_as_they_are(client, home, typed):
    assert client.get(typed).status_code == 404


@pytest.mark.parametrize("typed", ["/CMS/Pages/", "/static/SITE.CSS", "/cms/Nothing."])
def test_the_cms_and_files_keep_their_names(client, home, typed):
    answer = client.get(typed)

    assert answer.status_code == 404 or "/cms" in answer["Location"]


def test_an_old_address_in_capitals_leads_to_the_new_one(client, allowances, django_capture_on_commit_callbacks):
    allowances.slug = "weekly-money"
    with django_capture_on_commit_callbacks(execute=True):
        allowances.save_revision().publish()

    assert client.get("/Money/Allowances.", follow=True).request["PATH_INFO"] == "/money/weekly-money/"


def test_marks_of_newsletters_change_nothing(client, allowances):
    plain = client.get("/money/allowances/")
    marked = client.get("/money/allowances/?utm_source=mail&fbclid=abc&gclid=1")

    assert marked.status_code == 200
    assert "fbclid" not in marked.content.decode()
    assert marked["ETag"] == plain["ETag"]
