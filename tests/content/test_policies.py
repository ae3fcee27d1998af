"""The register of policies: one link each wherever a page names one, and a report of names it does not know."""

import datetime
from contextlib import closing

import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.documents.models import Document

from pages.content.policy import Policy
from pages.core.ties import PagePolicy
from pages.council.roles import KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.plain_words.named_policies import named_without_entry, named_without_tie
from tests import factories
from tests.cms import make_officer

URL = "https://www.example.org/guidance"
REPORT = "/cms/reports/policies/"


@pytest.fixture
def document(db):
    return Document.objects.create(title="Promise", file=ContentFile(b"%PDF-1.7", name="promise.pdf"))


@pytest.fixture
def lead(client, home):
    user = make_officer(KINSHIP_LEAD)
    client.force_login(user)
    return user


def saying(words):
    return [("text", {"text": f"<p>{words}</p>"})]


def policy_form(**fields):
    values = {"slug": "promise", "title": "Our promise", "also_called": "", "summary": "What we promise."}
    return values | {"url": "", "document": "", "owner": "Council", "next_review": ""} | fields


def test_a_policy_has_a_link_or_a_document(client, lead):
    client.post("/cms/snippets/pages/policy/add/", policy_form(url=URL))

    assert Policy.objects.get().link == URL


def test_the_document_is_what_readers_open(client, lead, section, document):
    client.post("/cms/snippets/pages/policy/add/", policy_form(document=document.pk))
    policy = Policy.objects.get()
    page = factories.make_support(section)
    PagePolicy.objects.create(page=page, policy=policy)

    assertContains(client.get(page.url), f'<a href="{document.url}">Our promise</a>')
    with closing(client.get(document.url)) as file:
        assert file.status_code == 200


@pytest.mark.parametrize(("both", "words"), [(True, "Choose one: the link or"), (False, "Give a link, or")])
def test_but_never_both_or_neither(client, lead, document, both, words):
    fields = {"url": URL, "document": document.pk} if both else {}

    assertContains(client.post("/cms/snippets/pages/policy/add/", policy_form(**fields)), words)
    assert not Policy.objects.exists()


def test_a_document_that_a_policy_needs_is_not_deleted(client, lead, document):
    client.post("/cms/snippets/pages/policy/add/", policy_form(document=document.pk))

    client.post(f"/cms/documents/delete/{document.pk}/")

    assert Document.objects.filter(pk=document.pk).exists()


def test_a_page_links_a_policy_where_it_first_names_it(client, section):
    factories.make_policy(title="Kinship care guidance", also_called="the 2024 guidance, KCG", url=URL)
    words = "It is in the 2024 guidance. The 2024 guidance is long. See Kinship care guidance, or KCG."
    page = factories.make_guide(section, body=saying(words))

    html = client.get(page.url).content.decode()

    assert f'It is in <a class="policy" href="{URL}">the 2024 guidance</a>. The 2024 guidance is long.' in html
    assert html.count('class="policy"') == 1


@pytest.mark.parametrize("words", ["kinship care guidance", "Kinship care guidances-to-be", "kcg"])
def test_only_the_very_name_is_linked(client, section, words):
    factories.make_policy(title="Kinship care guidance", also_called="KCG", url=URL)
    page = factories.make_guide(section, body=saying(f"Some {words} here."))

    assertNotContains(client.get(page.url), 'class="policy"')


def test_a_name_inside_a_link_or_a_heading_stays_as_it_is(client, section):
    factories.make_policy(title="Our promise", url=URL)
    body = [("text", {"text": '<h2>Our promise</h2><p><a href="/x/">Our promise</a></p>'})]

    assertNotContains(client.get(factories.make_guide(section, body=body).url), 'class="policy"')


def test_words_of_the_glossary_in_a_policys_name_belong_to_the_policy(client, home, section):
    factories.make_glossary_page(home)
    factories.make_term(term="Kinship care")
    factories.make_policy(title="Kinship care guidance", url=URL)
    page = factories.make_guide(section, body=saying("See Kinship care guidance. It is about kinship care."))

    html = client.get(page.url).content.decode()

    assert f'<a class="policy" href="{URL}">Kinship care guidance</a>' in html
    assert 'class="term"' in html


def test_linking_policies_costs_no_query(section, count_queries):
    page = factories.make_guide(section, body=saying("Our promise and Our plan."))
    before = count_queries(page.url)
    factories.make_policy(title="Our promise")
    factories.make_policy(title="Our plan")

    assert count_queries(page.url) == before


def test_a_name_that_no_entry_has_is_reported_with_its_page(section):
    factories.make_policy(title="Kinship care guidance", also_called="Carers Strategy 2024")
    words = (
        "See the Housing Allocations Policy and the Early Help Strategy 2025. The Charter is short. "
        "A Special Guardianship Order is no policy. The Carers Strategy 2024 is known. See Our Code."
    )
    page = factories.make_guide(section, title="Housing", body=saying(words))

    assert [(named.words, named.page.pk) for named in named_without_entry()] == [
        ("Housing Allocations Policy", page.pk), ("Early Help Strategy 2025", page.pk),
    ]  # fmt: skip


def test_names_of_contacts_are_no_policies(section):
    factories.make_contact(name="Council Tax Reduction Scheme")
    factories.make_guide(section, body=saying("Ask the Council Tax Reduction Scheme."))

    assert named_without_entry() == []


def test_a_policy_that_is_named_but_not_tied_is_reported(section):
    policy = factories.make_policy(title="Our promise", url=URL)
    loose = factories.make_guide(section, body=saying("Read Our promise."))
    factories.make_guide(section, body=saying(f'Read <a href="{URL}">Our promise</a>.'))
    PagePolicy.objects.create(page=factories.make_support(section, body=saying("Our promise.")), policy=policy)

    assert [(named.policy, named.page.pk) for named in named_without_tie()] == [(policy, loose.pk)]


def test_drafts_are_not_reported(section):
    factories.make_guide(section, live=False, body=saying("The Housing Allocations Policy."))

    assert named_without_entry() == []


def test_the_lead_reads_the_report(client, lead, section):
    factories.make_policy(title="Our promise")
    factories.make_guide(section, title="Housing", body=saying("Our promise and the Housing Allocations Policy."))

    response = client.get(REPORT)

    for words in ("Housing Allocations Policy", "Add it to the register", "It is in the register as “Our promise”"):
        assertContains(response, words)
    assert b"Housing Allocations Policy" in b"".join(client.get(f"{REPORT}?export=csv").streaming_content)


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_others_do_not(client, home, role):
    client.force_login(make_officer(role))

    assert client.get(REPORT).status_code == 302


def test_a_review_is_overdue_after_its_day(db):
    policy = factories.make_policy(next_review=datetime.date(2026, 12, 1))

    assert not policy.is_overdue(datetime.date(2026, 12, 1))
    assert policy.is_overdue(datetime.date(2026, 12, 2))
    assert not factories.make_policy().is_overdue(datetime.date(2030, 1, 1))
