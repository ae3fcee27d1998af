"""A household as an address says it, and back: nothing of it is kept anywhere else.

The first child has `age`, `arrangement`, `looked-after` and `ended`, the next `age-2`, `arrangement-2` and so on; the
carer `working`, `pension` and `parents`; `need` is given once for each. Whatever is none of ours is left out.
"""

import re
from collections.abc import Callable
from enum import Enum
from itertools import chain

from django.http import QueryDict
from django.utils.translation import gettext as _

from pages.core.typed import with_digits
from pages.core.vocabulary import NEEDS, Arrangement, CareEnded, LookedAfter, ParentsLiving, Topic

from .household import MOST_CHILDREN, Carer, Child, Household

OLDEST_ASKED = 25
NEED = "need"
OF_A_CHILD = ("age", "arrangement", "looked-after", "ended")
OF_THE_CARER = ("working", "pension", "parents")
YES_OR_NO = {"yes": True, "no": False}
NUMBERS = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
NOT_YET_ONE = frozenset(("baby", "a baby", "newborn", "new born", "new-born", "a newborn", "newborn baby"))
# 9, 9 years old, 9½, 9yrs, nine, 2 yrs 6 m, 18 months, 6 weeks, 4 days.
AGE = re.compile(
    rf"(?:(?P<digits>[0-9]{{1,3}})(?:\.[0-9]+|\s?(?:1[⁄/]2|½))?|(?P<word>{'|'.join(NUMBERS)}))"
    r"\s*(?:(?P<months>m|mo|mths?|months?)|(?P<weeks>w|wks?|weeks?)|(?P<days>d|days?)"
    r"|(?:y|yo|yrs?|years?)(?:\s*(?:and\s*)?(?:[0-9]{1,2})\s*(?:m|mo|mths?|months?))?)?(?:[\s-]*old)?\.?"
)


def names_of(number: int) -> tuple[str, ...]:
    """What the answers about one child are called in an address; the first child is number 1."""
    return OF_A_CHILD if number == 1 else tuple(f"{name}-{number}" for name in OF_A_CHILD)


ALL_NAMES = frozenset(
    [NEED, *OF_THE_CARER, *chain.from_iterable(names_of(number) for number in range(1, MOST_CHILDREN + 1))]
)


def carries_answers(query: QueryDict) -> bool:
    """True when an address holds anything that somebody may have answered."""
    return not ALL_NAMES.isdisjoint(query)


def age_of(value: str) -> int | None:
    """An age in whole years, in whatever way it was typed; nothing when it is none that we ask for.

    A child of some weeks or months is as many whole years old as these make.
    """
    words = with_digits(value).strip().casefold()
    typed = AGE.fullmatch(words)
    if words in NOT_YET_ONE:
        return 0
    if typed is None:
        return None
    number = NUMBERS.index(typed["word"]) if typed["word"] else int(typed["digits"])
    in_a_year = 12 if typed["months"] else 52 if typed["weeks"] else 365 if typed["days"] else 1
    age = number // in_a_year
    return age if age <= OLDEST_ASKED else None


def read(query: QueryDict) -> Household:
    """The household of an address. When an answer is given twice, the last one counts."""
    needs = set(query.getlist(NEED))
    children = [_child(query, names_of(number)) for number in range(1, MOST_CHILDREN + 1)]
    working, pension, parents = OF_THE_CARER
    carer = Carer(
        _last(query, working, YES_OR_NO.get),
        _last(query, pension, YES_OR_NO.get),
        _last(query, parents, _one_of(ParentsLiving)),
    )
    return Household(
        tuple(Topic(need) for need in NEEDS if need in needs),
        tuple(child for child in children if child != Child()),
        carer,
    )


def left_out(query: QueryDict) -> list[str]:
    """What the address holds that is none of ours, each as its question; empty when all was understood."""
    reads: list[tuple[str, str, Callable[[str], object | None]]] = [
        (NEED, _("what you need"), lambda value: value if value in NEEDS else None)
    ]
    kinds = (age_of, _one_of(Arrangement), _one_of(LookedAfter), _one_of(CareEnded))
    words = (_("an age"), _("how a child is with you"), _("whether a child was in care"), _("how care ended"))
    for number in range(1, MOST_CHILDREN + 1):
        reads += list(zip(names_of(number), words, kinds, strict=True))
    carer = (YES_OR_NO.get, YES_OR_NO.get, _one_of(ParentsLiving))
    asked = (_("whether you work"), _("whether you are of pension age"), _("whether the parents are alive"))
    reads += list(zip(OF_THE_CARER, asked, carer, strict=True))
    unknown = [_("the children after the eighth")] if any(map(_is_one_too_many, query)) else []
    unknown += [
        said for name, said, take in reads for value in query.getlist(name) if value.strip() and take(value) is None
    ]
    return list(dict.fromkeys(unknown))


def _is_one_too_many(name: str) -> bool:
    of_a_child, _hyphen, number = name.rpartition("-")
    return of_a_child in OF_A_CHILD and number.isascii() and number.isdigit() and int(number[:4]) > MOST_CHILDREN


def written(household: Household) -> QueryDict:
    """The answers as an address has them, with nothing in it that was skipped."""
    query = QueryDict(mutable=True)
    if household.needs:
        query.setlist(NEED, [need.value for need in household.needs])
    for number, child in enumerate(household.children, 1):
        for name, value in zip(names_of(number), child, strict=True):
            _put(query, name, value)
    for name, said in zip(OF_THE_CARER, household.carer, strict=True):
        _put(query, name, said)
    return query


def _put(query: QueryDict, name: str, value: object) -> None:
    if isinstance(value, bool):
        query[name] = "yes" if value else "no"
    elif value is not None:
        query[name] = str(value.value if isinstance(value, Enum) else value)


def _child(query: QueryDict, names: tuple[str, ...]) -> Child:
    age, arrangement, looked_after, ended = names
    return Child(
        _last(query, age, age_of),
        _last(query, arrangement, _one_of(Arrangement)),
        _last(query, looked_after, _one_of(LookedAfter)),
        _last(query, ended, _one_of(CareEnded)),
    )


def _one_of[Kind: Enum](kind: type[Kind]) -> Callable[[str], Kind | None]:
    known = {member.value: member for member in kind}
    return lambda value: known.get(value.strip())


def _last[Value](query: QueryDict, name: str, take: Callable[[str], Value | None]) -> Value | None:
    values = [value for typed in query.getlist(name) if (value := take(typed)) is not None]
    return values[-1] if values else None
