import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from pages.core.base_page import BasePage
from pages.core.owners import Owner
from pages.heard.closing import Closing, ToldBy

HALF_AFTER = 90  # days: what was said so long ago counts half as much
WEIGHT = {ToldBy.COMMENT: 3}  # whoever writes a comment takes more trouble than whoever presses a button


@dataclass
class Told:
    """One thing that readers told us and nobody has dealt with: some searches, the “no” answers to a page, a comment.

    `more` are other ways in which it was said: spellings, or the last sentences. `before` is how it was closed the
    last time, if it came up again since.
    """

    told_by: ToldBy
    pk: int
    label: str
    count: int
    last_day: datetime.date
    score: float = 0
    more: list[str] = field(default_factory=list)
    page: BasePage | None = None
    owner: Owner | None = None
    before: Closing | None = None
    keys: list[int] = field(default_factory=list)

    @property
    def kept_by(self) -> str:
        return getattr(self.page, "keeper", "")


def weigh(told_by: ToldBy, days: Iterable[tuple[datetime.date, int]], today: datetime.date) -> float:
    """How pressing it is: each time counts, an old one less."""
    weight = WEIGHT.get(told_by, 1)
    return sum(count * weight * 0.5 ** (max(0, (today - day).days) / HALF_AFTER) for day, count in days)
