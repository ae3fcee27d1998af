import re
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertRedirects
from wagtail.models import Page

from pages.content import where_codes_lead
from pages.content.section import SectionPage
from pages.content.short_code import ALPHABET, ShortCode, letters
from pages.content.support import SupportPage
from pages.core.open_pages import open_pages
from tests import factories


@pytest.fixture
def support(section):
    return factories.make_support(section, title="Allowances", slug="allowances")


def code_of(page):
    return ShortCode.objects.get(page=page.pk).code


def lands_on(client, code):
    return client.get(f"/k/{code}").url


def test_a_code_cannot_be_a_word_or_be_misread():
    assert not set("aeiouy0159slzqb") & set(ALPHABET)
    assert re.fullmatch(f"[{ALPHABET}]{{4}}", letters("money/allowances/"))


def test_a_page_gets_its_code_when_it_is_first_live_and_not_before(section):
    page = factories.make_support(section, live=False)
    assert not ShortCode.objects.filter(page=page.pk).exists()

    page.save_revision().publish()
    first = code_of(page)
    page.refresh_from_db()
    page.title = "Another name"
    page.save_revision().publish()

    assert code_of(page) == first
    assert ShortCode.objects.get(page=page.pk).title == "Another name"


def test_the_code_leads_to_the_page_however_it_is_typed(client, support):
    code = code_of(support)

    for typed in (
        code,
        code.upper(),
        f"{code}/",
        f" {code}",
        f"{code}.",
        f"{code})",
        f"/{code}",
        f"“{code},”",
        f"{code}./",
    ):
        assertRedirects(client.get(f"/k/{quote(typed)}"), support.url)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    assertRedirects(client.get(f"/k/{quote(wide)}"), support.url)


def test_the_code_survives_a_new_name_and_address(client, support):
    code = code_of(support)
    support.slug = support.title = "money-for-you"
    support.save_revision().publish()

    assert lands_on(client, code) == "/money/money-for-you/"


def test_the_code_survives_a_move_and_a_new_address_of_its_section(client, home, section, support):
    code = code_of(support)
    other = factories.make_section(home, slug="legal")
    support.move(other, pos="last-child")
    other = SectionPage.objects.get(pk=other.pk)
    other.slug = "law"
    other.save_revision().publish()

    assert lands_on(client, code) == "/law/allowances/"


def test_an_unpublished_page_leads_to_its_section_with_a_notice(client, section, support):
    code = code_of(support)
    support.unpublish()

    response = client.get(f"/k/{code}", follow=True)

    assert response.redirect_chain[0][0].startswith(section.url)
    assertContains(response, "The page <strong>Allowances</strong> is no longer here.")


def test_it_leads_to_the_page_again_when_that_is_published_again(client, support):
    code = code_of(support)
    support.unpublish()
    SupportPage.objects.get(pk=support.pk).save_revision().publish()

    assert lands_on(client, code) == support.url


def test_a_deleted_page_leads_to_the_section_it_was_in_even_after_that_is_renamed(client, section, support):
    code = code_of(support)
    support.delete()
    section.refresh_from_db()
    section.slug = "cash"
    section.save_revision().publish()

    assert lands_on(client, code).startswith("/cash/?")


def test_a_page_that_is_deleted_with_its_section_leads_to_the_first_page(client, section, support):
    code = code_of(support)
    Page.objects.get(pk=section.pk).delete()

    assert lands_on(client, code) == f"/?instead-of={code}"
    assertContains(client.get(lands_on(client, code)), "Allowances")


def test_it_leads_to_what_replaced_it_and_to_what_replaced_that(client, section, support):
    second, third = factories.make_support(section, title="Second"), factories.make_support(section, title="Third")
    ShortCode.objects.filter(page=support.pk).update(replaced_by=second.short_code)
    code = code_of(support)
    support.unpublish()
    assert lands_on(client, code).startswith(second.url)

    ShortCode.objects.filter(page=second.pk).update(replaced_by=third.short_code)
    second.delete()
    assert lands_on(client, code).startswith(third.url)

    third.delete()
    assert lands_on(client, code).startswith(section.url)


def test_pages_that_replace_each_other_end_somewhere(client, section, support):
    other = factories.make_support(section)
    one, two = ShortCode.objects.get(page=support.pk), ShortCode.objects.get(page=other.pk)
    ShortCode.objects.filter(pk=one.pk).update(replaced_by=two)
    ShortCode.objects.filter(pk=two.pk).update(replaced_by=one)
    support.unpublish()
    other.unpublish()

    assert lands_on(client, one.code).startswith(section.url)


def test_it_leads_to_the_first_page_when_its_section_is_unpublished_too(client, section, support):
    code = code_of(support)
    support.unpublish()
    section.unpublish()

    assert lands_on(client, code) == f"/?instead-of={code}"


def test_a_deleted_page_in_an_unpublished_section_leads_to_the_first_page(client, section, support):
    code = code_of(support)
    support.delete()
    SectionPage.objects.get(pk=section.pk).unpublish()

    assert lands_on(client, code) == f"/?instead-of={code}"


@pytest.fixture
def replaced(home, support):
    """A page of another section that has taken the place of the first one, which is gone."""
    newer = factories.make_support(factories.make_section(home, slug="legal"))
    ShortCode.objects.filter(page=support.pk).update(replaced_by=newer.short_code)
    return newer


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_what_replaced_a_page_and_is_gone_leads_to_its_own_section(client, support, replaced, end):
    code = code_of(support)
    for page in (support, replaced):
        getattr(Page.objects.get(pk=page.pk).specific, end)()

    assert lands_on(client, code).startswith("/legal/?")


def test_a_replaced_page_that_is_still_open_leads_to_itself(client, support, replaced):
    assert lands_on(client, code_of(support)) == support.url


def test_the_first_open_page_of_those_that_replaced_each_other_is_the_one(client, home, section, support, replaced):
    newest = factories.make_support(section)
    ShortCode.objects.filter(page=replaced.pk).update(replaced_by=newest.short_code)
    code = code_of(support)
    support.unpublish()
    assert lands_on(client, code).startswith(replaced.url)

    replaced.unpublish()
    assert lands_on(client, code).startswith(newest.url)


def test_a_page_made_again_where_a_replaced_one_was_gets_a_code_of_its_own(section, support, replaced):
    old = code_of(support)
    support.delete()

    assert code_of(factories.make_support(SectionPage.objects.get(pk=section.pk), slug="allowances")) != old


def test_a_code_is_never_given_to_a_page_at_another_address(section, support):
    old = code_of(support)
    support.delete()
    others = [factories.make_support(section) for _number in range(5)]

    assert old not in {code_of(page) for page in others}
    assert ShortCode.objects.filter(code=old, page=None).exists()


def test_an_offer_that_is_loaded_anew_has_the_same_codes(section, support):
    old = code_of(support)
    support.delete()

    assert code_of(factories.make_support(section, slug="allowances")) == old


def test_a_page_at_the_address_of_one_that_moved_gets_its_own_code(home, section, support):
    old = code_of(support)
    support.move(factories.make_section(home), pos="last-child")
    newer = factories.make_support(SectionPage.objects.get(pk=section.pk), slug="allowances")

    assert code_of(SupportPage.objects.get(pk=support.pk)) == old
    assert code_of(newer) == letters("money/allowances/", 1) != old


@pytest.mark.parametrize("code", ["cccc", "hello", "0000", "cc", "%00", "%22", "..", "%F0%9F%98%80", "c" * 40])
def test_an_unknown_code_gets_help_and_no_error(client, home, code):
    response = client.get(f"/k/{code}")

    assertContains(response, 'name="q"', status_code=404)
    assertContains(response, 'href="tel:01632960123"', status_code=404)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(code=st.text(min_size=1, max_size=60))
@example(code="\x00")
@example(code="a/b/../c")
def test_no_address_under_k_breaks(client, home, code):
    assert client.get(f"/k/{quote(code)}").status_code in {301, 302, 404}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(code=st.text(max_size=60))
def test_no_notice_breaks(client, home, code):
    assert client.get("/", {"instead-of": code}).status_code == 200


def test_a_notice_is_shown_for_lost_pages_only(client, home, support):
    response = client.get("/", {"instead-of": code_of(support)})

    assert "no longer here" not in response.content.decode()


def test_many_codes_cost_as_many_queries_as_one(section, django_assert_num_queries):
    pages = [factories.make_support(section) for _number in range(6)]
    codes = [code_of(page) for page in pages]
    for page in pages[:5]:
        page.unpublish()

    open_pages()
    with django_assert_num_queries(4):  # the version, twice; the lost codes; what replaced any
        assert len(where_codes_lead.find_all(codes)) == 6


@pytest.fixture
def officer(client, db):
    client.force_login(get_user_model().objects.create_superuser("officer", "officer@example.org", "only for tests"))
    return client


def test_an_officer_says_what_replaced_a_page(officer, section, support):
    other = factories.make_support(section, title="Newer")
    code = ShortCode.objects.get(page=support.pk)
    url = reverse(ShortCode.snippet_viewset.get_url_name("edit"), args=[code.pk])

    assertContains(officer.get(url), code.code)
    officer.post(url, {"replaced_by": other.short_code.pk})

    code.refresh_from_db()
    assert code.replaced_by == other.short_code


def test_nobody_adds_or_deletes_codes(officer, support):
    code = ShortCode.objects.get(page=support.pk)
    viewset = ShortCode.snippet_viewset

    assert officer.get(reverse(viewset.get_url_name("list"))).status_code == 200
    assert officer.get(reverse(viewset.get_url_name("add"))).status_code == 302
    assert officer.post(reverse(viewset.get_url_name("delete"), args=[code.pk])).status_code == 302
    assert ShortCode.objects.filter(pk=code.pk).exists()
