"""A link into the site never dies: whatever an officer moves or renames, the old address leads to the page."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects
from wagtail.models import Page

from pages.council.roles import ADMINISTRATORS
from tests import factories
from tests.cms import make_officer


@pytest.fixture
def allowances(home, section, client):
    client.force_login(make_officer(ADMINISTRATORS))
    return factories.make_support(section, title="Allowances", slug="allowances")


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Publishes a page under a new slug; what follows from it comes after the database has it."""

    def publish(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish


def test_a_page_with_a_new_slug_is_found_at_its_old_address(client, allowances, rename):
    rename(allowances, "weekly-money")

    assertRedirects(client.get("/money/allowances/"), "/money/weekly-money/", status_code=301)


def test_so_are_the_pages_of_a_section_with_a_new_slug(client, allowances, section, rename):
    rename(section, "money-and-work")

    assertRedirects(client.get("/money/"), "/money-and-work/", status_code=301)
    assertRedirects(client.get("/money/allowances/"), "/money-and-work/allowances/", status_code=301)


def test_a_page_that_an_officer_moves_is_found_at_its_old_address(client, home, allowances):
    other = factories.make_section(home, slug="legal")

    client.post(f"/cms/pages/{allowances.pk}/move/{other.pk}/confirm/")

    assertRedirects(client.get("/money/allowances/"), "/legal/allowances/", status_code=301)


def test_a_page_that_is_moved_twice_is_found_at_both_old_addresses(client, home, allowances):
    for slug in ("legal", "health"):
        other = factories.make_section(home, slug=slug)
        client.post(f"/cms/pages/{allowances.pk}/move/{other.pk}/confirm/")

    for old in ("/money/allowances/", "/legal/allowances/"):
        assertRedirects(client.get(old), "/health/allowances/", status_code=301)


def test_a_page_that_takes_an_old_address_has_it(client, allowances, section, rename):
    rename(allowances, "weekly-money")
    factories.make_guide(section, title="Another", slug="allowances")

    assertContains(client.get("/money/allowances/"), "Another")


@pytest.mark.parametrize("gone", ["unpublish", "delete"])
def test_the_old_address_of_a_page_that_is_gone_helps_to_find_another(client, allowances, gone):
    getattr(allowances, gone)()

    response = client.get("/money/allowances/")

    assertContains(response, 'action="/search/"', status_code=404)
    assertContains(response, "01632 960 123", status_code=404)


def test_links_in_running_text_follow_a_page_that_moves(client, home, section, allowances):
    link = f'<p><a linktype="page" id="{allowances.pk}">Money each week</a></p>'
    guide = factories.make_guide(section, body=[("text", {"text": link})])

    client.post(f"/cms/pages/{allowances.pk}/move/{factories.make_section(home, slug='legal').pk}/confirm/")

    assertContains(client.get(guide.url), '<a href="/legal/allowances/">Money each week</a>')
    assert Page.objects.get(pk=allowances.pk).url == "/legal/allowances/"
