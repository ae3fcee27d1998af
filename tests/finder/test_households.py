"""Each of forty households gets what is theirs; and of all households that can be made, none gets a false promise."""

from itertools import product

import pytest
from django.http import QueryDict

from pages.content.support import AbstractSupportPage
from pages.core.open_pages import open_pages
from pages.core.vocabulary import Answer, Arrangement, CareEnded, CareHistory, LookedAfter, ParentsLiving
from pages.finder.address import left_out, read
from pages.finder.answer import answer_for
from pages.finder.entry import entries
from pages.finder.household import Carer, Child
from pages.finder.pairs import settled
from pages.finder.rules import judge
from tests.finder.households import FAMILIES

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

FOSTERED = Arrangement.KINSHIP_FOSTER_CARE
WITH_ORDER = (Arrangement.CHILD_ARRANGEMENTS_ORDER, Arrangement.SPECIAL_GUARDIANSHIP_ORDER, Arrangement.ADOPTION)
AGES = (None, *range(26))
ARRANGEMENTS = (None, *Arrangement)
CARE = tuple(product((None, *LookedAfter), (None, *CareEnded)))
CARERS = [
    Carer(working, pension_age, parents)
    for working, pension_age, parents in product((None, True, False), (None, True, False), (None, *ParentsLiving))
]
# What ends in law, or by its own rules, on the 18th birthday; and what is for children at school or in training only.
ENDS_AT_18 = (
    "assessment-and-breaks beds-and-basics camhs empower family-plan grants-from-charities legal-advice legal-aid"
)
ENDS_AT_20 = "child-benefit child-maintenance college-and-money-at-16 guardians-allowance universal-credit"


@pytest.fixture
def known(rotherham_loaded):
    return entries()


@pytest.fixture
def supports(rotherham_loaded):
    """The pages themselves, by their key: what they say is read from their fields, not by the finder."""
    return {page.pk: page for page in open_pages().values() if isinstance(page, AbstractSupportPage)}


def answers(family, known):
    """The household's answer for each slug that stands in it: a verdict for each child."""
    listed = answer_for(read(QueryDict(family.query)), known).listed
    return {each.support.slug: [verdict.answer for verdict in each.verdicts] for each in listed}


def wanted(family, number):
    """What the table says of one child."""
    return family.children[number if len(family.children) > 1 else 0]


def test_there_are_forty_households_and_each_answers_something_else():
    assert len(FAMILIES) == 40
    assert len({family.query for family in FAMILIES}) == 40


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.who)
def test_a_household_gets_what_is_theirs_for_each_child(known, family):
    household = read(QueryDict(family.query))
    found = answers(family, known)

    assert len(family.children) in (1, len(household.considered))
    for number in range(len(household.considered)):
        given = {slug: verdicts[number] for slug, verdicts in found.items()}
        theirs = wanted(family, number)
        assert {slug: given.get(slug) for slug in theirs.fits.split()} == dict.fromkeys(theirs.fits.split(), Answer.YES)
        assert {slug: given.get(slug) for slug in theirs.may.split()} == dict.fromkeys(theirs.may.split(), Answer.MAYBE)
        assert [slug for slug in theirs.never.split() if given.get(slug, Answer.NO) != Answer.NO] == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.who)
def test_a_household_reads_what_explains_its_own_case(known, family):
    readings = {reading.slug for reading, _because in answer_for(read(QueryDict(family.query)), known).readings}

    assert set(family.reads.split()) - readings == set()
    assert set(family.unread.split()) & readings == set()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.who)
def test_what_must_not_be_there_was_asked_about(known, family):
    """Else it would be missing for another reason than the one that the household is about."""
    needs = set(read(QueryDict(family.query)).needs)
    if needs:
        topics = {each.slug: set(each.needs) for each in (*known.supports, *known.readings)}
        named = {slug for theirs in family.children for slug in theirs.never.split()} | set(family.unread.split())
        assert [slug for slug in sorted(named) if not topics[slug] & needs] == []


def test_only_an_age_that_nobody_has_is_left_out_of_what_they_say():
    assert [family.who for family in FAMILIES if left_out(QueryDict(family.query))] == [
        "a carer who gives thirty as the child’s age"
    ]


def every_child():
    for age, arrangement, (looked_after, ended) in product(AGES, ARRANGEMENTS, CARE):
        yield Child(age, arrangement, looked_after, ended)


def rows_of(page):
    """What the page says of each arrangement; what holds here takes the national row's place."""
    national = {row.arrangement: row for row in page.eligibility.all()}
    return national | {row.arrangement: row for row in page.here_reasons.all()}


def is_in_or_after_care(child):
    """As far as it was answered: a foster child is in care, whatever else was said."""
    if child.arrangement == FOSTERED:
        return True
    if child.looked_after is None:
        return child.ended not in (None, CareEnded.NOT_SURE)
    return child.looked_after == LookedAfter.YES


def is_in_care_or_left_it_with_the_order(child):
    """In care now goes with no order, and with an order it has ended."""
    if child.arrangement == FOSTERED:
        return True
    with_order = child.arrangement in WITH_ORDER
    return child.ended == CareEnded.WITH_ORDER or (child.ended == CareEnded.NOT_YET and not with_order)


def breaks_of_a_promise(page, rows, child, why):
    """What the page's own fields say against a yes for a child of this age, arrangement and care."""
    yield from breaks_by_arrangement(page, rows, child, why)
    yield from breaks_by_age(page, child)
    yield from breaks_by_care(page, child)
    if why.startswith("It depends"):
        yield "its reason begins with “It depends”"


def breaks_by_arrangement(page, rows, child, why):
    child = settled(child)  # who says that a child with no order is in care now may be fostering
    if page.looked_after != CareHistory.ANY and child.ended == CareEnded.NOT_YET:
        child = child._replace(arrangement=FOSTERED)
    if child.arrangement is None:
        if any(row.answer != Answer.YES for row in rows.values()):
            yield "no arrangement was given, and it is not a yes for all"
    elif rows[child.arrangement].answer == Answer.NO:
        yield "its row is a no"
    elif rows[child.arrangement].answer == Answer.MAYBE and why != page.care_reason:
        yield "its row is a maybe"


def breaks_by_age(page, child):
    if not page.any_age:
        if child.age is None and (page.age_from > 0 or page.age_to < 17):
            yield "no age was given, and it is not for all ages"
        if child.age is not None and not page.age_from <= child.age <= page.age_to:
            yield "another age"


def breaks_by_care(page, child):
    if page.looked_after != CareHistory.ANY and not is_in_or_after_care(child):
        yield "not known to be, or have been, in care"
    if page.looked_after == CareHistory.UNTIL_ORDER and not is_in_care_or_left_it_with_the_order(child):
        yield "not known to have left care with the order"


def test_no_child_that_can_be_told_of_gets_a_false_promise(known, supports):
    """All ages, arrangements and histories of care, possible or not."""
    wrong = set()
    promises = 0
    for support in known.supports:
        page = supports[support.pk]
        rows = rows_of(page)
        for child in every_child():
            verdict = judge(support, child, Carer())
            if verdict.answer == Answer.YES:
                promises += 1
                wrong |= {(page.slug, broken) for broken in breaks_of_a_promise(page, rows, child, verdict.why)}

    assert wrong == set()
    assert promises > 1000


def test_what_depends_on_the_carer_is_no_promise_until_that_is_answered(known, supports):
    wrong = set()
    for support, carer in product(known.supports, CARERS):
        page = supports[support.pk]
        kept = (
            (not page.parents or carer.parents == ParentsLiving.DIED)
            and (not page.working or carer.working is (page.working == "yes"))
            and (not page.pension_age or carer.pension_age is (page.pension_age == "yes"))
        )
        for age, arrangement in product(AGES, ARRANGEMENTS):
            if judge(support, Child(age, arrangement), carer).answer == Answer.YES and not kept:
                wrong.add((page.slug, carer))

    assert wrong == set()


@pytest.mark.parametrize(("slugs", "first_age"), [(ENDS_AT_18, 18), (ENDS_AT_20, 20)])
def test_nothing_is_left_of_what_has_ended_by_that_age(known, slugs, first_age):
    by_slug = {support.slug: support for support in known.supports}
    left = {
        (slug, child.age)
        for slug in slugs.split()
        for child in every_child()
        if child.age is not None and child.age >= first_age
        if judge(by_slug[slug], child, Carer()).answer != Answer.NO
    }

    assert left == set()


def test_a_child_never_in_care_gets_nothing_that_is_only_for_children_after_care(known, supports):
    after_care = [each for each in known.supports if supports[each.pk].looked_after != CareHistory.ANY]
    got = {
        (support.slug, child)
        for support in after_care
        for child in every_child()
        if child.looked_after == LookedAfter.NO and child.ended is None and child.arrangement != FOSTERED
        if judge(support, child, Carer()).answer != Answer.NO
    }

    assert {support.slug for support in after_care} == {"pupil-premium-plus", "therapy-fund"}
    assert got == set()
