"""Reads a whole page by the house rules."""

from typing import NamedTuple

from wagtail.models import Page

from . import abbreviations, ends, examples, grade, ifs, money, passive, phrases, policies, sentences, terms
from . import link_texts as links
from .finding import Finding
from .page_text import read

CHECKS = [grade, sentences, passive, phrases, terms, abbreviations, links, policies, money, ends, ifs, examples]


class Look(NamedTuple):
    """What the checks say of one page: its reading grade and its findings, those about the whole page first."""

    grade: float
    ages: str
    limit: float
    words: int
    findings: list[Finding]

    @property
    def is_hard(self) -> bool:
        return self.words >= grade.FEWEST_TO_JUDGE and self.grade > self.limit


def look(page: Page) -> Look:
    """Reads the page as it stands in memory: live, a draft, or not saved at all."""
    text = read(page)
    places = {passage.where.path: number for number, passage in enumerate(text.passages)}
    hints = [finding for check in CHECKS for finding in check.check(text)]
    hints.sort(key=lambda finding: places.get(finding.where.path, 0) if finding.where else -1)
    whole = grade.page_readability(text)
    return Look(whole.grade, grade.ages(whole.grade), text.limit, whole.words, hints)


def findings(page: Page) -> list[Finding]:
    """Everything an officer should look at before the page goes live, in the order of the page."""
    return look(page).findings
