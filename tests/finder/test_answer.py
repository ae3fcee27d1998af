"""What a whole household gets: what differs between the children, what is the same, what everyone can have."""

import pytest

from pages.core.vocabulary import NEEDS, Answer, Arrangement, ParentsLiving, Topic
from pages.finder.answer import Part, answer_for, read_first
from pages.finder.difference import Difference, difference
from pages.finder.entry import Entries, ForWhom, Reading
from pages.finder.household import Carer, Child, Household, called
from tests.finder.test_rules import SGO, support

ALLOWANCES, HOUSING, SCHOOL, HEALTH = Topic.ALLOWANCES, Topic.HOUSING, Topic.SCHOOL, Topic.HEALTH
PARTICULAR = {Arrangement.INFORMAL: Answer.NO}
GRANDSON, NIECE = Child(7, SGO), Child(15, Arrangement.INFORMAL)


def parts(*supports, **household):
    """The keys of the supports in each part of the answer, without empty parts."""
    answer = answer_for(Household(**household), Entries(list(supports), []))
    return {part: [each.support.pk for each in listed] for part, listed in answer.parts.items() if listed}


def test_what_was_not_asked_about_is_left_out():
    assert parts(support(PARTICULAR), needs=(SCHOOL,), children=(GRANDSON,)) == {}


def test_what_everyone_can_have_comes_last_unless_it_was_asked_about():
    assert parts(support(), needs=(SCHOOL,)) == {Part.EVERYONE: [1]}
    assert parts(support(), needs=(ALLOWANCES,)) == {Part.FITS: [1]}


def test_no_answers_give_only_what_everyone_can_have():
    assert parts(support(), support(PARTICULAR, pk=2)) == {Part.EVERYONE: [1]}


def test_a_no_for_all_is_left_out_and_a_no_for_one_is_said():
    assert parts(support({SGO: Answer.NO}), children=(GRANDSON,)) == {}
    assert parts(support({SGO: Answer.NO}), children=(GRANDSON, NIECE)) == {Part.DIFFERENT: [1]}


def test_the_same_answer_for_all_stands_once_and_another_by_child():
    same, other = support(pk=1), support({SGO: Answer.MAYBE}, pk=2)

    assert parts(same, other, needs=(ALLOWANCES,), children=(GRANDSON, NIECE)) == {Part.DIFFERENT: [2], Part.FITS: [1]}
    assert parts(same, other, needs=(ALLOWANCES,), children=(GRANDSON,)) == {Part.FITS: [1], Part.MAY_FIT: [2]}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"slug": "allowances", "needs": ()}, {"needs": (ALLOWANCES,)}),
        ({"needs": (ALLOWANCES,)}, {"needs": (SCHOOL, ALLOWANCES, HOUSING)}),
        ({"needs": (SCHOOL, HEALTH, ALLOWANCES, HOUSING)}, {"needs": (SCHOOL, ALLOWANCES)}),
        ({"answers": PARTICULAR, "needs": (SCHOOL, HEALTH, ALLOWANCES)}, {"needs": (SCHOOL, ALLOWANCES)}),
        ({"needs": (SCHOOL, ALLOWANCES)}, {"needs": (SCHOOL, HEALTH, ALLOWANCES)}),
        ({"place": "0000"}, {"place": "0001"}),
    ],
    ids=[
        "the topic itself",
        "the first need",
        "more needs",
        "more particular",
        "a nearer need",
        "the place in the tree",
    ],
)
def test_the_better_of_two_comes_first_whatever_their_places(better, worse):
    first, second = support(pk=1, **{"place": "0009"} | better), support(pk=2, **{"place": "0001"} | worse)

    found = parts(second, first, needs=(ALLOWANCES, HOUSING), children=(GRANDSON,))
    assert found[Part.FITS] == [1, 2]


def test_who_says_an_arrangement_reads_about_it_first():
    assert read_first(Household(children=(Child(arrangement=SGO),))) == {SGO: "because you are a special guardian"}


def test_who_is_not_sure_reads_about_the_types_first():
    assert list(read_first(Household(children=(Child(arrangement=Arrangement.NOT_SURE),)))) == ["types-of-kinship-care"]


def test_who_cares_for_somebody_of_16_reads_about_growing_up():
    assert list(read_first(Household(children=(Child(16),)))) == ["growing-up"]
    assert read_first(Household(children=(Child(15),))) == {}


def test_what_explains_what_was_asked_about_is_to_be_read_by_those_it_is_for():
    guide = Reading(1, "0001", "guide", (SCHOOL,), arrangements=frozenset({Arrangement.INFORMAL}))
    for_working = Reading(2, "0002", "work", (HEALTH, SCHOOL), for_whom=ForWhom(working="yes"))
    known = Entries([], [for_working, guide])

    def read(*children, **carer):
        answer = answer_for(Household((SCHOOL,), children, Carer(**carer)), known)
        return [(reading.pk, because) for reading, because in answer.readings]

    because = f"because you asked about “{NEEDS[SCHOOL]}”"
    assert read() == read(GRANDSON, NIECE) == [(1, because), (2, because)]
    assert read(GRANDSON) == [(2, because)]
    assert read(working=False) == [(1, because)]
    assert read(working=True) == [(1, because), (2, "because you have a job")]
    assert answer_for(Household((HOUSING,)), known).readings == []


@pytest.mark.parametrize(
    ("for_whom", "carer", "because"),
    [
        (ForWhom(working="yes"), Carer(working=True), "because you have a job"),
        (ForWhom(working="no"), Carer(working=False), "because you have no job"),
        (ForWhom(pension_age="yes"), Carer(pension_age=True), "because you are over pension age"),
        (ForWhom(parents="died"), Carer(parents=ParentsLiving.DIED), "because a parent has died"),
    ],
)
def test_what_is_for_this_carer_is_shown_though_nobody_asked_about_it(for_whom, carer, because):
    known = Entries(
        [support(pk=1)._replace(for_whom=for_whom)], [Reading(2, "0002", "guide", (SCHOOL,), for_whom=for_whom)]
    )

    answer = answer_for(Household((HOUSING,), (GRANDSON,), carer), known)
    assert [listed.support.pk for listed in answer.listed] == [1]
    assert [why for _reading, why in answer.readings] == [because]
    other = answer_for(Household((HOUSING,), (GRANDSON,)), known)
    assert other.listed == other.readings == []


def test_what_was_asked_about_and_is_for_no_child_is_kept_with_why():
    asked, other = support({SGO: Answer.NO}, pk=1), support({SGO: Answer.NO}, pk=2, needs=(SCHOOL,))

    answer = answer_for(Household((ALLOWANCES,), (GRANDSON,)), Entries([asked, other], []))

    assert answer.listed == []
    assert [(listed.support.pk, listed.for_all.answer) for listed in answer.refused] == [(1, Answer.NO)]


def test_other_words_for_the_same_answer_are_no_change():
    depends = support(age_from=0, age_to=15, pk=1)
    before, now = Household(children=(Child(7, SGO),)), Household(children=(Child(None, SGO),))

    assert changed(before, now, depends._replace(depends_on_need=True)).number == 0
    assert changed(before, now, depends).number == 1


@pytest.mark.parametrize(
    ("new", "changed", "gone", "said"),
    [
        (0, 0, 0, "The list is the same as before."), (1, 0, 0, "1 is new."), (0, 27, 0, "27 changed."),
        (2, 1, 1, "2 are new, 1 changed, 1 is gone."), (0, 0, 3, "3 are gone."),
    ],
)  # fmt: skip
def test_what_became_of_the_list_is_a_sentence_without_noughts(new, changed, gone, said):
    assert Difference([], [0] * new, [0] * changed, [0] * gone).counted == said


@pytest.mark.parametrize(
    ("ages", "names"),
    [
        ([None], ["the child"]),
        ([7], ["the 7-year-old"]),
        ([0, 15], ["the baby", "the 15-year-old"]),
        (
            [7, 7, 7, 7],
            ["the first 7-year-old", "the second 7-year-old", "the third 7-year-old", "the fourth 7-year-old"],
        ),
        ([0, 0], ["the first 0-year-old", "the second 0-year-old"]),
        ([None, 7, None], ["child 1", "the 7-year-old", "child 3"]),
    ],
)
def test_children_are_called_by_their_age(ages, names):
    assert called([Child(age) for age in ages]) == names


def changed(before, now, *supports):
    known = Entries(list(supports), [])
    return difference(before, now, answer_for(before, known), answer_for(now, known))


def test_what_a_changed_answer_did_is_said_and_marked():
    only_guardians = support({Arrangement.INFORMAL: Answer.NO}, pk=1)
    only_informal = support({SGO: Answer.NO}, pk=2)
    other = support({SGO: Answer.MAYBE}, pk=3)
    before, now = Household(children=(Child(7, SGO),)), Household(children=(Child(7, Arrangement.INFORMAL),))

    found = changed(before, now, only_guardians, only_informal, other)

    assert found.said == ["You changed the 7-year-old to “No court paper”."]
    assert (found.new, found.changed, found.gone) == ([2], [3], [1])
    assert found.number == 3


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (Household((SCHOOL,)), Household((SCHOOL, HOUSING)), "You added “Home and housing”."),
        (Household((SCHOOL, HOUSING)), Household((SCHOOL,)), "You took off “Home and housing”."),
        (Household(children=(GRANDSON,)), Household(children=(GRANDSON, NIECE)), "You added the 15-year-old."),
        (Household(children=(GRANDSON, NIECE)), Household(children=(NIECE,)), "You took off the 7-year-old."),
        (Household(), Household(carer=Carer(working=True)), "About you, you changed to “you have a job”."),
        (
            Household(children=(GRANDSON,)),
            Household(children=(Child(7),)),
            "You changed the 7-year-old to “no answer”.",
        ),
    ],
)
def test_every_kind_of_change_is_said_in_words(before, now, words):
    assert changed(before, now, support()).said == [words]
