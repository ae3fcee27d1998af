"""Answers about one child that can't both be true, said politely; no promise is made of either."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.core.vocabulary import OLDEST_CHILD, Arrangement, CareEnded, LookedAfter

from .household import Child, Household, called

OLDEST_PRIVATELY_FOSTERED = 15
# Each ends a council's care of a child: Children Act 1989 s.91 and Adoption and Children Act 2002 s.46.
ENDS_CARE = (Arrangement.CHILD_ARRANGEMENTS_ORDER, Arrangement.SPECIAL_GUARDIANSHIP_ORDER, Arrangement.ADOPTION)
NO_ORDER = (Arrangement.INFORMAL, Arrangement.PRIVATE_FOSTERING)


class Clash(NamedTuple):
    """What does not go together, in words, and the child without the answer that is in doubt."""

    words: str
    without: Child


def notes(household: Household) -> list[str]:
    """What does not go together in the answers, and what a child has grown out of; by child where there are several."""
    said = []
    for name, child in zip(called(household.children), household.children, strict=True):
        words = [clash.words for clash in clashes(child)]
        words += filter(None, [grown_out_of(child)])
        said += [f"{name[:1].upper()}{name[1:]}: {each}" if len(household.children) > 1 else each for each in words]
    return said


def settled(child: Child) -> Child:
    """The child as the rules take it: with what follows from an answer, without what can't be true beside another."""
    for clash in clashes(child):
        child = clash.without
    if child.arrangement == Arrangement.KINSHIP_FOSTER_CARE:
        is_grown = child.age is not None and child.age > OLDEST_CHILD
        return child._replace(
            looked_after=LookedAfter.YES, ended=CareEnded.BEFORE_ORDER if is_grown else CareEnded.NOT_YET
        )
    if child.looked_after is None and child.ended not in (None, CareEnded.NOT_SURE):
        return child._replace(looked_after=LookedAfter.YES)
    return child


def clashes(child: Child) -> list[Clash]:
    """Each pair of answers that can't both be true."""
    found = []
    without_care = child._replace(looked_after=None, ended=None)
    without_end = child._replace(ended=None)
    if child.arrangement == Arrangement.KINSHIP_FOSTER_CARE:
        if child.looked_after == LookedAfter.NO:
            words = _("A child in kinship foster care is in the care of a council now, so we answer for that.")
            found.append(Clash(words, without_care))
        elif child.ended in (CareEnded.WITH_ORDER, CareEnded.BEFORE_ORDER):
            words = _("In kinship foster care the council’s care has not ended, so we answer for that.")
            found.append(Clash(words, without_care))
    elif child.looked_after == LookedAfter.NO and child.ended not in (None, CareEnded.NOT_SURE):
        words = _("You said “never in care”, so we left out how care ended.")
        found.append(Clash(words, without_end))
    elif child.arrangement in ENDS_CARE and child.ended == CareEnded.NOT_YET:
        words = _("A court order like this ends care. We left out “in care now”: please check your answers.")
        found.append(Clash(words, without_end))
    elif child.arrangement in NO_ORDER and child.ended == CareEnded.WITH_ORDER:
        words = _("You said that there is no order, and that care ended with one. We left out how it ended.")
        found.append(Clash(words, without_end))
    elif child.arrangement in NO_ORDER and child.ended == CareEnded.NOT_YET:
        words = _(
            "If {council} has the child in its care, you are most likely a kinship foster carer. Ask which it is: who "
            "pays depends on it. Until then we say “maybe”."
        )
        found.append(Clash(words, child._replace(arrangement=Arrangement.NOT_SURE)))
    return found


def grown_out_of(child: Child) -> str:
    """What a child of this age has grown out of; empty where it is as it should be."""
    if child.age is None:
        return ""
    if child.age > OLDEST_CHILD and child.arrangement == Arrangement.KINSHIP_FOSTER_CARE:
        return _("Foster care ends at 18. Ask what there is for a young person who leaves care, and if they can stay.")
    if child.age > OLDEST_CHILD:
        return _("At 18 a young person is grown up in law. Most of this help ends then.")
    if child.age > OLDEST_PRIVATELY_FOSTERED and child.arrangement == Arrangement.PRIVATE_FOSTERING:
        return _("Private fostering ends at 16, or at 18 for a disabled child.")
    return ""
