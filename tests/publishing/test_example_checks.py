"""A check that is made up, as those of a demonstration are, is marked as one until somebody really checks the page."""

import datetime

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page

from pages.before_we_open import loose_ends
from pages.before_we_open.loose_end import Kind
from pages.council.roles import KINSHIP_LEAD
from pages.publishing import checking
from pages.yearly_report import checks
from pages.yearly_report.year import CouncilYear
from tests import factories
from tests.cms import decide, make_officer

TODAY = datetime.date(2026, 11, 26)
SAYS = "Example: nobody at Testham Council has checked it yet."


@pytest.fixture
def made_up(section):
    return factories.make_guide(section, title="Allowances", check_is_example=True)


def open_ends():
    return [end for end in loose_ends(timezone.now()) if end.where == "Last checked"]


def test_readers_are_told(client, made_up):
    assertContains(client.get(made_up.url), SAYS)


def test_officers_are_told_in_the_list_of_checks(client, made_up):
    client.force_login(make_officer(KINSHIP_LEAD))

    assertContains(client.get("/cms/reports/checks/"), checking.State.EXAMPLE.label)


def test_it_keeps_the_offer_from_opening_and_leads_to_where_it_is_checked(made_up):
    (end,) = open_ends()

    assert (end.kind, end.blocks, end.entry) == (Kind.EXAMPLE, True, "Allowances")
    assert end.url == f"/cms/checking/{made_up.pk}/"


def test_checking_the_page_makes_it_real(client, made_up):
    client.force_login(make_officer(KINSHIP_LEAD))

    decide(client, f"/cms/checking/{made_up.pk}/")

    assertNotContains(client.get(made_up.url), SAYS)
    assert open_ends() == []


def test_a_new_draft_of_the_words_leaves_it_as_it_is(made_up):
    made_up.title = "Money"
    made_up.save_revision().publish()
    assert Page.objects.get(pk=made_up.pk).specific.check_is_example

    checking.check(made_up, make_officer(KINSHIP_LEAD), TODAY)
    made_up.save_revision().publish()

    assert not Page.objects.get(pk=made_up.pk).specific.check_is_example


def test_a_copy_of_a_page_is_no_example(made_up):
    assert not made_up.copy(update_attrs={"slug": "another", "title": "Another"}).specific.check_is_example


def test_a_national_page_without_a_part_of_the_councils_has_no_check_to_make_up(section):
    assert not factories.make_guide(section, layer="england", check_is_example=True).check_is_example


def test_the_yearly_report_does_not_count_it(made_up, section):
    factories.make_guide(section, title="Legal help", last_checked=TODAY)

    part = checks.part(CouncilYear.of(TODAY), TODAY)

    rows = {row[0]: row for table in part.tables[-1:] for row in table.rows}
    assert (rows["Allowances"][2], rows["Legal help"][2]) == ("Example", TODAY)
    counted = part.figures[0]
    assert counted.value == len(rows) - 1
    assert "The check of 1 page is an example. It is not counted." in part.notes
