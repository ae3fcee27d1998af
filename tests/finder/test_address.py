"""A household in an address: the same on the way round, old addresses still read, nothing else taken."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from pages.core.vocabulary import NEEDS, Arrangement, CareEnded, LookedAfter, ParentsLiving, Topic
from pages.finder.address import age_of, carries_answers, left_out, read, written
from pages.finder.household import MOST_CHILDREN, Carer, Child, Household
from tests.finder.test_rules import carers, children

SGO = Arrangement.SPECIAL_GUARDIANSHIP_ORDER
households = st.builds(
    Household,
    st.sets(st.sampled_from(list(NEEDS))).map(lambda needs: tuple(need for need in NEEDS if need in needs)),
    st.lists(children.filter(lambda child: child != Child()), max_size=MOST_CHILDREN).map(tuple),
    carers,
)


@given(households)
def test_a_household_comes_back_as_it_went(household):
    query = written(household)

    assert read(QueryDict(query.urlencode())) == household
    assert left_out(query) == []
    assert carries_answers(query) == (household != Household())


def test_an_address_from_before_there_were_several_children_is_read():
    query = QueryDict("need=school&arrangement=special-guardianship-order&age=9&looked-after=yes")

    assert read(query) == Household((Topic.SCHOOL,), (Child(9, SGO, LookedAfter.YES),))


def test_further_children_and_the_carer_stand_in_the_address():
    query = QueryDict("age=7&age-2=15&arrangement-2=informal&ended-2=before-order&working=no&pension=yes&parents=died")

    assert read(query) == Household(
        (),
        (Child(7), Child(15, Arrangement.INFORMAL, None, CareEnded.BEFORE_ORDER)),
        Carer(False, True, ParentsLiving.DIED),
    )


def test_a_child_of_whom_nothing_is_said_is_none():
    assert read(QueryDict("age=&arrangement=&age-3=4")).children == (Child(4),)


def test_a_button_below_a_question_wins_over_it():
    assert read(QueryDict("arrangement=not-sure&arrangement=special-guardianship-order")).children == (
        Child(None, SGO),
    )


def test_there_are_no_more_children_than_there_is_room_for():
    query = QueryDict("&".join(f"age-{number}=3" for number in range(2, 40)))

    assert len(read(query).children) == MOST_CHILDREN - 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("need=zzz", "what you need"), ("arrangement=married", "how a child is with you"), ("age=abc", "an age"),
        ("age-2=-1", "an age"), ("age=7..5", "an age"), ("age=26", "an age"),
        ("age-9=4", "the children after the eighth"), ("ended-20=x", "the children after the eighth"),
        ("age=" + "9" * 5000, "an age"),
        ("looked-after=perhaps", "whether a child was in care"), ("ended-3=later", "how care ended"),
        ("working=sometimes", "whether you work"), ("pension=1", "whether you are of pension age"),
        ("parents=%00", "whether the parents are alive"), ("need=%22%3E%3Cscript%3E", "what you need"),
    ],
)  # fmt: skip
def test_what_is_none_of_ours_is_left_out_by_the_name_of_its_question(query, said):
    assert left_out(QueryDict(query)) == [said]
    assert read(QueryDict(query)) == Household()


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("9 years", 9), ("9 yrs old", 9), ("9yo", 9), ("7.5", 7), ("7½", 7), ("9 1/2", 9), ("nine", 9), ("Nine.", 9),
        ("nought", 0), ("6 months", 0), ("18 months old", 1), ("6 weeks", 0), ("104 weeks", 2), ("30 years", None),
        ("９", 9), ("٩", 9), ("year", None), ("", None), ("9 months 2", None),
    ],
)  # fmt: skip
def test_an_age_is_read_however_it_is_typed(typed, age):
    assert age_of(typed) == age


@pytest.mark.parametrize("query", ["", "age=", "arrangement=&looked-after=", "other=1", "was=age%3D7"])
def test_skipped_and_foreign_names_are_not_unknown_answers(query):
    assert left_out(QueryDict(query)) == []
    assert read(QueryDict(query)) == Household()
