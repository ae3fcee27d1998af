"""What a page costs the database does not grow with what is on it."""

import pytest

from pages.core.ties import PageContact, PagePolicy, RelatedPage
from tests import factories


@pytest.fixture
def costs_the_same(count_queries):
    """Counts a URL's queries with one thing and again with ten."""

    def compare(url, add):
        add()
        with_one = count_queries(url)
        for _ in range(9):
            add()
        return count_queries(url) == with_one

    return compare


def test_home_costs_the_same_however_many_sections(home, costs_the_same):
    assert costs_the_same("/", lambda: factories.make_section(home))


def test_home_costs_the_same_however_much_news(home, section, costs_the_same):
    assert costs_the_same("/", lambda: home.news.create(text="New.", page=section))


def test_section_costs_the_same_however_many_supports(section, costs_the_same):
    assert costs_the_same(section.url, lambda: factories.make_support(section))


def test_section_costs_the_same_however_many_guests_it_lists(home, section, costs_the_same):
    other = factories.make_section(home)

    assert costs_the_same(section.url, lambda: factories.make_guide(other).also_in.create(section=section))


def test_support_costs_the_same_however_many_it_names(section, costs_the_same):
    page = factories.make_support(section)

    def add():
        PageContact.objects.create(page=page, contact=factories.make_contact())
        PagePolicy.objects.create(page=page, policy=factories.make_policy())
        RelatedPage.objects.create(page=page, related_page=factories.make_guide(section))

    assert costs_the_same(page.url, add)


def test_guide_costs_the_same_however_many_pages_it_links(section, count_queries):
    def linking(count):
        links = [f'<p><a linktype="page" id="{factories.make_support(section).pk}">Money</a></p>' for _ in range(count)]
        return factories.make_guide(section, body=[("text", {"text": link}) for link in links])

    assert count_queries(linking(1).url) == count_queries(linking(10).url)


def test_glossary_costs_the_same_however_many_words(home, costs_the_same):
    assert costs_the_same(factories.make_glossary_page(home).url, factories.make_term)


def test_contacts_page_costs_the_same_however_many_contacts(home, costs_the_same):
    page = factories.make_contacts_page(home)

    assert costs_the_same(page.url, lambda: PageContact.objects.create(page=page, contact=factories.make_contact()))


def test_search_costs_the_same_however_much_it_finds(section, costs_the_same):
    assert costs_the_same("/search/?q=allowance", lambda: factories.make_guide(section, search_words="allowance"))


@pytest.mark.parametrize("kind", [factories.make_support, factories.make_guide, factories.make_group])
def test_a_content_page_costs_at_most_eight_queries(section, count_queries, kind):
    page = kind(section)
    PageContact.objects.create(page=page, contact=factories.make_contact())
    PagePolicy.objects.create(page=page, policy=factories.make_policy())
    RelatedPage.objects.create(page=page, related_page=factories.make_guide(section))

    assert count_queries(page.url) <= 8


@pytest.mark.parametrize("url", ["/", "/money/", "/search/?q=money", "/find/"])
def test_a_list_costs_at_most_eight_queries(section, count_queries, url):
    factories.make_support(section)

    assert count_queries(url) <= 8
