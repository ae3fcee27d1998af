"""What fits a household: what differs between its children, what is the same for all, what everyone can have."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.core.vocabulary import NEEDS, Answer, Arrangement, Topic

from .entry import Entries, Reading, Support, entries
from .household import Household
from .rules import Verdict, judge, meets, suits

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


class Part(StrEnum):
    """The parts of the answer, in their order; the value is the part's name in an address."""

    DIFFERENT = "different"
    FITS = "fits"
    MAY_FIT = "may-fit"
    EVERYONE = "everyone"


class Listed(NamedTuple):
    """One support of the answer, with a verdict for each child in the household's order."""

    support: Support
    verdicts: tuple[Verdict, ...]

    @property
    def differs(self) -> bool:
        return len(set(self.verdicts)) > 1

    @property
    def answers_differ(self) -> bool:
        """True when it is a yes for one child and not for another, and not only for another reason."""
        return len(set(self.answers)) > 1

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Yes, maybe or no for each child."""
        return tuple(verdict.answer for verdict in self.verdicts)

    @property
    def for_all(self) -> Verdict:
        """The verdict that is the same for all children; of a list that differs, the first child's."""
        return self.verdicts[0]


class HouseholdAnswer(NamedTuple):
    """`parts` are supports, best first, and `refused` those asked about that no child here can have.

    `read_first` and `readings` are pages that explain, by their slug or key, each with why.
    """

    parts: dict[Part, list[Listed]]
    read_first: dict[str, str]
    readings: list[tuple[Reading, str]]
    refused: list[Listed]

    @property
    def listed(self) -> list[Listed]:
        return [listed for part in self.parts.values() for listed in part]


def answer_for(household: Household, known: Entries | None = None) -> HouseholdAnswer:
    """The whole answer; without any answers only what everyone can have."""
    known = entries() if known is None else known
    parts: dict[Part, list[Listed]] = {part: [] for part in Part}
    refused: list[Listed] = []
    for support in sorted(known.supports, key=lambda support: _rank(support, household)):
        if placed := _place(support, household):
            part, listed = placed
            (parts[part] if part else refused).append(listed)
    parts[Part.DIFFERENT].sort(key=lambda listed: not listed.answers_differ)
    return HouseholdAnswer(parts, read_first(household), _readings(known.readings, household), refused)


def read_first(household: Household) -> dict[str, str]:
    """Slugs of pages that explain what was answered, each with why: a topic's page, or an arrangement's."""
    wanted: dict[str, str] = {need: because for need in household.needs for because in _because([need])}
    for child in household.children:
        if child.arrangement == Arrangement.NOT_SURE:
            wanted.setdefault(Topic.TYPES_OF_KINSHIP_CARE, BECAUSE_ARRANGEMENT[child.arrangement]())
        elif child.arrangement:
            wanted.setdefault(child.arrangement, BECAUSE_ARRANGEMENT[child.arrangement]())
        if child.age is not None and child.age >= NEARLY_GROWN_UP:
            wanted.setdefault(Topic.GROWING_UP, _("because a child is 16 or over"))
    return {str(slug): because for slug, because in wanted.items()}


def _place(support: Support, household: Household) -> tuple[Part | None, Listed] | None:
    """The part of the answer a support stands in, or none of them; nothing at all when it was not asked about."""
    asked_about = _asked_about(support, household)
    everyone = support.is_for_everyone
    if not asked_about and (household.needs or household == Household()) and not everyone:
        return None
    verdicts = tuple(judge(support, child, household.carer) for child in household.considered)
    listed = Listed(support, verdicts)
    if all(verdict.answer == Answer.NO for verdict in verdicts):
        return (None, listed) if asked_about else None
    if listed.differs:
        return Part.DIFFERENT, listed
    if listed.for_all.answer == Answer.MAYBE:
        return Part.MAY_FIT, listed
    return (Part.EVERYONE if everyone and not asked_about else Part.FITS), listed


def _readings(readings: list[Reading], household: Household) -> list[tuple[Reading, str]]:
    """Pages that explain what was asked about, or are for this carer, for some child at least, the nearest first."""
    found = []
    for reading in readings:
        met = [need for need in household.needs if need in reading.needs]
        for_carer = meets(reading.for_whom, household.carer)
        because = for_carer or "".join(_because(met[:1]))
        if because and any(suits(reading, child, household.carer) for child in household.considered):
            nearest = 0 if for_carer else min(reading.needs.index(need) for need in met)
            is_particular = bool(reading.arrangements or for_carer)
            found.append(((nearest, not is_particular, -len(met), reading.place), reading, because))
    return [(reading, because) for _rank, reading, because in sorted(found, key=lambda each: each[0])]


def _because(topics: Iterable[Topic]) -> list[str]:
    return [_("because you asked about “%(need)s”") % {"need": NEEDS[topic]} for topic in topics]


def _asked_about(support: Support, household: Household) -> bool:
    needed = any(need in support.needs or need == support.slug for need in household.needs)
    return needed or bool(meets(support.for_whom, household.carer))


def _rank(support: Support, household: Household) -> tuple[bool, bool, int, bool, int, str]:
    """Best first: the topic's own page, then the most needs met and the nearest to them."""
    met = [need for need in household.needs if need in support.needs]
    nearest = min((support.needs.index(need) for need in met), default=len(Topic))
    is_topic = support.slug in household.needs
    return not is_topic, nearest > 0, -len(met), support.is_for_everyone, nearest, support.place
