"""The rules of the finder for one child, as plain functions: above all, never a wrong “you can get”."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.core.vocabulary import (
    Answer,
    Arrangement,
    CareEnded,
    CareHistory,
    Level,
    LookedAfter,
    ParentsLiving,
    Topic,
)
from pages.finder.entry import ForWhom, Reading, Row, Support
from pages.finder.household import Carer, Child
from pages.finder.pairs import clashes, grown_out_of, settled
from pages.finder.rules import judge, suits

SGO = Arrangement.SPECIAL_GUARDIANSHIP_ORDER
REASON = "You can ask."
CARE_REASON = "The school gets it."
WAS_IN_CARE = {"arrangement": SGO, "looked_after": LookedAfter.YES}


def support(answers=None, **fields):
    """A support that every arrangement can have; `answers` changes some of them."""
    rows = {arrangement: Row((answers or {}).get(arrangement, Answer.YES), REASON) for arrangement in Arrangement}
    values = {
        "any_age": not {"age_from", "age_to"} & set(fields), "pk": 1, "place": "0001", "slug": "support",
        "level": Level.EVERYONE, "needs": (Topic.ALLOWANCES,), "rows": rows,
    }  # fmt: skip
    return Support(**values | fields)


NOT_SAID = Carer()


def said(one, carer=NOT_SAID, **child):
    return judge(one, Child(**child), carer)


def answer(one, carer=NOT_SAID, **child):
    return said(one, carer, **child).answer


def test_what_the_data_says_of_the_arrangement_is_the_answer_with_its_reason():
    for chosen in Answer:
        assert said(support({SGO: chosen}), arrangement=SGO) == (chosen, REASON)


def test_a_yes_that_begins_it_depends_is_a_maybe():
    one = support(rows={SGO: Row(Answer.YES, "It depends on the child.")})

    assert said(one, arrangement=SGO) == (Answer.MAYBE, "It depends on the child.")


def test_a_skipped_arrangement_that_decides_is_a_maybe():
    assert said(support({SGO: Answer.NO})) == (Answer.MAYBE, "It depends on how the child is with you.")
    assert answer(support()) == Answer.YES


def test_a_skipped_arrangement_that_makes_no_difference_has_the_reason_of_all():
    assert said(support(dict.fromkeys(Arrangement, Answer.MAYBE))) == (Answer.MAYBE, REASON)


def test_what_goes_on_for_one_arrangement_ends_for_the_others():
    one = support(age_from=0, age_to=17, older_to=20, older_reason="While they study.", older_arrangement=SGO)

    assert said(one, age=19, arrangement=SGO) == (Answer.MAYBE, "While they study.")
    assert said(one, age=19, arrangement=Arrangement.INFORMAL) == (Answer.NO, "It is for another age: under 18.")
    assert said(one, age=21, arrangement=SGO) == (Answer.NO, "It is for another age: under 21.")
    assert answer(one, age=19) == Answer.MAYBE


def test_nobody_over_18_is_spoken_of_as_in_care():
    fostered = Arrangement.KINSHIP_FOSTER_CARE

    assert answer(support({fostered: Answer.NO}), age=17, arrangement=fostered) == Answer.NO
    assert answer(support({fostered: Answer.NO}), age=18, arrangement=fostered) == Answer.YES
    assert answer(support({Arrangement.NOT_SURE: Answer.MAYBE}), age=18, arrangement=fostered) == Answer.MAYBE
    assert answer(support({fostered: Answer.NO}, age_from=16, age_to=25), age=18, arrangement=fostered) == Answer.NO
    assert answer(support(care=CareHistory.ONLY), age=18, arrangement=fostered) == Answer.YES
    assert answer(support(care=CareHistory.UNTIL_ORDER), age=18, arrangement=fostered) == Answer.NO


def test_a_row_s_no_is_said_of_a_child_only():
    one = support({SGO: Answer.NO}, age_from=0, age_to=17)

    assert said(one, age=17, arrangement=SGO) == (Answer.NO, REASON)
    assert said(one, age=18, arrangement=SGO) == (Answer.NO, "It is for another age: under 18.")


@pytest.mark.parametrize("arrangement", [Arrangement.INFORMAL, Arrangement.NOT_SURE, None])
def test_what_hangs_on_care_goes_by_foster_care_while_the_child_is_in_it(arrangement):
    now = {"looked_after": LookedAfter.YES, "ended": CareEnded.NOT_YET, "arrangement": arrangement, "age": 9}
    others = dict.fromkeys([Arrangement.INFORMAL, Arrangement.NOT_SURE], Answer.NO)
    fostered = {Arrangement.KINSHIP_FOSTER_CARE: Answer.NO}

    assert answer(support(others, care=CareHistory.UNTIL_ORDER), **now) == Answer.YES
    assert answer(support(fostered, care=CareHistory.UNTIL_ORDER), **now) == Answer.NO


def test_care_may_give_more_where_any_child_can_have_it():
    one = support({SGO: Answer.YES, Arrangement.INFORMAL: Answer.NO}, care_reason=CARE_REASON)
    after_care = {"looked_after": LookedAfter.YES, "ended": CareEnded.WITH_ORDER}

    assert said(one, arrangement=SGO) == (Answer.YES, REASON)
    assert said(one, arrangement=SGO, **after_care) == (Answer.YES, CARE_REASON)
    assert said(one, arrangement=SGO, looked_after=LookedAfter.YES, ended=CareEnded.BEFORE_ORDER).why == REASON
    assert answer(one, arrangement=Arrangement.INFORMAL, **after_care) == Answer.NO


@pytest.mark.parametrize(("age", "expected"), [(4, "no"), (5, "yes"), (16, "yes"), (17, "no"), (25, "no")])
def test_the_first_and_the_last_age_are_meant_too(age, expected):
    assert answer(support(age_from=5, age_to=16), arrangement=SGO, age=age) == expected


@pytest.mark.parametrize(
    ("limits", "ages"),
    [
        ({"age_from": 0, "age_to": 4}, "under 5"),
        ({"age_from": 3, "age_to": None, "any_age": True}, "3 or over"),
        ({"age_from": 2, "age_to": 4}, "2 to 4"),
    ],
)
def test_an_age_that_was_skipped_leaves_a_maybe_with_the_ages(limits, ages):
    verdict = said(support(**limits), arrangement=SGO)

    assert verdict.answer == Answer.MAYBE
    assert f"It depends on the child’s age: {ages}." in verdict.why


SOME_OLDER = {"age_from": 0, "age_to": 15, "older_to": 19, "older_reason": "From 16, only while they are at college."}


def test_some_older_ones_may_and_the_data_says_which():
    one = support(**SOME_OLDER)

    assert answer(one, arrangement=SGO, age=15) == Answer.YES
    for age in (16, 19):
        verdict = said(one, arrangement=SGO, age=age)
        assert verdict.answer == Answer.MAYBE
        assert SOME_OLDER["older_reason"] in verdict.why
    assert answer(one, arrangement=SGO, age=20) == Answer.NO
    assert SOME_OLDER["older_reason"] in said(one, arrangement=SGO).why


@pytest.mark.parametrize("ages", [{"age_from": None, "age_to": None}, {"age_from": None, "age_to": 17}])
@pytest.mark.parametrize("age", [None, 7])
def test_a_page_that_does_not_say_its_ages_promises_nothing(ages, age):
    verdict = said(support(**ages), arrangement=SGO, age=age)

    assert verdict.answer == Answer.MAYBE
    assert "It may depend on the child’s age" in verdict.why


@pytest.mark.parametrize(
    ("looked_after", "expected"), [("yes", "yes"), ("not-sure", "maybe"), (None, "maybe"), ("no", "no")]
)
def test_only_a_yes_to_care_gives_what_is_for_children_who_were_in_care(looked_after, expected):
    child = {"arrangement": SGO, "looked_after": LookedAfter(looked_after) if looked_after else None}

    assert answer(support(care=CareHistory.ONLY), **child) == expected


@pytest.mark.parametrize(
    ("ended", "expected"),
    [("with-order", "yes"), ("before-order", "no"), ("not-sure", "maybe"), (None, "maybe")],
)
def test_what_hangs_on_leaving_care_with_the_order_asks_how_it_ended(ended, expected):
    one = support({SGO: Answer.MAYBE}, care=CareHistory.UNTIL_ORDER, care_reason=CARE_REASON)
    verdict = said(one, **WAS_IN_CARE, ended=CareEnded(ended) if ended else None)

    assert verdict.answer == expected
    assert (verdict.why == CARE_REASON) == (expected == "yes")


def test_a_reason_after_care_never_turns_a_no_round():
    one = support({SGO: Answer.NO}, care=CareHistory.UNTIL_ORDER, care_reason=CARE_REASON)

    assert answer(one, **WAS_IN_CARE, ended=CareEnded.WITH_ORDER) == Answer.NO


def test_a_foster_child_is_in_care_without_being_asked():
    one = support(care=CareHistory.UNTIL_ORDER)

    assert answer(one, arrangement=Arrangement.KINSHIP_FOSTER_CARE) == Answer.YES


@pytest.mark.parametrize(
    ("for_whom", "carer", "expected"),
    [
        (ForWhom(working="yes"), Carer(working=True), "yes"),
        (ForWhom(working="yes"), Carer(working=False), "no"),
        (ForWhom(working="no"), Carer(working=False), "yes"),
        (ForWhom(working="no"), Carer(working=True), "no"),
        (ForWhom(working="yes"), Carer(), "maybe"),
        (ForWhom(pension_age="yes"), Carer(pension_age=True), "yes"),
        (ForWhom(pension_age="yes"), Carer(pension_age=False), "no"),
        (ForWhom(pension_age="no"), Carer(pension_age=True), "no"),
        (ForWhom(pension_age="yes"), Carer(), "maybe"),
        (ForWhom(parents="died"), Carer(parents=ParentsLiving.DIED), "yes"),
        (ForWhom(parents="died"), Carer(parents=ParentsLiving.LIVING), "no"),
        (ForWhom(parents="died"), Carer(parents=ParentsLiving.NOT_SURE), "maybe"),
        (ForWhom(parents="died"), Carer(), "maybe"),
    ],
)
def test_what_is_only_for_some_carers_asks_for_it(for_whom, carer, expected):
    verdict = said(support(for_whom=for_whom), carer, arrangement=SGO)

    assert verdict.answer == expected
    assert ("It is only for" in verdict.why) == (expected != "yes")


def test_what_depends_on_need_is_a_maybe():
    assert answer(support(depends_on_need=True), arrangement=SGO) == Answer.MAYBE


def test_a_page_that_says_nothing_of_an_arrangement_is_not_for_it():
    informal_only = support(rows={Arrangement.INFORMAL: Row(Answer.YES, REASON)})

    assert answer(informal_only, arrangement=SGO) == Answer.NO
    assert not informal_only.is_for_everyone


def test_what_no_arrangement_can_have_is_a_no_before_the_arrangement_is_asked():
    assert answer(support(dict.fromkeys(Arrangement, Answer.NO))) == Answer.NO


@pytest.mark.parametrize(
    "fields",
    [
        {"age_from": 0, "age_to": 16}, {"age_from": 1, "age_to": 17}, {"age_from": None, "age_to": None},
        {"care": CareHistory.ONLY}, {"for_whom": ForWhom(working="yes")}, {"depends_on_need": True},
        {"answers": {SGO: Answer.MAYBE}},
    ],
)  # fmt: skip
def test_what_is_limited_is_not_for_everyone(fields):
    assert support().is_for_everyone
    assert support(age_from=0, age_to=17).is_for_everyone
    assert not support(**fields).is_for_everyone


@pytest.mark.parametrize(
    ("child", "words"),
    [
        (Child(arrangement=Arrangement.KINSHIP_FOSTER_CARE, looked_after=LookedAfter.NO), "kinship foster care is in"),
        (Child(arrangement=Arrangement.KINSHIP_FOSTER_CARE, ended=CareEnded.WITH_ORDER), "care has not ended"),
        (Child(looked_after=LookedAfter.NO, ended=CareEnded.WITH_ORDER), "never in care"),
        (Child(arrangement=SGO, ended=CareEnded.NOT_YET), "ends care"),
        (Child(arrangement=Arrangement.ADOPTION, ended=CareEnded.NOT_YET), "ends care"),
        (Child(arrangement=Arrangement.INFORMAL, ended=CareEnded.WITH_ORDER), "there is no order"),
        (Child(arrangement=Arrangement.PRIVATE_FOSTERING, ended=CareEnded.NOT_YET), "a kinship foster carer"),
    ],
)
def test_answers_that_can_not_both_be_true_are_said_and_promise_nothing(child, words):
    [clash] = clashes(child)

    assert words in clash.words
    assert not clashes(settled(child))
    if settled(child).ended != CareEnded.NOT_YET:
        assert judge(support(care=CareHistory.UNTIL_ORDER), child, Carer()).answer != Answer.YES


@pytest.mark.parametrize("looked_after", [None, *LookedAfter])
@pytest.mark.parametrize("ended", [None, *CareEnded])
@pytest.mark.parametrize("arrangement", [None, *Arrangement])
def test_what_is_settled_has_nothing_left_to_clash(arrangement, looked_after, ended):
    assert not clashes(settled(Child(9, arrangement, looked_after, ended)))


@pytest.mark.parametrize(
    ("age", "arrangement", "words"),
    [
        (18, SGO, "grown up"),
        (18, Arrangement.KINSHIP_FOSTER_CARE, "Foster care ends"),
        (19, Arrangement.INFORMAL, "grown up"),
        (16, Arrangement.PRIVATE_FOSTERING, "ends at 16"),
    ],
)
def test_what_a_child_has_grown_out_of_is_said(age, arrangement, words):
    assert words in grown_out_of(Child(age, arrangement))


@pytest.mark.parametrize(
    "child", [Child(17, SGO), Child(15, Arrangement.PRIVATE_FOSTERING), Child(17, Arrangement.ADOPTION), Child()]
)
def test_nobody_is_told_that_they_are_too_old_who_is_not(child):
    assert grown_out_of(child) == ""


def reading(**fields):
    return Reading(1, "0001", "page", (Topic.SCHOOL,), **fields)


@pytest.mark.parametrize(
    ("fields", "child", "carer", "expected"),
    [
        ({}, Child(), Carer(), True),
        ({"arrangements": frozenset({SGO})}, Child(arrangement=SGO), Carer(), True),
        ({"arrangements": frozenset({SGO})}, Child(arrangement=Arrangement.INFORMAL), Carer(), False),
        ({"arrangements": frozenset({SGO})}, Child(), Carer(), True),
        ({"age_from": 13}, Child(12), Carer(), False),
        ({"age_from": 13}, Child(13), Carer(), True),
        ({"age_to": 4}, Child(5), Carer(), False),
        ({"for_whom": ForWhom(working="yes")}, Child(), Carer(working=False), False),
        ({"for_whom": ForWhom(parents="died")}, Child(), Carer(), True),
    ],
)
def test_a_page_is_worth_reading_unless_an_answer_says_that_it_is_not(fields, child, carer, expected):
    assert suits(reading(**fields), child, carer) is expected


children = st.builds(
    Child,
    age=st.none() | st.integers(0, 25),
    arrangement=st.none() | st.sampled_from(Arrangement),
    looked_after=st.none() | st.sampled_from(LookedAfter),
    ended=st.none() | st.sampled_from(CareEnded),
)
carers = st.builds(
    Carer,
    working=st.none() | st.booleans(),
    pension_age=st.none() | st.booleans(),
    parents=st.none() | st.sampled_from(ParentsLiving),
)
supports = st.builds(
    support,
    st.dictionaries(st.sampled_from(Arrangement), st.sampled_from(Answer)),
    age_from=st.none() | st.integers(0, 10),
    age_to=st.none() | st.integers(10, 25),
    any_age=st.booleans(),
    older_to=st.none() | st.integers(11, 25),
    older_reason=st.just("Only some."),
    care=st.sampled_from(CareHistory),
    care_reason=st.sampled_from(["", CARE_REASON]),
    depends_on_need=st.booleans(),
    for_whom=st.builds(
        ForWhom, st.sampled_from(["", "died"]), st.sampled_from(["", "yes", "no"]), st.sampled_from(["", "yes", "no"])
    ),
)


def is_grown_out_of_care(child):
    return child.arrangement == Arrangement.KINSHIP_FOSTER_CARE and child.age is not None and child.age > 17


def spoken_of(one, child):
    """The arrangement whose row is the child's: of a young person who left care at 18, and of a child in care now."""
    taken = settled(child)
    if is_grown_out_of_care(taken) and (one.age_from or 0) < 16:
        return Arrangement.NOT_SURE
    in_care = one.care != CareHistory.ANY and taken.ended == CareEnded.NOT_YET
    return Arrangement.KINSHIP_FOSTER_CARE if in_care else taken.arrangement


@given(supports, children, carers)
def test_nothing_is_claimed_that_the_data_does_not_say(one, child, carer):
    verdict = judge(one, child, carer)
    taken = settled(child)
    row = one.rows.get(spoken_of(one, child))

    assert verdict.why
    if row and row.answer == Answer.NO:
        assert verdict.answer == Answer.NO
    if verdict.answer == Answer.YES:
        assert one.any_age or None not in (one.age_from, one.age_to)
        assert child.age is None or (one.age_from or 0) <= child.age <= (25 if one.age_to is None else one.age_to)
        assert one.care == CareHistory.ANY or taken.looked_after == LookedAfter.YES
        assert one.care != CareHistory.UNTIL_ORDER or taken.ended in (CareEnded.NOT_YET, CareEnded.WITH_ORDER)
        assert not one.for_whom.parents or carer.parents == ParentsLiving.DIED
        assert not one.for_whom.working or carer.working == (one.for_whom.working == "yes")
        assert not one.for_whom.pension_age or carer.pension_age == (one.for_whom.pension_age == "yes")
        if row is None:
            assert {each.answer for each in one.rows.values()} == {Answer.YES}
        else:
            assert row.answer == Answer.YES or verdict.why == CARE_REASON
        assert not one.depends_on_need


@given(supports, children, carers)
def test_answering_more_never_brings_back_what_was_a_no(one, child, carer):
    for name in ("working", "pension_age", "parents"):
        if judge(one, child, carer._replace(**{name: None})).answer == Answer.NO:
            assert judge(one, child, carer).answer == Answer.NO
    if judge(one, child._replace(age=None), carer).answer == Answer.NO and not is_grown_out_of_care(child):
        assert judge(one, child, carer).answer == Answer.NO
