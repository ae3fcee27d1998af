"""How plain every live page is, the worst first."""

from collections import Counter
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered

from .finding import Code
from .whole_page import look

MANY = 6


class Standing(NamedTuple):
    """One live page: its grade, and how many findings of each kind it has."""

    pk: int
    title: str
    grade: float
    limit: float
    is_hard: bool
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def needs_work(self) -> bool:
        """True when somebody should sit down with the page. Examples have a list of their own."""
        return self.is_hard or self.total - self.counts[Code.EXAMPLE] >= MANY


def ranking() -> list[Standing]:
    """Every live page; those above the house target first, then by the number of findings. Remembered, don't change."""
    return _ranking_at(ContentVersion.current())


@remembered
def _ranking_at(version: object) -> list[Standing]:
    pages = [page for page in Page.objects.live().filter(depth__gt=1).specific() if isinstance(page, BasePage)]
    prefetch_related_objects(pages, "eligibility", "policies", "here_reasons", "here_policies")
    return sorted(map(_standing, pages), key=_worst_first)


def _standing(page: BasePage) -> Standing:
    seen = look(page)
    counts = Counter(str(finding.code) for finding in seen.findings)
    return Standing(
        page.pk,
        page.get_admin_display_title(),
        round(seen.grade, 1),
        seen.limit,
        seen.is_hard,
        {str(code): counts[str(code)] for code in Code},
    )


def _worst_first(standing: Standing) -> tuple[bool, int, float, str]:
    return not standing.is_hard, -standing.total, -standing.grade, standing.title
