"""What the finder can name: supports, with the data of who can get them, and pages to read; kept for each version."""

from collections import defaultdict
from typing import NamedTuple

from pages.content.guide import GuidePage
from pages.content.support import AbstractSupportPage
from pages.core.content_version import ContentVersion
from pages.core.open_pages import open_pages
from pages.core.remembered import remembered
from pages.core.ties import OnlyArrangement
from pages.core.vocabulary import OLDEST_CHILD, Answer, Arrangement, CareHistory, Level


class Row(NamedTuple):
    """The answer of the eligibility data for one arrangement, and its reason."""

    answer: Answer
    reason: str


class ForWhom(NamedTuple):
    """What else must be true of the family; an empty value makes no difference."""

    parents: str = ""
    working: str = ""
    pension_age: str = ""


class Support(NamedTuple):
    """What the rules know of one support. `place` is its place in the tree, `slug` may be a topic's."""

    pk: int
    place: str
    slug: str
    level: Level
    needs: tuple[str, ...]
    rows: dict[str, Row]
    any_age: bool = True
    age_from: int | None = None
    age_to: int | None = None
    older_to: int | None = None
    older_reason: str = ""
    older_arrangement: str = ""
    care: CareHistory = CareHistory.ANY
    care_reason: str = ""
    depends_on_need: bool = False
    for_whom: ForWhom = ForWhom()

    @property
    def says_ages(self) -> bool:
        """True when the page says for which ages it is: an age that nobody has typed promises nothing."""
        return self.any_age or None not in (self.age_from, self.age_to)

    @property
    def limits_children(self) -> bool:
        """True when some child under 18 is too young or too old for it."""
        return bool(self.age_from) or (self.age_to is not None and self.age_to < OLDEST_CHILD)

    @property
    def is_for_everyone(self) -> bool:
        """True when every arrangement is a yes and nothing else limits who can have it."""
        everyone = len(self.rows) == len(Arrangement) and all(row.answer == Answer.YES for row in self.rows.values())
        unlimited = self.care == CareHistory.ANY and not any(self.for_whom) and not self.depends_on_need
        return everyone and unlimited and self.says_ages and not self.limits_children


class Reading(NamedTuple):
    """What the rules know of one page to read: a guide, a letter, a page for young people."""

    pk: int
    place: str
    slug: str
    needs: tuple[str, ...]
    arrangements: frozenset[str] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    for_whom: ForWhom = ForWhom()


class Entries(NamedTuple):
    supports: list[Support]
    readings: list[Reading]


def entries() -> Entries:
    return entries_at(ContentVersion.current())


@remembered
def entries_at(version: object) -> Entries:
    arrangements = defaultdict(set)
    for pk, arrangement in OnlyArrangement.objects.values_list("page", "arrangement"):
        arrangements[pk].add(arrangement)
    supports, readings = [], []
    for page in open_pages().values():
        needs = tuple(row.topic for row in page.needs.all())
        if isinstance(page, AbstractSupportPage):
            supports.append(support_of(page, needs))
        elif needs:
            reading = Reading(page.pk, page.path, page.slug, needs)
            if isinstance(page, GuidePage):
                for_whom = ForWhom(page.parents, page.working, page.pension_age)
                reading = reading._replace(
                    arrangements=frozenset(arrangements[page.pk]),
                    age_from=page.age_from,
                    age_to=page.age_to,
                    for_whom=for_whom,
                )
            readings.append(reading)
    return Entries(supports, readings)


def support_of(page: AbstractSupportPage, needs: tuple[str, ...] = ()) -> Support:
    """The data of one page, as the rules take it."""
    return Support(
        pk=page.pk,
        place=page.path,
        slug=page.slug,
        level=Level(page.level),
        needs=needs,
        rows={row.arrangement: Row(Answer(row.answer), row.reason) for row in page.who_can_get_it()},
        any_age=page.any_age,
        age_from=page.age_from,
        age_to=page.age_to,
        older_to=page.older_to,
        older_reason=page.older_reason,
        older_arrangement=page.older_arrangement,
        care=CareHistory(page.looked_after),
        care_reason=page.care_reason,
        depends_on_need=page.depends_on_need,
        for_whom=ForWhom(page.parents, page.working, page.pension_age),
    )
