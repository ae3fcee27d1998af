"""The rules of the finder, as plain functions: above all, never a wrong “you can get”."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.core.vocabulary import NEEDS, Answer, Arrangement, CareHistory, Level, LookedAfter, Topic
from pages.finder.eligibility import Answers, Group, Row, Support, find, is_for_everyone, read_first

SGO = Arrangement.SPECIAL_GUARDIANSHIP_ORDER
REASON = "You can ask."


def support(answers=None, **fields):
    """A support that every arrangement can have; `answers` changes some of them."""
    rows = {arrangement: Row((answers or {}).get(arrangement, Answer.YES), REASON) for arrangement in Arrangement}
    values = {
        "any_age": not {"age_from", "age_to"} & set(fields), "older_to": None, "older_reason": "",
        "pk": 1, "place": "0001", "slug": "support", "level": Level.EVERYONE, "needs": (Topic.ALLOWANCES,),
        "rows": rows, "age_from": None, "age_to": None, "care": CareHistory.ANY, "depends_on_need": False,
    }  # fmt: skip
    return Support(**values | fields)


def only(result_of):
    """The one result, whatever its group."""
    return next((result for results in result_of.values() for result in results), None)


def asked(one, **answers):
    return only(find([one], Answers(**answers)))


def test_a_no_leaves_it_out():
    assert asked(support({SGO: Answer.NO}), arrangement=SGO) is None


def test_a_maybe_may_fit_and_says_why():
    result = asked(support({SGO: Answer.MAYBE}), arrangement=SGO)

    assert result.group is Group.MAY_FIT
    assert result.because == ["because you are a special guardian"]
    assert result.says == REASON


def test_a_yes_fits():
    result = asked(support({Arrangement.INFORMAL: Answer.NO}), arrangement=SGO)

    assert result.group is Group.FITS


def test_a_skipped_arrangement_that_decides_leaves_only_may():
    result = asked(support({Arrangement.INFORMAL: Answer.NO}), needs=(Topic.ALLOWANCES,))

    assert result.group is Group.MAY_FIT
    assert result.depends == ["It depends on the arrangement."]


def test_not_sure_gets_only_what_the_data_gives_it():
    mixed = support({Arrangement.INFORMAL: Answer.NO, Arrangement.NOT_SURE: Answer.MAYBE})

    assert asked(mixed, arrangement=Arrangement.NOT_SURE).group is Group.MAY_FIT


@pytest.mark.parametrize("age", [4, 17, 25])
def test_a_child_too_young_or_too_old_rules_it_out(age):
    assert asked(support(age_from=5, age_to=16), arrangement=SGO, age=age) is None


@pytest.mark.parametrize("age", [5, 16])
def test_the_first_and_the_last_age_are_meant_too(age):
    assert asked(support(age_from=5, age_to=16), arrangement=SGO, age=age).group is Group.FITS


@pytest.mark.parametrize(
    ("limits", "because"),
    [
        ({"age_from": 0, "age_to": 4}, "because the child is under 5"),
        ({"age_from": 3, "age_to": 25}, "because the child is 3 or over"),
        ({"age_from": 2, "age_to": 4}, "because the child is 2 to 4"),
    ],
)
def test_an_age_that_decides_is_given_as_the_reason(limits, because):
    assert because in asked(support(**limits), arrangement=SGO, age=3).because


def test_an_unknown_age_that_decides_leaves_only_may():
    result = asked(support(age_from=0, age_to=4), arrangement=SGO)

    assert result.group is Group.MAY_FIT
    assert result.depends == ["It depends on the child’s age: under 5."]


SOME_OLDER = {"age_from": 0, "age_to": 15, "older_to": 19, "older_reason": "From 16, only while they are at college."}


@pytest.mark.parametrize("age", [16, 19])
def test_an_age_at_which_only_some_can_have_it_leaves_only_may_and_says_which(age):
    result = asked(support(**SOME_OLDER), arrangement=SGO, age=age)

    assert result.group is Group.MAY_FIT
    assert result.depends == ["From 16, only while they are at college."]
    assert "because the child is under 16" not in result.because


def test_it_fits_up_to_the_age_for_all_and_is_over_after_the_age_for_some():
    assert asked(support(**SOME_OLDER), arrangement=SGO, age=15).group is Group.FITS
    assert asked(support(**SOME_OLDER), arrangement=SGO, age=20) is None


def test_a_skipped_age_says_which_older_ones_can_have_it_too():
    assert asked(support(**SOME_OLDER), arrangement=SGO).depends == [
        "It depends on the child’s age: under 16.", "From 16, only while they are at college.",
    ]  # fmt: skip


def test_what_everyone_can_have_up_to_an_age_is_not_promised_to_older_ones():
    one = support(**SOME_OLDER | {"age_to": 17})

    assert asked(one, needs=(Topic.SCHOOL,), age=17).group is Group.EVERYONE
    assert asked(one, needs=(Topic.ALLOWANCES,), age=18).group is Group.MAY_FIT


@pytest.mark.parametrize("ages", [{"age_from": None, "age_to": None}, {"age_from": None, "age_to": 17}])
@pytest.mark.parametrize("age", [None, 7])
def test_a_page_that_does_not_say_its_ages_promises_nothing(ages, age):
    result = asked(support(**ages), arrangement=SGO, age=age)

    assert result.group is Group.MAY_FIT
    assert result.depends == ["It may depend on the child’s age. Ask."]


@pytest.mark.parametrize(
    "limits", [{"age_from": 0, "age_to": 17}, {"age_from": 0, "age_to": 24}, {"age_from": 0, "age_to": 19}]
)
def test_an_age_limit_that_takes_in_every_child_decides_nothing(limits):
    assert is_for_everyone(support(**limits))


@pytest.mark.parametrize(
    ("looked_after", "group"),
    [(LookedAfter.YES, Group.FITS), (LookedAfter.NOT_SURE, Group.MAY_FIT), (None, Group.MAY_FIT)],
)
def test_only_a_yes_to_care_gives_what_is_for_children_who_were_in_care(looked_after, group):
    assert asked(support(care=CareHistory.ONLY), arrangement=SGO, looked_after=looked_after).group is group


def test_a_child_never_in_care_does_not_get_what_is_for_children_who_were():
    assert asked(support(care=CareHistory.ONLY), arrangement=SGO, looked_after=LookedAfter.NO) is None


def test_what_depends_on_need_says_so_even_when_it_fits():
    result = asked(support({Arrangement.INFORMAL: Answer.NO}, depends_on_need=True), arrangement=SGO)

    assert result.group is Group.FITS
    assert result.depends == ["What you get depends on what the child needs."]


def test_a_page_that_says_nothing_of_an_arrangement_is_not_for_it():
    informal_only = support(rows={Arrangement.INFORMAL: Row(Answer.YES, REASON)})

    assert asked(informal_only, arrangement=SGO) is None
    assert not is_for_everyone(informal_only)


def test_what_no_arrangement_can_have_is_left_out_before_the_arrangement_is_asked():
    assert asked(support(dict.fromkeys(Arrangement, Answer.NO)), needs=(Topic.ALLOWANCES,)) is None


def test_what_any_child_can_have_is_for_one_who_was_never_in_care_too():
    assert asked(support(), arrangement=SGO, looked_after=LookedAfter.NO).group is Group.EVERYONE


def test_a_baby_has_an_age_too():
    assert asked(support(), age=0).group is Group.EVERYONE
    assert asked(support(age_from=0, age_to=0), age=0).because == ["because the child is under 1"]
    assert asked(support(age_from=0, age_to=0), age=1) is None
    assert asked(support(age_from=1, age_to=17), age=0) is None
    assert not is_for_everyone(support(age_from=1, age_to=17))


def test_what_ends_before_a_child_is_grown_up_is_not_for_everyone():
    assert not is_for_everyone(support(age_from=0, age_to=16))


def test_what_says_no_ages_is_not_for_everyone():
    assert not is_for_everyone(support(age_from=None, age_to=None))


def test_twenty_five_is_the_oldest_that_anything_is_for():
    assert asked(support(), age=25).group is Group.EVERYONE
    assert asked(support(), age=26) is None


def test_what_everyone_can_have_may_still_depend_on_an_age_above_its_last():
    assert asked(support(**SOME_OLDER | {"age_to": 17}), needs=(Topic.SCHOOL,), age=18).group is Group.MAY_FIT


def test_the_page_of_a_topic_counts_as_about_it_without_naming_it():
    result = asked(support({Arrangement.INFORMAL: Answer.NO}, slug="allowances", needs=()), needs=(Topic.ALLOWANCES,))

    assert result.because == [f"because you asked about “{NEEDS[Topic.ALLOWANCES]}”"]


@pytest.mark.parametrize(
    ("fields", "told", "because"),
    [
        ({}, {"arrangement": SGO}, "because it is for every kinship family"),
        ({"answers": {SGO: Answer.NO}}, {"age": 7}, "because some kinship families can have it"),
        ({"answers": {SGO: Answer.MAYBE}}, {"age": 7}, "because any kinship family can ask"),
        ({}, {"looked_after": LookedAfter.YES}, "because it is for every kinship family"),
        ({"care": CareHistory.ONLY}, {"age": 7}, "because it is for every kinship family"),
        (
            {"care": CareHistory.ONLY},
            {"looked_after": LookedAfter.YES},
            "because the child is, or was, looked after by a council",
        ),
        ({"age_from": 5, "age_to": 16}, {"age": 16}, "because the child is 5 to 16"),
        ({"age_from": 5, "age_to": 17}, {"age": 16}, "because the child is 5 or over"),
    ],
)
def test_only_what_decided_is_given_as_the_reason(fields, told, because):
    assert asked(support(**fields), **told).because == [because]


def test_what_was_not_asked_about_is_left_out():
    assert asked(support({Arrangement.INFORMAL: Answer.NO}), needs=(Topic.SCHOOL,), arrangement=SGO) is None


def test_what_everyone_can_have_comes_last_unless_it_was_asked_about():
    assert asked(support(), needs=(Topic.SCHOOL,)).group is Group.EVERYONE
    assert asked(support(), needs=(Topic.ALLOWANCES,)).group is Group.FITS


def test_no_answers_give_only_what_everyone_can_have():
    particular = support({Arrangement.INFORMAL: Answer.NO}, pk=2)
    found = find([support(), particular], Answers())

    assert [result.support.pk for result in found[Group.EVERYONE]] == [1]
    assert found[Group.FITS] == found[Group.MAY_FIT] == []


def test_the_page_of_the_topic_comes_first():
    near = support(pk=1, place="0001")
    topic = support(pk=2, place="0002", slug="allowances")
    found = find([near, topic], Answers(needs=(Topic.ALLOWANCES,)))

    assert [result.support.pk for result in found[Group.FITS]] == [2, 1]


def test_what_meets_more_needs_comes_before_what_meets_one():
    one = support(pk=1, place="0001")
    both = support(pk=2, place="0002", needs=(Topic.ALLOWANCES, Topic.HOUSING))
    found = find([one, both], Answers(needs=(Topic.ALLOWANCES, Topic.HOUSING)))

    assert [result.support.pk for result in found[Group.FITS]] == [2, 1]


ALLOWANCES, HOUSING, SCHOOL, HEALTH = Topic.ALLOWANCES, Topic.HOUSING, Topic.SCHOOL, Topic.HEALTH
PARTICULAR = {Arrangement.INFORMAL: Answer.NO}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"needs": (ALLOWANCES,)}, {"needs": (SCHOOL, ALLOWANCES, HOUSING)}),
        ({"needs": (SCHOOL, HEALTH, ALLOWANCES, HOUSING)}, {"needs": (SCHOOL, ALLOWANCES)}),
        ({"answers": PARTICULAR, "needs": (SCHOOL, HEALTH, ALLOWANCES)}, {"needs": (SCHOOL, ALLOWANCES)}),
        ({"needs": (SCHOOL, ALLOWANCES)}, {"needs": (SCHOOL, HEALTH, ALLOWANCES)}),
        (
            {"answers": PARTICULAR, "needs": (ALLOWANCES,), "age_from": 2, "age_to": 16},
            {"answers": PARTICULAR, "needs": (ALLOWANCES,)},
        ),
        ({"place": "0000"}, {"place": "0001"}),
    ],
    ids=["the first need", "more needs", "more particular", "a nearer need", "more reasons", "the place in the tree"],
)
def test_the_better_of_two_comes_first_whatever_their_places(better, worse):
    first, second = support(pk=1, **{"place": "0009"} | better), support(pk=2, **{"place": "0001"} | worse)
    results = find([second, first], Answers(needs=(ALLOWANCES, HOUSING), arrangement=SGO, age=7))

    assert [result.support.pk for result in results[Group.FITS]] == [1, 2]


def test_who_says_an_arrangement_reads_about_it_first():
    assert read_first(Answers(arrangement=SGO)) == {SGO: "because you are a special guardian"}


def test_who_is_not_sure_reads_about_the_types_first():
    assert list(read_first(Answers(arrangement=Arrangement.NOT_SURE))) == [Topic.TYPES_OF_KINSHIP_CARE]


def test_who_cares_for_somebody_of_16_reads_about_growing_up():
    assert read_first(Answers(age=16)) == {"growing-up": "because the child is 16 or over"}
    assert read_first(Answers(age=15)) == {}


answers = st.builds(
    Answers,
    needs=st.lists(st.sampled_from(Topic), max_size=3, unique=True).map(tuple),
    arrangement=st.none() | st.sampled_from(Arrangement),
    age=st.none() | st.integers(0, 25),
    looked_after=st.none() | st.sampled_from(LookedAfter),
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
    needs=st.lists(st.sampled_from(Topic), min_size=1, max_size=3, unique=True).map(tuple),
    depends_on_need=st.booleans(),
)


@given(supports, answers)
def test_nothing_is_claimed_that_the_data_does_not_say(one, told):
    for group, results in find([one], told).items():
        for result in results:
            row = one.rows.get(told.arrangement)
            assert row is None or row.answer != Answer.NO
            oldest = 25 if one.age_to is None else one.age_to
            assert told.age is None or (one.age_from or 0) <= told.age <= max(oldest, one.older_to or 0)
            assert one.care == CareHistory.ANY or told.looked_after != LookedAfter.NO
            if group is not Group.MAY_FIT:
                assert one.any_age or None not in (one.age_from, one.age_to)
                assert told.age is None or told.age <= oldest
                relevant = [row] if row else one.rows.values()
                assert {row.answer for row in relevant} == {Answer.YES}
                assert one.care == CareHistory.ANY or told.looked_after == LookedAfter.YES
            assert result.because
            assert row is None or result.says == row.reason


@given(supports, answers)
def test_answering_more_never_brings_back_what_was_ruled_out(one, told):
    without = told._replace(looked_after=None)

    if only(find([one], without)) is None:
        assert only(find([one], told)) is None or without == Answers()
