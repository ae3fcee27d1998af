"""How far an item is met: plain rules about a claim, its proofs, its sign-off and the day."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from pages.duties.effective import Lack, Said, effective, lacks
from pages.duties.faults import CitedContact, CitedPage, Facts, Fault, faults
from pages.duties.parts import PagePart
from pages.duties.standing import Claim, Standing, latest_look

DAY = datetime.date(2026, 11, 26)
BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)
SIGNED = Said(Claim.MET, None, BEFORE, AFTER)

PART = PagePart("", "The whole page", "", "Ask the Service Manager.", has_example=False)
PAGE = CitedPage(AFTER, False, False, PART, False, PART.words)


@pytest.mark.parametrize(
    ("said", "proofs", "state"),
    [
        (SIGNED, [True, True], Claim.MET),
        (SIGNED._replace(look_again=DAY), [True], Claim.MET),
        (SIGNED._replace(signed_off_on=DAY), [True], Claim.MET),
        (SIGNED, [True, False], Claim.PARTLY),
        (SIGNED, [False], Claim.NOT),
        (SIGNED, [], Claim.NOT),
        (SIGNED._replace(look_again=BEFORE), [True], Claim.PARTLY),
        (SIGNED._replace(look_again=None), [True], Claim.PARTLY),
        (SIGNED._replace(signed_off_on=None, look_again=None), [True], Claim.PARTLY),
        (SIGNED._replace(signed_off_on=AFTER), [True], Claim.PARTLY),
        (SIGNED._replace(claim=Claim.PARTLY), [True], Claim.PARTLY),
        (SIGNED._replace(claim=Claim.PARTLY), [False], Claim.NOT),
        (SIGNED._replace(claim=Claim.PARTLY, planned_by=AFTER), [False], Claim.PLANNED),
        (SIGNED._replace(claim=Claim.PARTLY, planned_by=BEFORE), [False], Claim.NOT),
        (SIGNED._replace(claim=Claim.PLANNED, planned_by=AFTER), [], Claim.PLANNED),
        (SIGNED._replace(claim=Claim.PLANNED, planned_by=DAY), [True], Claim.PLANNED),
        (SIGNED._replace(claim=Claim.PLANNED, planned_by=BEFORE), [True], Claim.NOT),
        (SIGNED._replace(claim=Claim.PLANNED), [], Claim.NOT),
        (SIGNED._replace(claim=Claim.NOT), [True], Claim.NOT),
        (Said(), [], Claim.NOT),
    ],
)
def test_the_state_is_what_proofs_sign_off_and_the_day_bear_out(said, proofs, state):
    assert effective(said, proofs, DAY) == state


@pytest.mark.parametrize(
    ("said", "proofs", "lack"),
    [
        (SIGNED, [True], []),
        (SIGNED, [], [Lack.NO_PROOF]),
        (SIGNED, [True, False], [Lack.PROOF]),
        (Said(Claim.MET), [True], [Lack.NOT_SIGNED]),
        (SIGNED._replace(look_again=BEFORE), [True], [Lack.LOOK_AGAIN]),
        (Said(Claim.PLANNED, BEFORE), [], [Lack.LATE]),
        (Said(Claim.PLANNED, AFTER), [], []),
        (Said(Claim.NOT), [], []),
    ],
)
def test_what_is_lacking_is_named(said, proofs, lack):
    assert lacks(said, proofs, DAY) == lack


def facts(page=PAGE, kind="part", **fields):
    return Facts(kind, has_page=True, page=page, **fields)


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (PAGE, []),
        (PAGE._replace(next_check=DAY), []),
        (PAGE._replace(next_check=BEFORE), [Fault.OVERDUE]),
        (PAGE._replace(check_is_example=True), [Fault.EXAMPLE_CHECK]),
        (PAGE._replace(part=None), [Fault.PART_GONE]),
        (PAGE._replace(part=PART._replace(has_example=True)), [Fault.EXAMPLE]),
        (PAGE._replace(is_out_of_date=True), [Fault.OLD]),
        (None, [Fault.NOT_OPEN]),
    ],
)
def test_a_part_of_a_page_proves_only_while_the_page_is_open_checked_and_true(page, fault):
    assert faults(facts(page), DAY) == fault


def test_a_page_that_was_deleted_proves_nothing():
    assert faults(Facts("part"), DAY) == [Fault.GONE]


def test_only_a_report_is_a_report():
    assert faults(facts(kind="report"), DAY) == [Fault.NO_REPORT]
    assert faults(facts(PAGE._replace(is_report=True), kind="report"), DAY) == []


@pytest.mark.parametrize(
    ("decided_on", "url", "fault"),
    [
        (DAY, "https://example.org/", []),
        (AFTER, "https://example.org/", [Fault.NOT_DECIDED]),
        (None, "https://example.org/", [Fault.NO_ADDRESS]),
        (DAY, "", [Fault.NO_ADDRESS]),
    ],
)
def test_a_decision_needs_a_day_that_has_come_and_an_address(decided_on, url, fault):
    assert faults(Facts("decision", decided_on=decided_on, url=url), DAY) == fault


@pytest.mark.parametrize(
    ("post", "fault"), [("service  manager", []), ("Head of Service", [Fault.NOT_NAMED]), ("", [Fault.NOT_NAMED])]
)
def test_a_post_must_be_named_where_it_is_said_to_be(post, fault):
    assert faults(facts(kind="post", words=post), DAY) == fault
    assert faults(Facts("post", contact=CitedContact(PART.words, is_example=False), words=post), DAY) == fault


def test_a_contact_that_is_an_example_names_no_post():
    contact = CitedContact(PART.words, is_example=True)

    assert faults(Facts("post", contact=contact, words="Service Manager"), DAY) == [Fault.EXAMPLE_CONTACT]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"claim": "planned"}, {"planned_by"}),
        ({"claim": "met", "planned_by": AFTER}, {"planned_by"}),
        ({"claim": "not", "planned_by": AFTER}, {"planned_by"}),
        ({"claim": "partly", "planned_by": AFTER}, set()),
        ({"claim": "met", "signed_off_by": "Lead"}, {"signed_off_by"}),
        ({"claim": "met", "signed_off_on": DAY, "look_again": AFTER}, {"signed_off_by"}),
        ({"claim": "met", "signed_off_by": "Lead", "signed_off_on": DAY}, {"look_again"}),
        ({"claim": "met", "signed_off_by": "Lead", "signed_off_on": DAY, "look_again": BEFORE}, {"look_again"}),
        (
            {
                "claim": "met",
                "signed_off_by": "Lead",
                "signed_off_on": DAY,
                "look_again": datetime.date(2027, 11, 27),
            },
            {"look_again"},
        ),
        (
            {
                "claim": "met",
                "signed_off_by": "Lead",
                "signed_off_on": DAY,
                "look_again": datetime.date(2027, 11, 26),
            },
            set(),
        ),
    ],
)
def test_a_standing_is_whole(fields, wrong):
    try:
        Standing(item="act-named", **fields).clean()
        problems = set()
    except ValidationError as error:
        problems = set(error.error_dict)

    assert problems == wrong


def test_a_sign_off_on_a_leap_day_ends_on_a_day_that_exists():
    assert latest_look(datetime.date(2028, 2, 29)) == datetime.date(2029, 2, 28)
