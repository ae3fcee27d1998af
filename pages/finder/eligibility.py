"""From a carer's answers to what fits: rules over plain values, in which every reason comes from the eligibility data.

A support is claimed as fitting only if all that it depends on was answered and the data says yes to it. What was not
answered leaves it among what may fit, with the words that say what it still depends on.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.core.vocabulary import NEEDS, OLDEST_CHILD, Answer, Arrangement, CareHistory, Level, LookedAfter, Topic

OLDEST_ASKED = 25
NEARLY_GROWN_UP = 16

BECAUSE_ARRANGEMENT = {
    Arrangement.INFORMAL: lambda: _("because your family agreed it, with no order"),
    Arrangement.PRIVATE_FOSTERING: lambda: _("because it is private fostering"),
    Arrangement.CHILD_ARRANGEMENTS_ORDER: lambda: _("because you have a Child Arrangements Order"),
    Arrangement.SPECIAL_GUARDIANSHIP_ORDER: lambda: _("because you are a special guardian"),
    Arrangement.KINSHIP_FOSTER_CARE: lambda: _("because you are a kinship foster carer"),
    Arrangement.ADOPTION: lambda: _("because you adopted a child from your family or friends"),
    Arrangement.NOT_SURE: lambda: _("because you are not sure of the arrangement"),
}


class Answers(NamedTuple):
    """What a carer told us. Each can be skipped: no needs, no arrangement, no age, nothing about care."""

    needs: tuple[Topic, ...] = ()
    arrangement: Arrangement | None = None
    age: int | None = None
    looked_after: LookedAfter | None = None


class Row(NamedTuple):
    """The answer of the eligibility data for one arrangement, and its reason."""

    answer: Answer
    reason: str


class Support(NamedTuple):
    """What the rules know of one support. `place` is its place in the tree, `slug` may be a topic's."""

    pk: int
    place: str
    slug: str
    level: Level
    needs: tuple[str, ...]
    rows: dict[str, Row]
    any_age: bool
    age_from: int | None
    age_to: int | None
    older_to: int | None
    older_reason: str
    care: CareHistory
    depends_on_need: bool


class Group(IntEnum):
    """The parts of the answer, in their order."""

    FITS = 1
    MAY_FIT = 2
    EVERYONE = 3


class Result(NamedTuple):
    """One support of the answer: why it is shown, what the data says of this arrangement, what it still depends on."""

    support: Support
    group: Group
    because: list[str]
    says: str
    depends: list[str]


def find(supports: list[Support], answers: Answers) -> dict[Group, list[Result]]:
    """What fits, what may fit, and what everyone can have; each best first."""
    results = [result for support in supports if (result := consider(support, answers))]
    results.sort(key=lambda result: _rank(result, answers))
    return {group: [result for result in results if result.group is group] for group in Group}


def consider(support: Support, answers: Answers) -> Result | None:
    """The place of one support in the answer; nothing when it is not for this family or not what was asked about."""
    row = support.rows.get(answers.arrangement) if answers.arrangement else None
    if _is_ruled_out(support, answers, row):
        return None
    asked_about = [need for need in answers.needs if need in support.needs or need == support.slug]
    for_everyone = is_for_everyone(support)
    if not asked_about and (answers.needs or answers == Answers()) and not for_everyone:
        return None
    unsure = _unsure(support, answers, row)
    may_fit = bool(unsure) or (row is not None and row.answer == Answer.MAYBE)
    group = Group.MAY_FIT if may_fit else Group.FITS
    if for_everyone and not asked_about and not may_fit:
        group = Group.EVERYONE
    depends = [*unsure]
    if support.depends_on_need:
        depends.append(_("What you get depends on what the child needs."))
    because = [*_because_of_needs(asked_about), *_because_of_facts(support, answers)] or [_open_to(support)]
    return Result(support, group, because, row.reason if row else "", depends)


def read_first(answers: Answers) -> dict[str, str]:
    """Slugs of pages that explain what was answered, each with why: a topic's page, or an arrangement's."""
    wanted: dict[str, str] = {need: because for need in answers.needs for because in _because_of_needs([need])}
    if answers.arrangement == Arrangement.NOT_SURE:
        wanted.setdefault(Topic.TYPES_OF_KINSHIP_CARE, BECAUSE_ARRANGEMENT[answers.arrangement]())
    elif answers.arrangement:
        wanted.setdefault(answers.arrangement, BECAUSE_ARRANGEMENT[answers.arrangement]())
    if answers.age is not None and answers.age >= NEARLY_GROWN_UP:
        wanted.setdefault(Topic.GROWING_UP, _("because the child is 16 or over"))
    return {str(slug): because for slug, because in wanted.items()}


def is_for_everyone(support: Support) -> bool:
    """True when every arrangement is a yes and nothing else limits who can have it."""
    everyone = all(row.answer == Answer.YES for row in support.rows.values()) and len(support.rows) == len(Arrangement)
    return everyone and support.care != CareHistory.ONLY and _says_ages(support) and not _limits_children(support)


def _is_ruled_out(support: Support, answers: Answers, row: Row | None) -> bool:
    if row is not None and row.answer == Answer.NO:
        return True
    if answers.arrangement and row is None:
        return True
    if all(row.answer == Answer.NO for row in support.rows.values()):
        return True
    if answers.age is not None and not (support.age_from or 0) <= answers.age <= _oldest_of_some(support):
        return True
    return support.care == CareHistory.ONLY and answers.looked_after == LookedAfter.NO


def _unsure(support: Support, answers: Answers, row: Row | None) -> list[str]:
    """What was not answered and still decides, in words; nothing when the data says yes whatever the answer is."""
    doubts = []
    if row is None and any(row.answer != Answer.YES for row in support.rows.values()):
        doubts.append(_("It depends on the arrangement."))
    if support.care == CareHistory.ONLY and answers.looked_after != LookedAfter.YES:
        doubts.append(_("It is only for a child who is, or was, looked after by a council."))
    return [*doubts, *_unsure_of_age(support, answers.age)]


def _unsure_of_age(support: Support, age: int | None) -> list[str]:
    """What of the child's age still decides: it was skipped, only some that old can have it, or no page says."""
    if not _says_ages(support):
        return [_("It may depend on the child’s age. Ask.")]
    doubts = []
    if age is None and _limits_children(support):
        doubts.append(_("It depends on the child’s age: %(ages)s.") % {"ages": _ages(support)})
    if support.older_reason and (doubts or (age is not None and age > _oldest(support))):
        doubts.append(support.older_reason)
    return doubts


def _because_of_needs(topics: Iterable[Topic]) -> list[str]:
    return [_("because you asked about “%(need)s”") % {"need": NEEDS[topic]} for topic in topics]


def _because_of_facts(support: Support, answers: Answers) -> list[str]:
    reasons = []
    if answers.arrangement and len({row.answer for row in support.rows.values()}) > 1:
        reasons.append(BECAUSE_ARRANGEMENT[answers.arrangement]())
    if answers.age is not None and answers.age <= _oldest(support) and _limits_children(support):
        reasons.append(_("because the child is %(ages)s") % {"ages": _ages(support)})
    if support.care == CareHistory.ONLY and answers.looked_after == LookedAfter.YES:
        reasons.append(_("because the child is, or was, looked after by a council"))
    return reasons


def _open_to(support: Support) -> str:
    """Why it is shown when no single answer is the reason."""
    answers = {row.answer for row in support.rows.values()}
    if answers == {Answer.YES}:
        return _("because it is for every kinship family")
    if Answer.NO in answers:
        return _("because some kinship families can have it")
    return _("because any kinship family can ask")


def _oldest(support: Support) -> int:
    return OLDEST_ASKED if support.age_to is None else support.age_to


def _oldest_of_some(support: Support) -> int:
    return max(_oldest(support), support.older_to or 0)


def _says_ages(support: Support) -> bool:
    """True when the page says for which ages it is: an age that nobody has typed promises nothing."""
    return support.any_age or None not in (support.age_from, support.age_to)


def _limits_children(support: Support) -> bool:
    """True when some child under 18 is too young or too old for it."""
    return bool(support.age_from) or _oldest(support) < OLDEST_CHILD


def _ages(support: Support) -> str:
    if support.age_from and _oldest(support) < OLDEST_CHILD:
        return _("%(first)d to %(last)d") % {"first": support.age_from, "last": support.age_to}
    if support.age_from:
        return _("%(first)d or over") % {"first": support.age_from}
    return _("under %(next)d") % {"next": _oldest(support) + 1}


def _rank(result: Result, answers: Answers) -> tuple[bool, bool, int, bool, int, int, str]:
    """Best first: the topic's own page, then the most needs met and the nearest to them, then the most particular."""
    support = result.support
    met = [need for need in answers.needs if need in support.needs]
    nearest = min((support.needs.index(need) for need in met), default=len(Topic))
    is_topic = support.slug in answers.needs
    particular = -len(result.because)
    return not is_topic, nearest > 0, -len(met), is_for_everyone(support), nearest, particular, support.place
