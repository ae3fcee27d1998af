"""What was answered, in words: for the top of the answer, for the cards of the children, and for paper."""

from django.utils.translation import gettext as _

from pages.core.lazy_text import LazyText
from pages.core.vocabulary import Arrangement, CareEnded, LookedAfter, ParentsLiving

from .household import Carer, Child

# What a carer says of an arrangement, and a few words of what it means.
ARRANGEMENTS = {
    Arrangement.INFORMAL: (lambda: _("No court paper"), lambda: _("The family agreed it")),
    Arrangement.SPECIAL_GUARDIANSHIP_ORDER: (
        lambda: _("Special Guardianship Order (SGO)"),
        lambda: _("A court made you special guardian"),
    ),
    Arrangement.CHILD_ARRANGEMENTS_ORDER: (
        lambda: _("Child Arrangements Order (CAO)"),
        lambda: _("A court says the child lives with you"),
    ),
    Arrangement.KINSHIP_FOSTER_CARE: (
        lambda: _("Kinship foster care"),
        lambda: _("{council} approved you to foster, or is checking"),
    ),
    Arrangement.PRIVATE_FOSTERING: (
        lambda: _("Private fostering"),
        lambda: _("Under 16, not a close relative, 28 days or more, no order"),
    ),
    Arrangement.ADOPTION: (lambda: _("Adopted"), lambda: _("By you, as family or friend")),
    Arrangement.NOT_SURE: (lambda: _("I’m not sure"), lambda: _("We show what may fit")),
}
# For whom a row holds: without the child's age, and with it.
FOR_A = {
    Arrangement.INFORMAL: (lambda: _("With no court paper"), lambda: _("For %(child)s with no court paper")),
    Arrangement.SPECIAL_GUARDIANSHIP_ORDER: (
        lambda: _("For a special guardian"),
        lambda: _("For a special guardian of %(child)s"),
    ),
    Arrangement.CHILD_ARRANGEMENTS_ORDER: (
        lambda: _("With a Child Arrangements Order"),
        lambda: _("For %(child)s with a Child Arrangements Order"),
    ),
    Arrangement.KINSHIP_FOSTER_CARE: (
        lambda: _("For a kinship foster carer"),
        lambda: _("For a kinship foster carer of %(child)s"),
    ),
    Arrangement.PRIVATE_FOSTERING: (lambda: _("In private fostering"), lambda: _("For %(child)s in private fostering")),
    Arrangement.ADOPTION: (lambda: _("For a child you adopted"), lambda: _("For %(child)s you adopted")),
    Arrangement.NOT_SURE: (lambda: _("If you are not sure"), lambda: _("For %(child)s, if you are not sure")),
}

FOR_ANY = (lambda: _("For you"), lambda: _("For %(child)s"))


def about_child(child: Child) -> list[LazyText]:
    """The answers about one child, besides the age, each as a few words."""
    words: list[LazyText] = []
    if child.arrangement:
        words.append(ARRANGEMENTS[child.arrangement][0]())
    if child.ended == CareEnded.NOT_YET:
        words.append(_("in care now"))
    elif child.ended == CareEnded.WITH_ORDER:
        words.append(_("left care with an order"))
    elif child.ended == CareEnded.BEFORE_ORDER:
        words.append(_("left care another way"))
    elif child.looked_after == LookedAfter.YES:
        words.append(_("was in care"))
    if child.looked_after == LookedAfter.NO:
        words.append(_("never in care"))
    elif child.looked_after == LookedAfter.NOT_SURE:
        words.append(_("not sure about care"))
    return words


def about_carer(carer: Carer) -> list[LazyText]:
    words: list[LazyText] = []
    if carer.working is not None:
        words.append(_("you have a job") if carer.working else _("you have no job"))
    if carer.pension_age is not None:
        words.append(_("you are over pension age") if carer.pension_age else _("you are under pension age"))
    if carer.parents == ParentsLiving.DIED:
        words.append(_("a parent has died"))
    elif carer.parents == ParentsLiving.LIVING:
        words.append(_("the parents are alive"))
    elif carer.parents:
        words.append(_("not sure if the parents are alive"))
    return words


def for_whom(child: Child) -> str:
    """For whom a row holds: “For a special guardian of a 9-year-old”, as far as it was answered."""
    plain, aged = FOR_A[child.arrangement] if child.arrangement else FOR_ANY
    return plain() if child.age is None else aged() % {"child": _a_child(child.age)}


def _a_child(age: int) -> str:
    if age == 0:
        return _("a baby")
    if age in (8, 11, 18):
        return _("an %(age)d-year-old") % {"age": age}
    return _("a %(age)d-year-old") % {"age": age}
