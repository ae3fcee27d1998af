"""New values each April: typed by one officer in one table, confirmed by a second, live by their day."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.test.utils.form_data import querydict_from_html

from pages.core.vocabulary import Bound
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


def screen_of(client, user):
    """The screen as the officer has it open: all inputs of the table, and the marks of what waits."""
    client.force_login(user)
    return client.get(SCREEN).content.decode()


def typed(screen, fact, value, **fields):
    """What the table sends when this is typed on the line of the fact, on a screen that was opened before."""
    given = {"value": value, "valid_from": "06/04/2027", "valid_until": "05/04/2028"}
    given |= {"source_url": "https://www.gov.uk/child-benefit"} | fields
    data = querydict_from_html(screen, form_id="april-table")
    data.update({f"fact-{fact.pk}-{name}": said for name, said in given.items()})
    return data


def send(client, user, fact, value, **fields):
    return client.post(SCREEN, typed(screen_of(client, user), fact, value, **fields), follow=True)


def confirm(client, user, **said):
    proposal = Proposal.objects.get()
    client.force_login(user)
    return client.post(f"{SCREEN}{proposal.pk}/", {"seen": proposal.mark} | (said or {"confirm": "1"}), follow=True)


def confirm_all(client, user, *proposals):
    client.force_login(user)
    seen = [f"{each.pk}:{each.mark}" for each in proposals]
    return client.post(f"{SCREEN}confirm/?year=2027", {"seen": seen}, follow=True)


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
        ["csrfmiddlewaretoken", "seen", "confirm"],
        ["csrfmiddlewaretoken", "seen", "reason", "send_back"],
        ["csrfmiddlewaretoken", "seen"],
    ]


def test_who_typed_it_can_t_confirm_it(client, fact, lead):
    send(client, lead, fact, "27.10")

    confirm(client, lead)
    confirm_all(client, lead, Proposal.objects.get())

    assert FactRow.objects.count() == 1
    assert Proposal.objects.count() == 1


def test_all_that_others_typed_is_confirmed_at_once(client, fact, editor, lead):
    other = factories.make_fact(label="Guardian’s Allowance")
    send(client, editor, fact, "27.10")
    send(client, editor, other, "23")

    confirm_all(client, lead, *Proposal.objects.all())

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
    assertContains(confirm(client, lead, withdraw="1"), "only who typed a value can")
    assert Proposal.objects.exists()

    confirm(client, editor, withdraw="1")

    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("value", "fields", "message"),
    [
        ("lots", {}, "Type pounds and pence"),
        ("-5", {}, "Type pounds and pence"),
        ("1e5", {}, "Type pounds and pence"),
        ("20 to 10", {}, "The second amount must be more than the first"),
        ("10 to 10", {}, "The second amount must be more than the first"),
        ("27.10", {"source": " "}, "Say who says so"),
        ("27.10", {"valid_from": "tomorrow"}, "Enter a valid date"),
        ("27.10", {"valid_from": ""}, "Choose a day from 1 April 2027"),
        ("27.10", {"valid_from": "06/04/2026"}, "Choose a day from 1 April 2027"),
        ("27.10", {"valid_until": "05/04/2027"}, "must not be before the first"),
        ("27.10", {"source_url": "javascript:alert(1)"}, "Enter a valid URL"),
    ],
)
def test_a_mistake_is_said_beside_its_row_and_nothing_is_lost(client, fact, editor, value, fields, message):
    other = factories.make_fact(label="Guardian’s Allowance")
    data = typed(screen_of(client, editor), fact, value, **fields)
    data[f"fact-{other.pk}-value"] = "23.45"

    screen = client.post(SCREEN, data)

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

    assertContains(send(client, editor, fact, "27.10"), "A later value begins before this one ends")
    assert not Proposal.objects.exists()


def test_the_others_are_confirmed_when_one_can_t_be_and_that_one_is_named(client, fact, editor, lead):
    other = factories.make_fact(label="Guardian’s Allowance")
    send(client, editor, fact, "27.10")
    send(client, editor, other, "23")
    FactRow.objects.create(fact=fact, amount=28, source="GOV.UK", valid_from=datetime.date(2027, 10, 1))

    screen = confirm_all(client, lead, *Proposal.objects.all())

    assertContains(screen, "Child Benefit: A later value begins before this one ends")
    assertContains(screen, "1 value is confirmed")
    assert Proposal.objects.get().fact == fact


@pytest.mark.parametrize("act", [{"confirm": "1"}, {"send_back": "1", "reason": "It is 27.10."}])
def test_only_what_the_second_officer_has_read_is_decided(client, fact, editor, lead, act):
    send(client, editor, fact, "27.10")
    seen = Proposal.objects.get().mark
    send(client, editor, fact, "72.10")

    screen = confirm(client, lead, seen=seen, **act)

    assertContains(screen, "somebody has changed it since you looked")
    assert (FactRow.objects.count(), Proposal.objects.get().sent_back) == (1, "")


@pytest.mark.parametrize("begins", [datetime.date(2027, 4, 6), datetime.date(2026, 4, 6)])
def test_a_value_typed_into_the_fact_meanwhile_is_not_overwritten_unseen(client, fact, editor, lead, begins):
    send(client, editor, fact, "27.10")
    seen = Proposal.objects.get().mark
    FactRow.objects.filter(valid_from=begins).delete()
    FactRow.objects.create(fact=fact, amount=28, source="A letter", valid_from=begins, valid_until=None)

    assertContains(confirm(client, lead, seen=seen, confirm="1"), "somebody has changed it since you looked")

    assert FactRow.objects.get(valid_from=begins).amount == 28


def test_a_number_that_no_value_has_is_answered(client, fact, lead):
    client.force_login(lead)

    for act in ({"confirm": "1"}, {"send_back": "1", "reason": "x"}, {"withdraw": "1"}):
        answer = client.post(f"{SCREEN}99999999999999999999999/", act, follow=True)
        assert answer.status_code == 200


def test_all_means_all_that_was_on_the_screen(client, fact, editor, lead):
    send(client, editor, fact, "27.10")
    changed = Proposal.objects.get()
    send(client, editor, fact, "72.10")
    send(client, editor, factories.make_fact(label="Guardian’s Allowance"), "23")

    assertContains(confirm_all(client, lead, changed), "Child Benefit: somebody has changed it since you looked")
    assert (FactRow.objects.filter(amount=Decimal(23)).exists(), Proposal.objects.count()) == (False, 2)


@pytest.mark.parametrize("seen", ["", "x", "1:2:3", "²:x", "99999999999999999999999:x", "\0"])
def test_a_mark_that_is_none_confirms_nothing(client, fact, editor, lead, seen):
    send(client, editor, fact, "27.10")
    client.force_login(lead)

    assert client.post(f"{SCREEN}confirm/?year=2027", {"seen": seen}, follow=True).status_code == 200
    assert FactRow.objects.count() == 1


def test_a_line_that_somebody_else_typed_meanwhile_is_not_overwritten_unseen(client, fact, editor, lead):
    before = screen_of(client, lead)
    send(client, editor, fact, "27.10")

    client.force_login(lead)
    screen = client.post(SCREEN, typed(before, fact, "72.10"))

    assertContains(screen, "Somebody has typed this line meanwhile")
    assertContains(screen, "£27.10 a week")
    assert Proposal.objects.get().typed_by == editor
    client.post(SCREEN, typed(screen.content.decode(), fact, "72.10"))
    assert (Proposal.objects.get().typed_by, Proposal.objects.get().amount) == (lead, Decimal("72.10"))


def test_another_s_line_is_left_alone_by_a_table_that_was_opened_before(client, fact, editor, lead):
    other = factories.make_fact(label="Guardian’s Allowance")
    before = screen_of(client, lead)
    send(client, editor, fact, "27.10")

    client.force_login(lead)
    data = querydict_from_html(before, form_id="april-table")
    data[f"fact-{other.pk}-value"] = "23"
    client.post(SCREEN, data)

    assert dict(Proposal.objects.values_list("fact", "typed_by")) == {fact.pk: editor.pk, other.pk: lead.pk}


def test_a_new_value_has_its_own_source(client, fact, editor, lead):
    send(client, editor, fact, "27.10", source="A letter of 1 February 2027", source_url="")
    confirm(client, lead)

    row = FactRow.objects.get(valid_from=datetime.date(2027, 4, 6))
    assert (row.source, row.source_url) == ("A letter of 1 February 2027", "")


def test_a_waiting_value_is_not_emptied_in_silence(client, fact, editor):
    send(client, editor, fact, "27.10")

    screen = send(client, editor, fact, "", valid_from="07/04/2027")

    assertContains(screen, "press “Take it back” above")
    assertContains(screen, 'value="07/04/2027"')
    assert Proposal.objects.get().amount == Decimal("27.10")


def test_a_new_day_without_a_new_value_is_not_lost_in_silence(client, fact, editor):
    assertContains(send(client, editor, fact, "", valid_from="07/04/2027"), "Type the new value too")


def test_an_up_to_amount_has_one_amount(client, editor, home):
    fact = factories.make_fact(bound=Bound.UP_TO)

    assertContains(send(client, editor, fact, "10 to 20"), "One amount only: it is said as “up to £20”")


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
    confirm(client, user)

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
