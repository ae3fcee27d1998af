"""New values each April: typed by one officer in one table, confirmed by a second, live by their day."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.dated_facts.model import DatedFact, FactRow
from pages.dated_facts.proposal import Proposal
from pages.dated_facts.tax_year import TaxYear
from tests import factories
from tests.cms import make_officer
from tests.html import parse

NOW = datetime.datetime(2027, 2, 1, 9, tzinfo=datetime.UTC)
SCREEN = "/cms/april/"


@pytest.fixture(autouse=True)
def in_february():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def fact(home):
    return factories.make_fact(
        slug="child-benefit", label="Child Benefit", source_url="https://www.gov.uk/child-benefit"
    )


@pytest.fixture
def editor(home):
    return make_officer(SECTION_EDITORS)


@pytest.fixture
def lead(home):
    return make_officer(KINSHIP_LEAD)


def typed(fact, value, **fields):
    prefix = f"fact-{fact.pk}-"
    given = {"value": value, "valid_from": "06/04/2027", "valid_until": "05/04/2028"}
    given |= {"source_url": "https://www.gov.uk/child-benefit"} | fields
    return {prefix + name: said for name, said in given.items()}


def send(client, user, fact, value, **fields):
    client.force_login(user)
    return client.post(SCREEN, typed(fact, value, **fields), follow=True)


def confirm(client, user, **said):
    client.force_login(user)
    return client.post(f"{SCREEN}{Proposal.objects.get().pk}/", said or {"confirm": "1"}, follow=True)


def test_the_table_offers_the_year_that_comes_with_what_is_right_now_and_its_source(client, fact, editor):
    client.force_login(editor)

    screen = client.get(SCREEN)

    assertContains(screen, "2027 to 2028")
    assertContains(screen, "£26.05 a week (2026 to 2027)")
    assertContains(screen, 'href="https://www.gov.uk/child-benefit"')


def test_a_fund_whose_year_begins_on_the_first_of_april_is_offered_that_day(client, editor, home):
    factories.make_fact(
        slug="fund", label="Fund", valid_from=datetime.date(2026, 4, 1), valid_until=datetime.date(2027, 3, 31)
    )
    client.force_login(editor)

    page = client.get(SCREEN)
    assertContains(page, 'value="01/04/2027"')
    assertContains(page, 'value="31/03/2028"')


def test_what_is_typed_waits_and_readers_see_nothing(client, fact, editor, section):
    page = factories.make_guide(section, search_description="{fact: child-benefit}")

    assertContains(send(client, editor, fact, "£27.10"), "A second officer confirms them")

    waiting = Proposal.objects.get()
    assert (waiting.words, waiting.typed_by) == ("£27.10 a week (2027 to 2028)", editor)
    assert FactRow.objects.count() == 1
    with time_machine.travel(datetime.datetime(2027, 4, 6, 12), tick=False):
        assertNotContains(client.get(page.url), "27.10")


def test_confirmed_by_a_second_officer_it_holds_from_its_first_day(client, fact, editor, lead, section):
    page = factories.make_guide(section, search_description="{fact: child-benefit}")
    send(client, editor, fact, "27.10")

    confirm(client, lead)

    row = FactRow.objects.get(valid_from=datetime.date(2027, 4, 6))
    assert (row.checked_by, row.checked_on, row.valid_until) == (
        KINSHIP_LEAD,
        datetime.date(2027, 2, 1),
        datetime.date(2028, 4, 5),
    )
    assert not Proposal.objects.exists()
    assertContains(client.get(page.url), "£26.05 a week (2026 to 2027)")
    with time_machine.travel(datetime.datetime(2027, 4, 6, 12), tick=False):
        assertContains(client.get(page.url), "£27.10 a week (2027 to 2028)")
        assertNotContains(client.get(page.url), "may have changed")


def test_each_form_for_the_second_officer_has_its_token_and_enter_in_the_reason_sends_back(client, fact, editor, lead):
    send(client, editor, fact, "27.10")
    client.force_login(lead)
    forms = [form for form in parse(client.get(SCREEN)).iter("form") if "april" in form.get("action", "")]

    names = [[field.get("name") for field in form.iter() if field.get("name")] for form in forms]
    assert names[:3] == [
        ["csrfmiddlewaretoken", "confirm"],
        ["csrfmiddlewaretoken", "reason", "send_back"],
        ["csrfmiddlewaretoken"],
    ]


def test_who_typed_it_can_t_confirm_it(client, fact, lead):
    send(client, lead, fact, "27.10")

    confirm(client, lead)
    client.post(f"{SCREEN}confirm/?year=2027")

    assert FactRow.objects.count() == 1
    assert Proposal.objects.count() == 1


def test_all_that_others_typed_is_confirmed_at_once(client, fact, editor, lead):
    other = factories.make_fact(label="Guardian’s Allowance")
    client.force_login(editor)
    client.post(SCREEN, typed(fact, "27.10") | typed(other, "23"))
    client.force_login(lead)

    client.post(f"{SCREEN}confirm/?year=2027")

    amounts = FactRow.objects.filter(valid_from=datetime.date(2027, 4, 6)).values_list("amount", flat=True)
    assert set(amounts) == {Decimal("27.10"), Decimal(23)}


def test_it_can_be_sent_back_with_a_reason_and_typed_again(client, fact, editor, lead):
    send(client, editor, fact, "72.10")
    assertContains(confirm(client, lead, send_back="1", reason=""), "Say what is wrong with it")

    confirm(client, lead, send_back="1", reason="GOV.UK says 27.10.")

    client.force_login(editor)
    assertContains(client.get(SCREEN), "GOV.UK says 27.10.")
    confirm(client, lead)
    assert FactRow.objects.count() == 1
    send(client, editor, fact, "27.10")
    confirm(client, lead)
    assert FactRow.objects.filter(amount=Decimal("27.10")).exists()


def test_one_s_own_can_be_taken_back_and_no_one_else_s(client, fact, editor, lead):
    send(client, editor, fact, "27.10")
    confirm(client, lead, withdraw="1")
    assert Proposal.objects.exists()

    confirm(client, editor, withdraw="1")

    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("value", "fields", "message"),
    [
        ("lots", {}, "Type pounds and pence"),
        ("-5", {}, "Type pounds and pence"),
        ("1e5", {}, "Type pounds and pence"),
        ("27.10", {"valid_from": "tomorrow"}, "Enter a valid date"),
        ("27.10", {"valid_from": ""}, "Choose a day from 1 April 2027"),
        ("27.10", {"valid_from": "06/04/2026"}, "Choose a day from 1 April 2027"),
        ("27.10", {"valid_until": "05/04/2027"}, "must not be before the first"),
        ("27.10", {"source_url": "javascript:alert(1)"}, "Enter a valid URL"),
    ],
)
def test_a_mistake_is_said_beside_its_row_and_nothing_is_lost(client, fact, editor, value, fields, message):
    other = factories.make_fact(label="Guardian’s Allowance")
    client.force_login(editor)

    screen = client.post(SCREEN, typed(fact, value, **fields) | typed(other, "23.45"))

    assertContains(screen, message)
    assertContains(screen, f'value="{value}"')
    assertContains(screen, 'value="23.45"')
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("£1,835", "£1,835 a week (2027 to 2028)"),
        ("10 to 20", "£10 to £20 a week (2027 to 2028)"),
        (" 27.1 ", "£27.10 a week (2027 to 2028)"),
    ],
)
def test_amounts_are_read_as_people_write_them(client, fact, editor, value, words):
    send(client, editor, fact, value)

    assert Proposal.objects.get().words == words


def test_words_stay_words(client, editor, home):
    fact = factories.make_fact(in_words="31 March 2027", amount=None, per="", period="")

    send(client, editor, fact, "31 March 2028")

    assert Proposal.objects.get().words == "31 March 2028"


def test_a_value_without_an_end_ends_the_day_before_the_new_one(client, editor, lead, home):
    fact = factories.make_fact(valid_until=None)
    send(client, editor, fact, "27.10")

    confirm(client, lead)

    first, second = DatedFact.objects.get().rows.all()
    assert (first.valid_until, second.valid_from) == (datetime.date(2027, 4, 5), datetime.date(2027, 4, 6))


def test_a_value_that_would_run_into_a_later_one_is_refused(client, editor, lead, home):
    fact = factories.make_fact({}, {"valid_from": datetime.date(2027, 10, 1), "valid_until": None})
    send(client, editor, fact, "27.10", valid_from="06/04/2027")

    assertContains(confirm(client, lead), "A later value begins before this one ends")

    assert Proposal.objects.exists()


def test_the_desk_says_that_values_wait(client, fact, editor, lead):
    send(client, editor, fact, "27.10")
    client.force_login(lead)

    assertContains(client.get("/cms/"), "New values for 2027 to 2028")


def test_the_history_says_who_confirmed(client, fact, editor, lead):
    send(client, editor, fact, "27.10")
    confirm(client, lead)
    client.force_login(lead)

    assertContains(client.get(f"/cms/snippets/pages/datedfact/history/{fact.pk}/"), "Confirmed £27.10 a week")


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS, NAVIGATORS])
def test_who_may_type_and_who_may_confirm(client, fact, role):
    send(client, make_officer(KINSHIP_LEAD, "another"), fact, "27.10")
    user = make_officer(role)
    client.force_login(user)

    may_open = client.get(SCREEN).status_code == 200
    client.post(f"{SCREEN}{Proposal.objects.get().pk}/", {"confirm": "1"})

    assert may_open is (role != NAVIGATORS)
    assert (FactRow.objects.count() == 2) is (role in {KINSHIP_LEAD, ADMINISTRATORS})


@pytest.mark.parametrize("year", ["", "x", "1", "99999999999999999999", "2027 ", "²"])
def test_a_year_that_is_none_shows_the_one_that_comes(client, fact, editor, year):
    client.force_login(editor)

    assertContains(client.get(SCREEN, {"year": year}), "2027 to 2028")


@pytest.mark.parametrize(
    ("day", "year"), [((2026, 10, 31), 2026), ((2026, 11, 1), 2027), ((2027, 4, 5), 2027), ((2027, 4, 6), 2027)]
)
def test_from_november_the_year_that_comes_is_typed(day, year):
    assert TaxYear.to_type(datetime.date(*day)) == TaxYear(year)


@pytest.mark.parametrize(("day", "year"), [((2027, 3, 31), 2026), ((2027, 4, 1), 2027), ((2027, 4, 6), 2027)])
def test_a_value_from_the_first_of_april_is_one_of_the_new_year(day, year):
    assert TaxYear.of_value(datetime.date(*day)) == TaxYear(year)
