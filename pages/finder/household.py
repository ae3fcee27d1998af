"""What a carer told us of the household: children, called by their age and never by a name, and the carer."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.core.vocabulary import Arrangement, CareEnded, LookedAfter, ParentsLiving, Topic

MOST_CHILDREN = 8


class Child(NamedTuple):
    """One child; `age` in whole years. Each answer can be skipped."""

    age: int | None = None
    arrangement: Arrangement | None = None
    looked_after: LookedAfter | None = None
    ended: CareEnded | None = None


class Carer(NamedTuple):
    """What decides about the carer: yes, no, or not said. And whether the children's parents are alive."""

    working: bool | None = None
    pension_age: bool | None = None
    parents: ParentsLiving | None = None


class Household(NamedTuple):
    """All that was answered. No child stands for one of whom nothing was said."""

    needs: tuple[Topic, ...] = ()
    children: tuple[Child, ...] = ()
    carer: Carer = Carer()

    @property
    def considered(self) -> tuple[Child, ...]:
        """The children that an answer is for: one at least."""
        return self.children or (Child(),)


def called(children: Sequence[Child]) -> list[str]:
    """What each child is called: “the 7-year-old”, “the first 7-year-old”; those without an age by their number."""
    ages = Counter(child.age for child in children)
    seen: Counter[int | None] = Counter()
    names = []
    for number, child in enumerate(children, 1):
        seen[child.age] += 1
        if child.age is None:
            names.append(_("the child") if len(children) == 1 else _("child %(number)d") % {"number": number})
        elif ages[child.age] > 1:
            names.append(_nth_of_an_age(seen[child.age]) % {"age": child.age, "number": seen[child.age]})
        elif child.age == 0:
            names.append(_("the baby"))
        else:
            names.append(_("the %(age)d-year-old") % {"age": child.age})
    return names


def _nth_of_an_age(number: int) -> str:
    words = {
        1: _("the first %(age)d-year-old"),
        2: _("the second %(age)d-year-old"),
        3: _("the third %(age)d-year-old"),
        4: _("the fourth %(age)d-year-old"),
        5: _("the fifth %(age)d-year-old"),
        6: _("the sixth %(age)d-year-old"),
        7: _("the seventh %(age)d-year-old"),
        8: _("the eighth %(age)d-year-old"),
    }
    return words[number]
