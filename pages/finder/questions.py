"""The questions of “Find what fits” as its forms draw them. Each can be skipped."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.core.lazy_text import LazyText
from pages.core.vocabulary import NEED_GROUPS, NEEDS, CareEnded, LookedAfter, ParentsLiving

from .address import NEED, OF_THE_CARER, OLDEST_ASKED, age_of, names_of, written
from .household import MOST_CHILDREN, Carer, Child, Household, called
from .pairs import settled
from .told import ARRANGEMENTS, about_child

SHOWN_AT_ONCE = 11


class Box(NamedTuple):
    """One choice of a question, with a few words of what it means."""

    kind: str
    name: str
    value: str
    label: LazyText
    hint: LazyText
    checked: bool

    @property
    def id(self) -> str:
        return f"find-{self.name}-{self.value or 'skip'}"


class Choices(NamedTuple):
    """Boxes that stand together; with a name they open, and are open when one of them is chosen."""

    name: LazyText
    boxes: list[Box]

    @property
    def is_open(self) -> bool:
        return any(box.checked for box in self.boxes)


class OneChild(NamedTuple):
    """The questions about one child; `name` is what the child is called, `age` what stands in its field."""

    number: int
    name: str
    child: Child
    age_name: str
    age: str
    age_problem: str
    arrangement: list[Box]
    looked_after: list[Box]
    ended: list[Box]


class CarerQuestions(NamedTuple):
    working: list[Box]
    pension: list[Box]
    parents: list[Box]

    @property
    def is_open(self) -> bool:
        return any(box.checked and box.value for boxes in self for box in boxes)


class Card(NamedTuple):
    """A child of whom something was answered, in a few words, with the address without this child."""

    number: int
    name: str
    child: Child
    words: list[LazyText]
    without: str


def about_needs(household: Household) -> tuple[list[Choices], Choices]:
    """What a family may need: groups and single boxes as they stand at once, and those folded away."""
    boxes = {
        need: Box("checkbox", NEED, need.value, label, "", need in household.needs) for need, label in NEEDS.items()
    }
    grouped = {need for needs in NEED_GROUPS.values() for need in needs}
    single = [boxes[need] for need in NEEDS if need not in grouped]
    groups = [Choices(name, [boxes[need] for need in needs]) for name, needs in NEED_GROUPS.items()]
    return [*groups, Choices("", single[:SHOWN_AT_ONCE])], Choices(_("More kinds of help"), single[SHOWN_AT_ONCE:])


def about_one_child(household: Household, number: int, typed: str = "") -> OneChild:
    """The questions about one child of the household, or about one more; `typed` stays where it is no age."""
    children = [*household.children, Child()][: max(number, len(household.children))]
    child = children[number - 1]
    age, arrangement, looked_after, ended = names_of(number)
    is_no_age = bool(typed.strip()) and age_of(typed) is None
    return OneChild(
        number,
        called(children)[number - 1],
        child,
        age,
        typed if is_no_age else "" if child.age is None else str(child.age),
        _no_age(typed) if is_no_age else "",
        _boxes(arrangement, [(kind, say(), mean()) for kind, (say, mean) in ARRANGEMENTS.items()], child.arrangement),
        _boxes(looked_after, [(kind, kind.label, "") for kind in LookedAfter], child.looked_after),
        _boxes(ended, [(kind, kind.label, "") for kind in CareEnded], child.ended),
    )


def _no_age(typed: str) -> str:
    words = _("We can’t read “%(typed)s” as an age. Type the years as a number from 0 to %(oldest)d.")
    return words % {"typed": typed.strip(), "oldest": OLDEST_ASKED}


def about_carer(carer: Carer) -> CarerQuestions:
    working, pension, parents = OF_THE_CARER
    yes_no = [("yes", _("Yes"), ""), ("no", _("No"), "")]
    said = {True: "yes", False: "no", None: None}
    return CarerQuestions(
        _boxes(working, yes_no, said[carer.working]),
        _boxes(pension, yes_no, said[carer.pension_age]),
        _boxes(parents, [(kind, kind.label, "") for kind in ParentsLiving], carer.parents),
    )


def cards(household: Household) -> list[Card]:
    """Every child of whom something was answered."""
    names = called(household.children)
    return [
        Card(number, name, child, about_child(_as_answered_for(child)), _without(household, number))
        for number, (name, child) in enumerate(zip(names, household.children, strict=True), 1)
    ]


def _as_answered_for(child: Child) -> Child:
    """The child without the answers that were left out; how the child is with the carer stays as it was said."""
    return settled(child)._replace(arrangement=child.arrangement)


def has_room(household: Household) -> bool:
    return len(household.children) < MOST_CHILDREN


def kept(household: Household, asked: Iterable[str]) -> list[tuple[str, str]]:
    """The answers that a form does not ask for, as hidden fields, so that none is lost."""
    asked = set(asked)
    return [(name, value) for name, values in written(household).lists() if name not in asked for value in values]


def _without(household: Household, number: int) -> str:
    left = household.children[: number - 1] + household.children[number:]
    return written(household._replace(children=left)).urlencode()


def _boxes(name: str, choices: Iterable[tuple[str, LazyText, LazyText]], chosen: str | None) -> list[Box]:
    boxes = [Box("radio", name, str(value), label, hint, value == chosen) for value, label, hint in choices]
    return [*boxes, Box("radio", name, "", _("Skip"), "", not any(box.checked for box in boxes))]
