"""When something is wrong, a reader still gets a page in the site's look, with somebody to ring."""

from urllib.parse import quote

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from kinship_offer import urls
from tests.html import headings, parse

handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500


def forbidden(request):
    raise PermissionDenied


def broken(request):
    raise RuntimeError("broken on purpose")


def form(request):
    return HttpResponse("taken")


urlpatterns = [path("forbidden/", forbidden), path("broken/", broken), path("form/", form), *urls.urlpatterns]
ERRORS = {"/nowhere/": 404, "/forbidden/": 403, "/broken/": 500}


@pytest.fixture
def visitor(home, settings):
    """A visitor of an offer that has some pages that fail."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.fixture
def database_down(monkeypatch):
    """Makes every question to the database fail, as when its server is gone."""

    def refuse(*args, **kwargs):
        raise OperationalError("the database is gone")

    def stop():
        monkeypatch.setattr(connection, "cursor", refuse)
        monkeypatch.setattr(connection, "chunked_cursor", refuse)

    yield stop
    monkeypatch.undo()


def check_helps(response, status):
    tree = parse(response)
    links = [link.get("href") for link in tree.iter("a")]
    assert response.status_code == status
    assert headings(tree).count(1) == 1
    assert "css/site" in response.content.decode()
    assert "tel:01632960123" in links
    assert tree.find(".//meta[@name='robots']").get("content") == "noindex"
    assert tree.find(".//form[@role='search']") is not None


@pytest.mark.parametrize(("url", "status"), ERRORS.items())
def test_an_error_page_helps(visitor, url, status):
    check_helps(visitor.get(url), status)


def test_a_form_without_its_token_is_answered_with_help(visitor):
    check_helps(visitor.post("/form/"), 403)


@pytest.mark.parametrize("url", ["/", "/nowhere/", "/search/?q=money", "/leaflet.pdf"])
def test_the_number_is_there_while_the_database_is_down(visitor, database_down, url):
    visitor.get("/")
    database_down()

    response = visitor.get(url)

    check_helps(response, 503)
    assert response["Retry-After"] == "30"


def test_what_is_broken_at_our_end_is_told_as_such_while_the_database_is_down_too(visitor, database_down):
    visitor.get("/")
    database_down()

    check_helps(visitor.get("/broken/"), 500)


@pytest.mark.parametrize(("url", "status"), [("/forbidden/", 403), ("/form/", 403)])
def test_a_refusal_needs_no_database(visitor, database_down, url, status):
    visitor.get("/")
    database_down()

    check_helps(visitor.post(url), status)


def test_somebody_signed_in_gets_the_number_too_while_the_database_is_down(visitor, database_down):
    visitor.get("/")
    visitor.cookies["sessionid"] = "0" * 32
    database_down()

    check_helps(visitor.get("/"), 503)


odd = st.text(st.characters(codec="utf-8"), max_size=60) | st.binary(max_size=60)
fuzz = hypothesis(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@fuzz
@given(odd)
@example("\0")
@example("money/\0/")
@example("a" * 9000)
@example("/".join("a" * 2000))
@example("..%2f..%2fetc/passwd")
@example("brand-\0.css")
@example("media/images/../../db.sqlite3")
@example("media/images/\0")
@example("documents/1/\0")
@example("مساعدة/")
@example(b"\xff\xfe%")
def test_no_address_breaks_the_site(client, section, words):
    assert client.get("/" + quote(words)).status_code in {200, 301, 302, 400, 404}


@fuzz
@given(st.sampled_from(["/", "/money/", "/search/", "/nowhere/"]), odd, odd)
@example("/search/", "q", "\0")
@example("/search/", "q", '"')
@example("/search/", "q", "%" * 10_000)
@example("/search/", "q", "   ")
def test_no_query_breaks_the_site(client, section, url, name, value):
    assert client.get(f"{url}?{quote(name)}={quote(value)}").status_code in {200, 301, 302, 400, 404}
