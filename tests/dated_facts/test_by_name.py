"""A dated fact named in plain fields: finished for readers, refused when it is none, kept from harm."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from pages import search
from pages.core.used_in import uses_of
from pages.core.vocabulary import Answer, Arrangement
from pages.council.roles import KINSHIP_LEAD
from pages.dated_facts import shown as facts
from tests import factories
from tests.cms import make_officer

LATE = datetime.datetime(2027, 4, 6, 12)
WORDS = "£26.05 a week (2026 to 2027)"
OLD = f"{WORDS} (this may have changed, please check)"


@pytest.fixture
def fact(home):
    return factories.make_fact(slug="child-benefit", label="Child Benefit")


@pytest.fixture
def support(section, fact):
    """Its summary, a reason, a step and a row of a table name the fact."""
    row = {"label": "Each week", "value": "{Fact: child-benefit}", "amount": None, "note": ""}
    page = factories.make_support(
        section,
        search_description="You get {fact: child-benefit}.",
        steps=[("step", {"lead": "Ask for {fact: child-benefit}", "text": ""})],
        body=[("facts", {"caption": "How much", "rows": [row]})],
    )
    reason = page.eligibility.get(arrangement=Arrangement.INFORMAL)
    reason.answer, reason.reason = Answer.YES, "You get {fact: child-benefit} too."
    reason.save()
    return page


def test_readers_see_it_finished_wherever_it_stands(client, support, section):
    page = client.get(support.url)
    for words in (f"You get {WORDS}.", f"Ask for {WORDS}", f"You get {WORDS} too."):
        assertContains(page, words)
    assertContains(page, WORDS[:1] + WORDS[1:])
    assertNotContains(page, "{fact")
    assertContains(client.get(section.url), f"You get {WORDS}.")
    assertContains(client.get("/search/", {"q": support.title}), f"You get {WORDS}.")


def test_past_its_last_day_it_says_so(client, support):
    with time_machine.travel(LATE, tick=False):
        assertContains(client.get(support.url), f"You get {OLD}.")


def test_the_page_is_found_by_its_words_and_counted_as_using_it(support, fact):
    assert facts.used_in(support) == [fact.pk]
    assert [hit.pk for hit in search.search("child benefit", datetime.date(2026, 11, 26))][:1] == [support.pk]


def test_the_fact_knows_where_it_is_named(support, fact):
    assert [use.words for use in uses_of(fact, make_officer(KINSHIP_LEAD))] == [support.title]


def test_a_fact_that_is_named_can_t_be_deleted_or_renamed(client, support, fact):
    client.force_login(make_officer(KINSHIP_LEAD))
    url = f"/cms/snippets/pages/datedfact/delete/{fact.pk}/"
    assertContains(client.post(url), support.title, status_code=403)

    fact.slug = "another"
    with pytest.raises(ValidationError, match="Texts use it by this name"):
        fact.full_clean()


def test_a_fact_that_nothing_names_may_be_renamed(fact):
    fact.slug = "another"
    fact.full_clean()


def test_a_name_that_is_none_is_refused_beside_its_field(section, fact):
    page = factories.make_support(section)
    page.search_description = "You get {fact: child-benefits}."

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert "“child-benefit”" in str(refused.value.message_dict["search_description"])


def test_the_names_are_offered_while_somebody_writes(client, support):
    client.force_login(make_officer(KINSHIP_LEAD))

    assertContains(client.get(f"/cms/pages/{support.pk}/edit/"), '"fact: child-benefit"')
