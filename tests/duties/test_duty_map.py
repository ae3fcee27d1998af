"""What is met, by what proves it, and what moves it back by itself."""

import datetime
import re

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.core.content_version import ContentVersion
from pages.core.ties import PageContact, PageDuty
from pages.core.vocabulary import Duty
from pages.core.vocabulary.duty_source import ACT, SOURCES
from pages.dated_facts.model import FactRow
from pages.duties.duty_map import rows_on
from pages.duties.faults import Fault
from pages.duties.standing import Claim
from tests import factories
from tests.duties.making import LEGAL, published, row


def test_every_duty_has_its_place_and_plain_words():
    assert set(SOURCES) == set(Duty.values)
    assert all(duty.source.reference and duty.source.plain for duty in Duty)


def test_what_nobody_has_read_in_the_text_is_to_be_checked():
    to_be_checked = {duty for duty in Duty if duty.source.is_to_be_checked}

    not_seen = re.compile(r"s\.22H\((7|8|9)\)")
    assert {duty for duty in Duty if duty.is_law and not_seen.match(duty.source.reference)} == {
        duty for duty in to_be_checked if duty.is_law
    }
    assert {duty for duty in Duty if not duty.is_law} <= to_be_checked


def test_the_checklists_are_whole():
    assert len([duty for duty in Duty if duty.source.text == ACT]) == 17
    assert len([duty for duty in Duty if not duty.is_law]) == 19


def test_what_is_proved_and_signed_off_is_met(legal):
    assert row().state == Claim.MET


def test_tagging_pages_moves_no_duty_to_met(section):
    page = factories.make_guide(section)
    for duty in Duty:
        PageDuty.objects.create(page=page, duty=duty)
    ContentVersion.bump()

    assert {row.state for row in rows_on(timezone.localdate())} == {Claim.NOT}
    assert [page.pk for page in row().about] == [page.pk]


def test_a_standing_without_proof_is_not_met(section):
    factories.make_standing(LEGAL)

    assert row().state == Claim.NOT


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda page: page.specific.unpublish(), Fault.NOT_OPEN),
        (lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"), Fault.NOT_OPEN),
        (
            lambda page: PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login"),
            Fault.NOT_OPEN,
        ),
        (lambda page: page.delete(), Fault.GONE),
        (lambda page: published(page, body=[("text", {"text": "<p>Ring <mark>Sam</mark>.</p>"})]), Fault.EXAMPLE),
        (
            lambda page: published(page, body=[("contact", {"contact": factories.make_contact(example=True)})]),
            Fault.EXAMPLE,
        ),
    ],
    ids=["unpublished", "hidden", "section hidden", "deleted", "an example", "an example contact"],
)
def test_what_takes_the_proof_away_moves_the_duty_back_at_once(legal, change, fault):
    assert row().state == Claim.MET

    change(legal)

    assert row().state == Claim.NOT
    assert [each.faults for each in row().proofs] == [[fault]]


@pytest.mark.parametrize(
    ("day", "state", "fault"),
    [
        (datetime.date(2027, 5, 2), Claim.MET, []),
        (datetime.date(2027, 5, 3), Claim.NOT, [Fault.OVERDUE]),
    ],
)
def test_an_overdue_check_moves_the_duty_back_by_itself(legal, day, state, fault):
    assert (row(day=day).state, row(day=day).proofs[0].faults) == (state, fault)


def test_the_day_to_look_again_moves_the_duty_back_by_itself(section):
    page = factories.make_guide(section, check_every=12, last_checked=datetime.date(2027, 10, 1))
    factories.make_standing(LEGAL, [page])

    assert row(day=datetime.date(2027, 11, 2)).state == Claim.MET
    assert row(day=datetime.date(2027, 11, 3)).state == Claim.PARTLY


@pytest.mark.parametrize(("day", "state"), [((2027, 4, 5), Claim.MET), ((2027, 4, 6), Claim.NOT)])
def test_an_old_amount_on_the_page_moves_the_duty_back_by_itself(section, day, state):
    amount = factories.make_fact()
    text = {"text": f'<p>You get <embed embedtype="fact" id="{amount.pk}"/>.</p>'}
    page = factories.make_guide(section, body=[("text", text)])
    factories.make_standing(LEGAL, [page])

    assert row(day=datetime.date(*day)).state == state


def test_an_amount_proves_something_from_the_day_on_which_it_is_no_example(section):
    until, since = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)
    fact = factories.make_fact(example=True, valid_until=until)
    FactRow.objects.create(fact=fact, amount=30, valid_from=since, source="GOV.UK")
    text = {"text": f'<p>You get <embed embedtype="fact" id="{fact.pk}"/>.</p>'}
    factories.make_standing(LEGAL, [factories.make_guide(section, body=[("text", text)])])

    assert (row(day=until).state, row(day=since).state) == (Claim.NOT, Claim.MET)


def test_an_amount_that_is_an_example_and_named_in_plain_text_proves_nothing(section):
    fact = factories.make_fact(example=True)
    body = [("details", {"title": f"You get {{fact: {fact.slug}}}", "text": "<p>Ask us.</p>"})]
    factories.make_standing(LEGAL, [factories.make_guide(section, body=body)])

    assert row().proofs[0].faults == [Fault.EXAMPLE]


def test_an_amount_that_is_an_example_proves_nothing(section):
    amount = factories.make_fact(example=True)
    body = [("facts", {"caption": "Pay", "rows": [{"label": "A week", "value": "", "amount": amount, "note": ""}]})]
    factories.make_standing(LEGAL, [factories.make_guide(section, body=body)])

    assert row().proofs[0].faults == [Fault.EXAMPLE]


def test_a_page_whose_check_is_an_example_proves_nothing(section):
    factories.make_standing(LEGAL, [factories.make_guide(section, check_is_example=True)])

    assert row().proofs[0].faults == [Fault.EXAMPLE_CHECK]


def test_an_example_among_the_contacts_beside_a_page_harms_the_whole_page_only(section):
    text = "<h2>Who pays</h2><p>We do.</p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    PageContact.objects.create(page=page, contact=factories.make_contact(example=True))
    factories.make_standing(LEGAL, [page])
    factories.make_standing("guidance-money", [{"page": page, "part": "who-pays"}])

    assert row().proofs[0].faults == [Fault.EXAMPLE]
    assert row("guidance-money").state == Claim.MET


def test_an_example_elsewhere_on_the_page_does_not_harm_the_part(section):
    text = "<h2>Who pays</h2><p>We do.</p><h2>How much</h2><p><mark>£20</mark></p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    factories.make_standing(LEGAL, [{"page": page, "part": "who-pays"}])
    factories.make_standing("guidance-money", [{"page": page, "part": "how-much"}])

    assert row().state == Claim.MET
    assert row("guidance-money").proofs[0].faults == [Fault.EXAMPLE]


def test_a_part_that_is_gone_proves_nothing(section):
    text = "<h2>Who pays</h2><p>We do.</p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    factories.make_standing(LEGAL, [{"page": page, "part": "who-pays"}])
    assert row().state == Claim.MET

    published(page, body=[("text", {"text": "<h2>Money</h2><p>We pay.</p>"})])

    assert row().proofs[0].faults == [Fault.PART_GONE]


def test_one_proof_of_two_leaves_it_partly_met(legal, section):
    other = factories.make_guide(section)
    factories.make_standing("guidance-money", [legal, other])
    assert row("guidance-money").state == Claim.MET

    other.specific.unpublish()

    assert row("guidance-money").state == Claim.PARTLY


def test_only_a_published_report_proves_as_a_report(home, section):
    report = factories.make_report(factories.make_have_your_say(home))
    factories.make_standing("act-consultation-report", [{"kind": "report", "page": report}])
    assert row("act-consultation-report").state == Claim.MET

    report.specific.unpublish()

    assert row("act-consultation-report").state == Claim.NOT


def test_a_report_that_is_made_up_as_an_example_proves_nothing(home, section):
    report = factories.make_report(factories.make_have_your_say(home), example_details=True)
    factories.make_standing("act-consultation-report", [{"kind": "report", "page": report}])

    assert row("act-consultation-report").state == Claim.NOT
    assert row("act-consultation-report").proofs[0].faults == [Fault.EXAMPLE]


def test_a_post_must_be_named_on_its_page_or_in_its_contact(section):
    page = factories.make_guide(section, body=[("text", {"text": "<p>The Service Manager leads.</p>"})])
    contact = factories.make_contact(name="Service Manager, Locality Teams")
    post = {"kind": "post", "words": "service manager"}
    factories.make_standing("guidance-kinship-lead", [post | {"page": page}, post | {"contact": contact}])
    assert row("guidance-kinship-lead").state == Claim.MET

    contact.example = True
    contact.save()

    assert row("guidance-kinship-lead").proofs[1].faults == [Fault.EXAMPLE_CONTACT]


@pytest.mark.parametrize(
    ("words", "fault"), [("<mark>Service Manager</mark>", [Fault.EXAMPLE]), ("Service Manager", [])]
)
def test_a_post_that_is_an_example_itself_proves_nothing(section, words, fault):
    text = f"<h2>Who leads</h2><p>The {words} leads.</p><h2>How much</h2><p><mark>£20</mark></p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    factories.make_standing("guidance-kinship-lead", [{"kind": "post", "words": "Service Manager", "page": page}])

    assert row("guidance-kinship-lead").proofs[0].faults == fault


def test_a_checklist_of_data_is_counted_like_the_law(section):
    factories.make_checklist(keys=["dated", "costs"])
    factories.make_standing("good-offer.dated", [factories.make_guide(section)])

    states = {row.item.key: row.state for row in rows_on(timezone.localdate()) if row.item.checklist == "good-offer"}

    assert states == {"dated": Claim.MET, "costs": Claim.NOT}
