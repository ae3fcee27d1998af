from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import PageViewRestriction

from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from tests import factories


def test_home_gives_the_navigators_number_to_tap(client, home):
    assertContains(client.get("/"), 'href="tel:01632960123"')


def test_support_says_who_can_get_it_and_why(client, section):
    page = factories.make_support(section, {"informal": ("maybe", "We look at what the child needs.")})

    assertContains(client.get(page.url), "We look at what the child needs.")


def test_section_lists_its_pages_and_not_its_drafts(client, section):
    factories.make_support(section, title="Allowances")
    factories.make_support(section, title="Secret plan", live=False)

    response = client.get(section.url)

    assertContains(response, "Allowances")
    assertNotContains(response, "Secret plan")


def test_a_page_made_private_is_closed_and_listed_nowhere(client, section):
    page = factories.make_support(section, title="For staff")
    client.get(page.url)

    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert client.get(page.url).status_code == 302
    assertNotContains(client.get(section.url), "For staff")


def test_an_unpublished_page_is_gone_at_once(client, section):
    page = factories.make_support(section)
    client.get(page.url)

    page.unpublish()

    assert client.get(page.url).status_code == 404


def test_the_notice_comes_back_when_an_example_goes_live(client, section):
    CouncilSettings.objects.update(demonstration_notice=False)
    ContentVersion.bump()
    assertNotContains(client.get("/"), "Demonstration:")

    factories.make_guide(section, body=[("text", {"text": "<p>We meet on <mark>Tuesdays</mark>.</p>"})])

    assertContains(client.get("/"), "Demonstration:")
