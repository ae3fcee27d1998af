"""The edges of each rule, and the words of each reason."""

import pytest

from pages.core.vocabulary import Answer, Arrangement, CareEnded, CareHistory, LookedAfter, ParentsLiving
from pages.finder.entry import ForWhom, Row
from pages.finder.household import Carer, Child, Household
from pages.finder.pairs import clashes, notes, settled
from pages.finder.rules import meets, suits
from tests.finder.test_rules import CARE_REASON, REASON, SGO, answer, reading, said, support

FOSTERED, CAO, INFORMAL = Arrangement.KINSHIP_FOSTER_CARE, Arrangement.CHILD_ARRANGEMENTS_ORDER, Arrangement.INFORMAL
AFTER_CARE = {"looked_after": LookedAfter.YES, "ended": CareEnded.WITH_ORDER}


@pytest.mark.parametrize(
    ("limits", "age", "ages"),
    [
        ({"age_from": 5, "age_to": 25}, 4, "5 or over"), ({"age_from": 5, "age_to": 24}, 4, "5 to 24"),
        ({"age_from": 5, "age_to": None}, 4, "5 or over"), ({"age_from": 0, "age_to": 4}, 5, "under 5"),
        ({"age_from": 2, "age_to": 16, "older_to": 18, "older_reason": "Ask."}, 19, "2 to 18"),
    ],
)  # fmt: skip
def test_another_age_says_which(limits, age, ages):
    assert said(support(**limits), age=age, arrangement=SGO) == (Answer.NO, f"It is for another age: {ages}.")


def test_the_youngest_and_the_oldest_that_we_ask_for_are_in_what_has_no_limit():
    assert answer(support(age_from=None, any_age=True), age=0, arrangement=SGO) == Answer.YES
    assert answer(support(age_to=None, any_age=True), age=25, arrangement=SGO) == Answer.YES
    assert suits(reading(), Child(0, SGO), Carer())
    assert suits(reading(age_to=4), Child(4), Carer())
    assert suits(reading(age_from=25), Child(25), Carer())


def test_a_row_s_no_comes_before_a_child_s_age():
    one = support({SGO: Answer.NO}, age_from=0, age_to=10)

    assert said(one, age=12, arrangement=SGO) == said(one, age=17, arrangement=SGO) == (Answer.NO, REASON)


@pytest.mark.parametrize(("age_from", "expected"), [(15, Answer.NO), (16, Answer.YES)])
def test_what_begins_at_sixteen_speaks_of_who_left_care(age_from, expected):
    one = support({Arrangement.NOT_SURE: Answer.NO}, age_from=age_from, age_to=25)

    assert answer(one, age=18, arrangement=FOSTERED) == expected


def test_the_words_of_the_row_stand_behind_what_is_still_open():
    open_care = said(support({SGO: Answer.MAYBE}, care=CareHistory.ONLY), arrangement=SGO)

    assert open_care.why == f"It is only for a child who is, or was, in care. {REASON}"


def test_what_has_no_reason_of_its_own_has_one_all_the_same():
    assert said(support()) == (Answer.YES, "It is for every kinship family.")
    assert said(support(depends_on_need=True)) == (Answer.MAYBE, "It depends on what the child needs.")
    assert said(support(depends_on_need=True), arrangement=SGO) == (Answer.MAYBE, REASON)


def test_a_no_that_begins_it_depends_stays_a_no():
    rows = {SGO: Row(Answer.NO, "It depends on nothing."), CAO: Row(Answer.YES, REASON)}

    assert answer(support(rows=rows), arrangement=SGO) == Answer.NO


def test_not_sure_may_have_it_as_long_as_whoever_can():
    one = support(age_from=0, age_to=17, older_to=20, older_reason="While they study.", older_arrangement=SGO)

    assert said(one, age=20, arrangement=Arrangement.NOT_SURE) == (Answer.MAYBE, "While they study.")


def test_the_reason_of_all_does_not_ask_for_that_of_who_is_not_sure():
    rows = dict.fromkeys(Arrangement, Row(Answer.MAYBE, REASON)) | {
        Arrangement.NOT_SURE: Row(Answer.MAYBE, "Find out.")
    }

    assert said(support(rows=rows)) == (Answer.MAYBE, REASON)


def test_care_changes_nothing_where_nothing_is_said_of_it():
    now = {"looked_after": LookedAfter.YES, "ended": CareEnded.NOT_YET}

    assert answer(support(), looked_after=LookedAfter.NO, arrangement=SGO) == Answer.YES
    assert answer(support({FOSTERED: Answer.NO}), arrangement=Arrangement.NOT_SURE, **now) == Answer.YES
    assert answer(support({CAO: Answer.NO}, care_reason=CARE_REASON), arrangement=CAO, **AFTER_CARE) == Answer.NO
    assert answer(support({CAO: Answer.MAYBE}), arrangement=CAO, **AFTER_CARE) == Answer.MAYBE
    of_care = support(care=CareHistory.UNTIL_ORDER, care_reason=CARE_REASON)
    assert said(of_care, arrangement=CAO, **AFTER_CARE) == (Answer.YES, REASON)


@pytest.mark.parametrize(
    ("care", "looked_after", "words"),
    [
        (CareHistory.UNTIL_ORDER, LookedAfter.YES, "It depends on how care ended: it must be with a court order."),
        (CareHistory.UNTIL_ORDER, None, "It is only for a child who is, or was, in care."),
        (CareHistory.ONLY, LookedAfter.NOT_SURE, "It is only for a child who is, or was, in care."),
    ],
)
def test_what_of_care_is_still_open_is_said(care, looked_after, words):
    assert said(support(care=care), arrangement=SGO, looked_after=looked_after).why.startswith(words)


@pytest.mark.parametrize(
    ("for_whom", "carer", "words"),
    [
        (ForWhom(working="yes"), Carer(working=False), "It is only for a carer who has a job."),
        (ForWhom(working="no"), Carer(working=True), "It is only for a carer who has no job."),
        (ForWhom(pension_age="yes"), Carer(pension_age=False), "It is only for a carer over State Pension age."),
        (ForWhom(pension_age="no"), Carer(pension_age=True), "It is only for a carer under State Pension age."),
        (
            ForWhom(parents="died"), Carer(parents=ParentsLiving.LIVING),
            "It is only for a child whose mum or dad has died.",
        ),
    ],
)  # fmt: skip
def test_whom_it_is_for_is_said_and_makes_no_difference_to_others(for_whom, carer, words):
    assert said(support(for_whom=for_whom), carer, arrangement=SGO) == (Answer.NO, words)
    assert said(support(for_whom=for_whom), arrangement=SGO) == (Answer.MAYBE, f"{words} {REASON}")
    assert said(support(), carer, arrangement=SGO) == (Answer.YES, REASON)


@pytest.mark.parametrize(
    ("for_whom", "carer", "because"),
    [
        (ForWhom(working="yes"), Carer(working=True), "because you have a job"),
        (ForWhom(working="no"), Carer(working=False), "because you have no job"),
        (ForWhom(working="yes"), Carer(working=False), ""), (ForWhom(working="no"), Carer(), ""),
        (ForWhom(), Carer(True, True, ParentsLiving.DIED), ""), (ForWhom(), Carer(False, False), ""),
        (ForWhom(pension_age="yes"), Carer(pension_age=True), "because you are over pension age"),
        (ForWhom(pension_age="no"), Carer(pension_age=True), ""), (ForWhom(pension_age="yes"), Carer(), ""),
        (ForWhom(parents="died"), Carer(parents=ParentsLiving.DIED), "because a parent has died"),
        (ForWhom(parents="died"), Carer(parents=ParentsLiving.LIVING), ""),
    ],
)  # fmt: skip
def test_what_is_for_this_carer_in_particular_is_said(for_whom, carer, because):
    assert meets(for_whom, carer) == because


def test_an_order_that_lets_the_child_live_with_the_carer_ends_care():
    [clash] = clashes(Child(arrangement=CAO, ended=CareEnded.NOT_YET))

    assert "ends care" in clash.words


@pytest.mark.parametrize(("age", "ended"), [(None, "not-yet"), (17, "not-yet"), (18, "before-order")])
def test_foster_care_is_care_until_eighteen(age, ended):
    assert settled(Child(age, FOSTERED)) == Child(age, FOSTERED, LookedAfter.YES, CareEnded(ended))


def test_what_does_not_go_together_is_said_of_each_child_by_its_name_where_there_are_several():
    ended = "Private fostering ends at 16, or at 18 for a disabled child."
    older, younger = Child(17, Arrangement.PRIVATE_FOSTERING), Child(9, INFORMAL)

    assert notes(Household()) == notes(Household(children=(younger,))) == []
    assert notes(Household(children=(older,))) == [ended]
    assert notes(Household(children=(younger, older))) == [f"The 17-year-old: {ended}"]
