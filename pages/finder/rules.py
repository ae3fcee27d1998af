"""Whether one support is for one child of a household: rules over plain values; every reason comes from the data.

A support is claimed as fitting only if all that it depends on was answered and the data says yes to it. What was not
answered leaves it a maybe, with the words that say what it still depends on.
"""

from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.content.eligibility import takes_it_back
from pages.core.vocabulary import (
    OLDEST_CHILD,
    Answer,
    Arrangement,
    CareEnded,
    CareHistory,
    LookedAfter,
    Parents,
    ParentsLiving,
    PensionAge,
    Working,
)  # fmt: skip

from .entry import ForWhom, Reading, Row, Support
from .household import Carer, Child
from .pairs import settled

OLDEST_OF_ALL = 25
NEARLY_GROWN_UP = 16


class Verdict(NamedTuple):
    """What the data says of one support for one child, and why, in whole sentences."""

    answer: Answer
    why: str


def judge(support: Support, child: Child, carer: Carer) -> Verdict:
    """Yes, maybe or no for one child, with the reason."""
    child = _as_grown(support, settled(child))
    row = _row(support, child)
    if no := _why_not(support, child, carer, row):
        return Verdict(Answer.NO, no)
    if child.age is not None and child.age > _or_oldest(support.age_to):  # what a row says is said of a child
        return Verdict(Answer.MAYBE, support.older_reason)
    open_points = _open_points(support, child, carer, row)
    said = row.reason if row else ""
    if open_points:
        return Verdict(Answer.MAYBE, " ".join([*open_points, said]).strip())
    if row and row.answer == Answer.MAYBE:
        return Verdict(Answer.MAYBE, said)
    if support.depends_on_need:
        return Verdict(Answer.MAYBE, said or _("It depends on what the child needs."))
    return Verdict(Answer.YES, said or _("It is for every kinship family."))


def suits(reading: Reading, child: Child, carer: Carer) -> bool:
    """Whether a page is worth reading for one child: false only where an answer says that it is not."""
    if reading.arrangements and child.arrangement and child.arrangement not in reading.arrangements:
        return False
    if child.age is not None and not (reading.age_from or 0) <= child.age <= _or_oldest(reading.age_to):
        return False
    return not _carer_lacks(reading.for_whom, carer)


def _as_grown(support: Support, child: Child) -> Child:
    """A young person over 18 who was fostered, as the data speaks of one: care has ended, and with it the arrangement.

    What begins at 16 or later speaks of young people who left care.
    """
    is_grown = child.age is not None and child.age > OLDEST_CHILD
    if (
        not is_grown
        or child.arrangement != Arrangement.KINSHIP_FOSTER_CARE
        or (support.age_from or 0) >= NEARLY_GROWN_UP
    ):
        return child
    return child._replace(arrangement=Arrangement.NOT_SURE)


def meets(for_whom: ForWhom, carer: Carer) -> str:
    """Why it is for this carer in particular, by what was answered of the carer; empty where that decides nothing."""
    if for_whom.working and (for_whom.working == Working.YES) == carer.working:
        return _("because you have a job") if carer.working else _("because you have no job")
    if for_whom.pension_age == PensionAge.YES and carer.pension_age:
        return _("because you are over pension age")
    if for_whom.parents == Parents.DIED and carer.parents == ParentsLiving.DIED:
        return _("because a parent has died")
    return ""


def _row(support: Support, child: Child) -> Row | None:
    """The data's row for the child; where care decides, and is answered, a maybe of that row is a yes."""
    row = support.rows.get(child.arrangement) if child.arrangement else None
    if support.care != CareHistory.ANY and child.ended == CareEnded.NOT_YET:  # whoever has the child: it is in care
        row = support.rows.get(Arrangement.KINSHIP_FOSTER_CARE)
    if row is None:
        return None
    if row.answer == Answer.YES and takes_it_back(row.reason):
        return row._replace(answer=Answer.MAYBE)
    says_more = row.answer == Answer.MAYBE or support.care == CareHistory.ANY
    if row.answer != Answer.NO and says_more and support.care_reason and _care_is_met(support, child):
        return Row(Answer.YES, support.care_reason)
    return row


def _care_is_met(support: Support, child: Child) -> bool:
    if child.looked_after != LookedAfter.YES:
        return False
    return support.care == CareHistory.ONLY or child.ended in (CareEnded.NOT_YET, CareEnded.WITH_ORDER)


def _why_not(support: Support, child: Child, carer: Carer, row: Row | None) -> str:
    """The reason of a no; empty where there is none."""
    if child.age is not None and child.age > OLDEST_CHILD and child.age > _oldest_for(support, child):
        return _another_age(support, child)  # a row's no is said of a child
    if row is not None and row.answer == Answer.NO:
        return row.reason
    if child.arrangement and row is None:
        return _("It is not for this kind of kinship care.")
    if all(each.answer == Answer.NO for each in support.rows.values()):
        return _("It is for no kind of kinship care.")
    if child.age is not None and not (support.age_from or 0) <= child.age <= _oldest_for(support, child):
        return _another_age(support, child)
    if support.care != CareHistory.ANY and child.looked_after == LookedAfter.NO:
        return _("It is only for a child who is, or was, in care.")
    if support.care == CareHistory.UNTIL_ORDER and child.ended == CareEnded.BEFORE_ORDER:
        return _("It is only for a child who left care when a court made an order.")
    return _carer_lacks(support.for_whom, carer)


def _another_age(support: Support, child: Child) -> str:
    return _("It is for another age: %(ages)s.") % {"ages": _ages_between(support, _oldest_for(support, child))}


def _open_points(support: Support, child: Child, carer: Carer, row: Row | None) -> list[str]:
    """What was not answered and still decides, in words; nothing when the data says yes whatever the answer is."""
    points = []
    if row is None and any(each.answer != Answer.YES for each in support.rows.values()):
        points.append(_for_whoever_did_not_say(support))
    if support.care != CareHistory.ANY and not _care_is_met(support, child):
        points.append(_open_care(support, child))
    return [*points, *_open_age(support, child.age), *_open_carer(support.for_whom, carer)]


def _for_whoever_did_not_say(support: Support) -> str:
    """The reason that is the same for every arrangement, or else that it differs."""
    rows = {row for kind, row in support.rows.items() if kind != Arrangement.NOT_SURE}
    return (rows.pop().reason if len(rows) == 1 else "") or _("It depends on how the child is with you.")


def _open_care(support: Support, child: Child) -> str:
    if child.looked_after == LookedAfter.YES:
        return _("It depends on how care ended: it must be with a court order.")
    return _("It is only for a child who is, or was, in care.")


def _open_age(support: Support, age: int | None) -> list[str]:
    """What of the child's age still decides: it was skipped, only some that old can have it, or no page says."""
    if not support.says_ages:
        return [_("It may depend on the child’s age. Ask.")]
    if age is None:
        if not support.limits_children:
            return []
        ages = _("It depends on the child’s age: %(ages)s.") % {"ages": ages_of(support)}
        return [ages, *filter(None, [support.older_reason])]
    return []


def _carer_lacks(for_whom: ForWhom, carer: Carer) -> str:
    """Why it is not for this carer, or not for a child with these parents; empty where it may be."""
    if for_whom.parents == Parents.DIED and carer.parents == ParentsLiving.LIVING:
        return _("It is only for a child whose mum or dad has died.")
    if for_whom.working and carer.working is not None and (for_whom.working == Working.YES) != carer.working:
        return _only_for_work(for_whom)
    if (
        for_whom.pension_age
        and carer.pension_age is not None
        and (for_whom.pension_age == PensionAge.YES) != carer.pension_age
    ):
        return _only_for_pension(for_whom)
    return ""


def _open_carer(for_whom: ForWhom, carer: Carer) -> list[str]:
    points = []
    if for_whom.parents == Parents.DIED and carer.parents != ParentsLiving.DIED:
        points.append(_("It is only for a child whose mum or dad has died."))
    if for_whom.working and carer.working is None:
        points.append(_only_for_work(for_whom))
    if for_whom.pension_age and carer.pension_age is None:
        points.append(_only_for_pension(for_whom))
    return points


def _only_for_work(for_whom: ForWhom) -> str:
    if for_whom.working == Working.YES:
        return _("It is only for a carer who has a job.")
    return _("It is only for a carer who has no job.")


def _only_for_pension(for_whom: ForWhom) -> str:
    if for_whom.pension_age == PensionAge.YES:
        return _("It is only for a carer over State Pension age.")
    return _("It is only for a carer under State Pension age.")


def _or_oldest(age: int | None) -> int:
    return OLDEST_OF_ALL if age is None else age


def _oldest_for(support: Support, child: Child) -> int:
    """The oldest age of a child with this arrangement that may have it: some can have it longer, or all."""
    is_one = child.arrangement in (None, Arrangement.NOT_SURE) or not support.older_arrangement
    older = support.older_to if is_one or child.arrangement == support.older_arrangement else None
    return max(_or_oldest(support.age_to), older or 0)


def ages_of(support: Support) -> str:
    """The ages that it is for, as words within a sentence: “4 to 16”, “under 5”."""
    return _ages_between(support, support.age_to)


def _ages_between(support: Support, last: int | None) -> str:
    is_limited = last is not None and last < OLDEST_OF_ALL
    if support.age_from and is_limited:
        return _("%(first)d to %(last)d") % {"first": support.age_from, "last": last}
    if support.age_from:
        return _("%(first)d or over") % {"first": support.age_from}
    return _("under %(next)d") % {"next": (OLDEST_CHILD if last is None or not is_limited else last) + 1}
